"""Names under their letters."""

import pytest

from newsbrief.collate.letters import AT_A_GLANCE, by_letter, last_part, letter, order


@pytest.mark.parametrize(
    ("name", "heading", "part"),
    [
        ("Mira Solberg", "M", "m"),
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
def test_letter_of_a_name(name: str, heading: str, part: str) -> None:
    """The heading is a letter of the name's own script; its address a single Latin letter or figure."""
    assert (letter(name), last_part(letter(name))) == (heading, part)


def test_order_passes_over_case_and_accents() -> None:
    """As an index has it, with one order for names that are otherwise the same."""
    names = ["zeta", "Ebert", "Éber", "eber", "Zeta", "Alder"]
    assert sorted(names, key=order) == ["Alder", "eber", "Éber", "Ebert", "Zeta", "zeta"]


def test_short_list_is_not_parted() -> None:
    """What is read at a glance has no headings; one name more, and each letter has its own, once."""
    names = [f"{'ABCÄ'[number % 4]} {number:02d}" for number in range(AT_A_GLANCE)]
    assert [heading for heading, _ in by_letter(names, str)] == [""]
    assert [heading for heading, _ in by_letter([*names, "9 Lives"], str)] == ["0–9", "A", "B", "C"]
    assert by_letter([], str) == []
