"""Every rule file's examples, run: the data says what it finds, and finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from newsbrief import extract
from newsbrief.extract import dates, names, sentences
from newsbrief.model.article import Article, Photo
from newsbrief.model.mentions import Name
from newsbrief.rules import Rules, languages, load, table

PUBLISHED = "2023-09-21"
TOPICS = ("calendar", "expressions", "speech", "people", "places", "organisations", "words", "credits")


def groups(lang: str, topic: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, group in table(lang, topic).items():
        for number, member in enumerate(group if isinstance(group, list) else [group]):
            yield f"{name} {member.get('name', number)}", member


def examples(*topics: str) -> list[Any]:
    return [
        pytest.param(example, group, load(lang), id=f"{lang} {topic}: {name}: {example['text'][:40]}")
        for lang in languages()
        for topic in topics
        for name, group in groups(lang, topic)
        for example in group["examples"]
    ]


def named(text: str, rules: Rules) -> tuple[Name, ...]:
    parted = sentences.find(text, rules)
    return names.find(text, parted, dates.find(text, parted, PUBLISHED, rules), rules)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_every_group_has_an_example(lang: str, topic: str) -> None:
    """No rule goes without an example."""
    assert [name for name, group in groups(lang, topic) if not group.get("examples")] == []


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("topic", [*TOPICS, "occasions", "retelling"])
def test_every_language_has_every_group(lang: str, topic: str) -> None:
    """What the engine asks of one language it asks of all: the same tables, with the same keys."""
    ours, english = table(lang, topic), table("en", topic)
    assert {name: sorted(group) for name, group in ours.items() if isinstance(group, dict)} == {
        name: sorted(group) for name, group in english.items() if isinstance(group, dict)
    }


@pytest.mark.parametrize(("example", "group", "rules"), examples("calendar", "expressions"))
def test_dates(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` is the value of the first time expression, "" for none or one without a calendar date."""
    found = dates.find(example["text"], sentences.find(example["text"], rules), PUBLISHED, rules)
    assert next((timex.value for timex in found), "") == example["finds"]


@pytest.mark.parametrize(("example", "group", "rules"), examples("speech"))
def test_speech(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` is the full name of the first quote's speaker."""
    said = extract.mentions(example["text"], PUBLISHED, rules).attributions
    assert said
    assert said[0].name == example["finds"]


@pytest.mark.parametrize(("example", "group", "rules"), examples("people"))
def test_people(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` is the first person's name and role."""
    people = [name for name in named(example["text"], rules) if name.kind == "person"]
    assert people
    assert f"{people[0].name} | {people[0].role}" == example["finds"]


@pytest.mark.parametrize(("example", "group", "rules"), examples("places"))
def test_places(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` lists the places in order."""
    assert [name.name for name in named(example["text"], rules) if name.kind == "place"] == example["finds"]


@pytest.mark.parametrize(("example", "group", "rules"), examples("organisations"))
def test_organisations(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` lists the organisations in order."""
    assert [name.name for name in named(example["text"], rules) if name.kind == "organisation"] == example["finds"]


@pytest.mark.parametrize(("example", "group", "rules"), examples("words"))
def test_words(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` counts the sentences."""
    assert len(sentences.find(example["text"], rules)) == example["finds"]


@pytest.mark.parametrize(("example", "group", "rules"), examples("credits"))
def test_credits(example: dict[str, Any], group: dict[str, Any], rules: Rules) -> None:
    """`finds` is what the line gives, under the names of the parts; what it does not name stays empty."""
    body = "The harbour is open again after a long winter, the keeper of the lock in Port Ellery said on Friday."
    read = extract.reading(Article("Harbour reopens", (example["text"], body)), rules)
    photo = read.photo or Photo()
    found = {
        "who": "; ".join(read.authors) or photo.credit,
        "picture": photo.credit if read.authors else "",
        "rights": photo.rights,
        "caption": photo.caption,
        "place": read.dateline,
        "source": "; ".join(read.source),
        "date": read.date,
    }
    assert {key: value for key, value in found.items() if value} == example["finds"]
