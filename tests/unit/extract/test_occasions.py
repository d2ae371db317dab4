"""When and on what occasion something was said."""

import pytest

from newsbrief import extract
from newsbrief.rules import languages, load, table

PUBLISHED = "2023-09-21"
EXAMPLES = [
    pytest.param(example, lang, id=f"{lang}: {example['text'][:50]}")
    for lang in languages()
    for group in table(lang, "occasions").values()
    for example in group["examples"]
]


def told(text: str, lang: str = "en") -> str:
    """Day and words of the first quote, as the examples write them."""
    found = extract.mentions(text, PUBLISHED, load(lang)).occasions
    return f"{found[0].day} | {found[0].words}" if found else " | "


@pytest.mark.parametrize(("example", "lang"), EXAMPLES)
def test_rule_finds_what_its_example_says(example: dict[str, str], lang: str) -> None:
    """Every group of the rules file has sentences that show what it is for."""
    assert told(example["text"], lang) == example["finds"]


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("“We sail at nine and not before,” Osla Brandt said.", " | "),
        ("Osla Brandt told reporters: “We sail at nine and not before.”", " | told reporters"),
        ("“We sail on Monday and not before,” Osla Brandt said.", " | "),
        (
            "“We sail at nine,” Osla Brandt told the Ellery Tidings on 4 May 2021. “We sail.”",
            "2021-05-04 | told the Ellery Tidings",
        ),
    ],
)
def test_only_the_reporters_own_words_count(text: str, finds: str) -> None:
    """A day that the speaker names is no day of saying, and nothing is invented where nothing is told."""
    assert told(text) == finds
