"""Dates in other languages than English."""

from pathlib import Path

import pytest

from newsbrief.edtf.words import ENGLISH, said
from newsbrief.site.render.translations import Translations, translations
from tests.words.collect import PROJECT

EVERY = [
    *(
        "2023-09-20",
        "2023-09",
        "2022",
        "0987",
        "199X",
        "2023-21",
        "2023-28",
        "2023-29",
        "2023-35",
        "2023-38",
        "2023-41",
    ),
    *("2023-09-09/2023-09-10", "2023-09-28/2023-10-02", "2023-12-30/2024-01-02", "2023-07/2023-09", "2020/2022"),
    *("2023-21/2023-09", "199X/2001", "[2022,2023]", "[2021, 2022, 2023]", "[2023-03,2023-05]", "2022~", "2022?"),
    *("[2023-09-03,2023-09-05]", "[2019,2011,2012,2013,2014]", "2022%", "2020~/2022", "2023-09-09~/2023-09-10~"),
]


@pytest.fixture(scope="module")
def korean() -> Translations:
    """The theme's own words in Korean."""
    return translations({"THEME": str(PROJECT / "theme"), "DEFAULT_LANG": "ko-KR"})


@pytest.mark.parametrize(
    ("edtf", "text", "short", "full", "day"),
    [
        ("2023-09-20", "2023년 9월 20일", "9월 20일", "2023년 9월 20일 수요일", "9월 20일 수요일"),
        ("2023-09", "2023년 9월", "9월", "2023년 9월", "9월"),
        ("2022", "2022년", "2022년", "2022년", "2022년"),
        ("2023-09-20~", "2023년 9월 20일경", "9월 20일경", "2023년 9월 20일경", "9월 20일경"),
    ],
)
def test_day_month_and_year_in_korean(
    korean: Translations, edtf: str, text: str, short: str, full: str, day: str
) -> None:
    """The year comes first, and the weekday last."""
    made = said(edtf, korean.speech)
    assert (made.text, made.short, made.full, made.day) == (text, short, full, day)


@pytest.mark.parametrize(
    ("edtf", "text", "short"),
    [
        ("199X", "1990년대", "1990년대"),
        ("2023-21", "2023년 봄", "봄"),
        ("2023-28", "2023년 북반구 겨울", "북반구 겨울"),
        ("2023-35", "2023년 3분기", "3분기"),
        ("2023-38", "2023년 5월~8월", "5월~8월"),
        ("2023-41", "2023년 하반기", "하반기"),
        ("2023-09-09/2023-09-10", "2023년 9월 9일~10일", "9월 9일~10일"),
        ("2023-09-28/2023-10-02", "2023년 9월 28일~10월 2일", "9월 28일~10월 2일"),
        ("2023-12-30/2024-01-02", "2023년 12월 30일~2024년 1월 2일", "2023년 12월 30일~2024년 1월 2일"),
        ("2023-21/2023-09", "2023년 봄~9월", "봄~9월"),
        ("2020/2022", "2020년~2022년", "2020년~2022년"),
        ("[2021, 2022, 2023]", "2021년, 2022년 또는 2023년", "2021년, 2022년 또는 2023년"),
        ("[2023-03,2023-05]", "2023년 3월 또는 5월", "3월 또는 5월"),
        ("[2023-09-03,2023-09-05]", "2023년 9월 3일 또는 5일", "9월 3일 또는 5일"),
        ("[2019,2011,2012,2013,2014]", "2011년~2019년 사이", "2011년~2019년 사이"),
        ("2022?", "2022년(추정)", "2022년(추정)"),
        ("2022%", "2022년경(추정)", "2022년경(추정)"),
        ("2020~/2022", "2020년경~2022년", "2020년경~2022년"),
        ("2023-09-09~/2023-09-10~", "2023년 9월 9일~10일경", "9월 9일~10일경"),
    ],
)
def test_parts_stretches_and_choices_in_korean(korean: Translations, edtf: str, text: str, short: str) -> None:
    """What several dates share is said with the first of them."""
    made = said(edtf, korean.speech)
    assert (made.text, made.short) == (text, short)


def test_english_is_the_same_by_a_catalogue(tmp_path: Path) -> None:
    """A site that changes some English words keeps its dates, whatever CLDR thinks of English ones."""
    folder = tmp_path / "translations" / "en"
    folder.mkdir(parents=True)
    (folder / "newsbrief.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Topics"\nmsgstr "Subjects"\n', "utf-8")
    own = translations({"THEME": str(tmp_path), "DEFAULT_LANG": "en-US"})
    assert own.gettext("Topics") == "Subjects"
    assert own.speech is not ENGLISH
    assert [said(edtf, own.speech) for edtf in EVERY] == [said(edtf, ENGLISH) for edtf in EVERY]


def test_language_unknown_to_cldr_has_its_own_patterns(tmp_path: Path) -> None:
    """Months stay English where nobody knows better; what the catalogue says, it says."""
    folder = tmp_path / "translations" / "tlh"
    folder.mkdir(parents=True)
    text = 'msgid ""\nmsgstr ""\n\nmsgid "d MMMM yyyy"\nmsgstr "y/MMMM/d"\n'
    (folder / "newsbrief.po").write_text(text, "utf-8")
    own = translations({"THEME": str(tmp_path), "DEFAULT_LANG": "tlh"})
    assert said("2023-09-20", own.speech).text == "2023/September/20"
