"""Which way a language is written, and what is said of words amid another."""

from __future__ import annotations

import pytest
from babel.core import get_global

from newsbrief.publish.tongues import LANGUAGES, SCRIPTS, THERE, attributes, from_right


@pytest.mark.parametrize(
    ("lang", "right"),
    [
        *(
            (lang, True)
            for lang in ("ar", "ar-EG", "he", "fa-AF", "ur", "ckb", "dv", "sd", "ug", "syr", "ps", "yi", "iw")
        ),
        *(
            (lang, True)
            for lang in ("az-Arab", "ku-Arab-IR", "pa_PK", "uz-AF", "yi-Hebr", "zh-cmn-Arab", "UG", "ff-Adlm")
        ),
        *(
            (lang, False)
            for lang in ("", "en", "arn", "fan", "heb", "psd", "urb", "ko", "sd-Deva", "ug-Cyrl", "ar-Latn")
        ),
        *((lang, False) for lang in ("pa", "pa-IN", "az", "uz", "ku", "zh-Hant-TW")),
    ],
)
def test_direction_is_that_of_language_script_and_country(lang: str, right: bool) -> None:
    """The tag's script decides, then what the language is written in there; nothing is guessed by a prefix."""
    assert from_right(lang) is right


def test_sets_are_those_of_cldr() -> None:
    """Each language that CLDR says to be written in one of these scripts is known, and no other is."""
    likely = {key.casefold(): value.split("_")[1].casefold() for key, value in get_global("likely_subtags").items()}
    alone = {key for key, script in likely.items() if "_" not in key and key != "und" and script in SCRIPTS}
    there = {
        key.replace("_", "-")
        for key, script in likely.items()
        if key.count("_") == 1 and len(key.split("_")[1]) < 4 and not key.startswith("und") and script in SCRIPTS
    }
    assert alone ^ LANGUAGES == set()
    assert there ^ THERE == set()


@pytest.mark.parametrize(
    ("lang", "around", "said"),
    [
        ("en-GB", "en", ""),
        ("zh-Hant", "zh-Hans", ' lang="zh-Hant"'),
        ("ko", "en", ' lang="ko"'),
        ("ar", "en", ' lang="ar" dir="rtl"'),
        ("en", "ar", ' lang="en" dir="ltr"'),
        ("ur", "ar", ' lang="ur"'),
        ('"><b>', "en", ' lang="&#34;&gt;&lt;b&gt;"'),
    ],
)
def test_words_amid_others_say_their_language_and_direction(lang: str, around: str, said: str) -> None:
    """Only where they differ; and whatever stands for a language stays within its attribute."""
    assert attributes(lang, around) == said
