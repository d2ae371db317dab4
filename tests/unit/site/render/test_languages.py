"""The direction of languages, and the attributes of words amid another language."""

from __future__ import annotations

import pytest
from babel.core import get_global

from newsbrief.site.render.languages import LANGUAGES, REGIONAL, SCRIPTS, attributes, from_right


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
    """The tag's script decides, then the country, then the language; a prefix decides nothing."""
    assert from_right(lang) is right


def test_sets_are_those_of_cldr() -> None:
    """The sets have each language that CLDR gives one of these scripts, and no other."""
    likely = {key.casefold(): value.split("_")[1].casefold() for key, value in get_global("likely_subtags").items()}
    alone = {key for key, script in likely.items() if "_" not in key and key != "und" and script in SCRIPTS}
    there = {
        key.replace("_", "-")
        for key, script in likely.items()
        if key.count("_") == 1 and len(key.split("_")[1]) < 4 and not key.startswith("und") and script in SCRIPTS
    }
    assert alone ^ LANGUAGES == set()
    assert there ^ REGIONAL == set()


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
def test_words_amid_others_have_their_language_and_direction(lang: str, around: str, said: str) -> None:
    """Attributes are there only where languages differ, and a hostile tag stays within its attribute."""
    assert attributes(lang, around) == said
