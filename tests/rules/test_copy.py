"""The examples of the rules about what stands around an article, run."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from newsbrief import rules
from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.head import FIELD
from newsbrief.intake.text.notices import told
from newsbrief.rules import copy, pages

LANGUAGES = [lang for lang in rules.languages() if (files("newsbrief.rules") / lang / "copy.toml").is_file()]
TEXT = "The boats came back to the harbour late on a quiet evening, and nobody had come to see them land, she said."


def lines() -> Iterator[Any]:
    for lang in LANGUAGES:
        for number, line in enumerate(copy.table(lang)["line"]):
            for example in line["examples"]:
                yield pytest.param(lang, line, example, id=f"{lang} {line['kind']} {number}: {example['text'][:40]}")


def tables(name: str) -> Iterator[Any]:
    for lang in LANGUAGES:
        for example in copy.table(lang)[name]["examples"]:
            yield pytest.param(lang, example, id=f"{lang} {example['text'][:40]}")


@pytest.mark.parametrize(("lang", "line", "example"), list(lines()))
def test_lines(lang: str, line: dict[str, Any], example: dict[str, Any]) -> None:
    """`is` is the kind of a line where its form may stand, and the parts are what the form gives."""
    atom = Atom(1, example["text"], True)
    text = [Atom(2, TEXT, True), Atom(3, TEXT, True)]
    where = line["where"] if example["is"] else "top"
    around = [*text, atom] if where == "bottom" or example.get("body") else [atom, *text]
    found = told(around, copy.load(lang), pages.load(lang), rules.load(lang))
    notice = next(one for one in found if one.atom is atom)
    kinds = {"", "credit"} if not example["is"] else {example["is"]}
    assert notice.kind in kinds
    parts = {name: part for name, part in example.items() if name not in ("text", "is", "body")}
    assert {name: notice.parts.get(name) for name in parts} == parts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kinds_and_places(lang: str) -> None:
    """Every form is of a known kind and place, and shows an example."""
    for line in copy.table(lang)["line"]:
        assert line["kind"] in copy.KINDS
        assert line["where"] in copy.PLACES
        assert any(example["is"] == line["kind"] for example in line["examples"])


@pytest.mark.parametrize(("lang", "example"), list(tables("headline")))
def test_headlines(lang: str, example: dict[str, str]) -> None:
    """`finds` is the headline without what wires put before it."""
    prefix = copy.load(lang).prefix.match(example["text"])
    assert example["text"][prefix.end() if prefix else 0 :] == example["finds"]


@pytest.mark.parametrize(("lang", "example"), list(tables("labels")))
def test_labels(lang: str, example: dict[str, str]) -> None:
    """`is` is the field of a labelled line, `finds` its words."""
    match = FIELD.fullmatch(example["text"])
    assert match
    assert copy.load(lang).labels.get(match["label"].lower().replace("_", " "), "") == example["is"]
    assert not example["is"] or match["words"] == example["finds"]


@pytest.mark.parametrize(("lang", "example"), list(tables("mail")))
def test_letters(lang: str, example: dict[str, str]) -> None:
    """`is` tells a greeting from a farewell."""
    mail = copy.load(lang).mail
    forms = {"greeting": mail.greeting, "closing": mail.closing}
    assert "".join(name for name, form in forms.items() if form.fullmatch(example["text"])) == example["is"]
