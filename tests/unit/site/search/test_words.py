"""From words to terms."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.site.search.words import LONGEST, Terms, order, terms, unspaced

# U+FF01 to U+FF5E are the wide forms of U+0021 to U+007E.
WIDE = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}


def of(text: str) -> list[str]:
    return list(terms(text, Terms()))


def test_mark_of_any_script_belongs_to_its_word() -> None:
    """Every one that Unicode has; its word is not cut there. Scripts without spaces are cut in any case."""
    signs = map(chr, range(sys.maxunicode + 1))
    marks = [sign for sign in signs if unicodedata.category(sign)[0] == "M" and not unspaced().match(sign)]
    assert len(marks) > 2000
    assert [mark for mark in marks if len(of(f"a{mark}b")) != 1] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ferry returns", "the ferry returns"),
        ("Zürich, Łódź; ÉCOLE (Ångström)", "zurich łodz ecole angstrom"),
        ("Straße STRASSE", "strasse strasse"),
        ("İstanbul", "istanbul"),
        ("don’t Suk-yeol", "don t suk yeol"),
        ("5 September 2023, 2023-09-05, 05.09.2023", "5 september 2023 2023 9 5 5 9 2023"),
        ("2023년 9월 20일 윤석열은", "2023 년 9 월 20 일 윤석열은"),
        ("000 0 007", "0 0 7"),
        ("covid19, the 20th, Q3_2024", "covid 19 the 20 th q 3 2024"),
        ("東京都で", "東京 京都 都で"),
        ("中 文字", "中 文字"),
        ("ｆｅｒｒｙ ﬁre ½", "ferry fire 1 2"),
        ("हिन्दी المدينة", "हिन्दी المدينة"),
        ("<b onclick=x>&amp;</b>", "b onclick x amp b"),
        ("  … — _", ""),
    ],
)
def test_a_text_has_these_terms(text: str, found: str) -> None:
    """Without case, accents, width and leading zeros; figures by themselves; pairs where nothing parts words."""
    assert of(text) == found.split()


def test_composed_and_decomposed_are_one() -> None:
    """However a keyboard or an editor writes them."""
    assert of("u\u0308ber 한국") == of("über \u1112\u1161\u11ab\u1100\u116e\u11a8")


@given(st.text(st.characters(min_codepoint=ord("!"), max_codepoint=ord("~")), max_size=40))
def test_width_makes_no_difference(text: str) -> None:
    """The letters of English, of which most texts are, are found quicker than their wide forms, and as the same."""
    assert of(text) == of(text.translate(WIDE))


def test_an_endless_word_is_cut() -> None:
    """A file of terms stays small whatever an article holds."""
    assert of("a" * 10_000) == ["a" * LONGEST]


def test_terms_sort_as_browsers_compare() -> None:
    """By UTF-16 code units: a letter beyond the first plane stands before one at the end of it."""
    assert sorted(["\uff5e", "\U00020000", "a"], key=order) == ["a", "\U00020000", "\uff5e"]
