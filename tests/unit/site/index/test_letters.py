"""Names under their letters."""

from __future__ import annotations

import pytest

from newsbrief.site.index.letters import LONGEST_WITHOUT_LETTERS, by_letter, last_part, letter, order


@pytest.mark.parametrize(
    ("name", "heading", "part"),
    [
        ("Mira Solberg", "M", "m"),
        ("mira", "M", "m"),
        ("Émile Rask", "E", "e"),
        ("Øde", "Ø", "o"),
        ("“Quote” Quay", "Q", "q"),
        ("3rd Ward", "0–9", "0"),
        ("…", "0–9", "0"),
        ("윤하람", "ㅇ", "n"),
        ("까치", "ㄱ", "g"),
        ("Белый", "Б", "b"),
        ("北港", "字", "z"),
        ("ﬁnch", "F", "f"),
        ("ßler", "S", "s"),
    ],
)
def test_heading_is_a_letter_of_the_names_own_script(name: str, heading: str, part: str) -> None:
    """In the address one Latin letter or figure stands for it."""
    assert (letter(name), last_part(letter(name))) == (heading, part)


def test_order_passes_over_case_and_accents() -> None:
    """They decide between names that are otherwise the same."""
    names = ["zeta", "Ebert", "Éber", "eber", "Zeta", "Alder"]
    assert sorted(names, key=order) == ["Alder", "eber", "Éber", "Ebert", "Zeta", "zeta"]


def test_only_a_long_list_has_letters() -> None:
    """Then each letter is there once, figures first."""
    names = [f"{'ABCÄ'[number % 4]} {number:02d}" for number in range(LONGEST_WITHOUT_LETTERS)]
    assert [heading for heading, _ in by_letter(names, str)] == [""]
    assert [heading for heading, _ in by_letter([*names, "9 Lives"], str)] == ["0–9", "A", "B", "C"]
    assert by_letter([], str) == []
