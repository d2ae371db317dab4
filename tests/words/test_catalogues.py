"""Every catalogue says all that the interface says, and nothing in the interface is left out of gettext."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import InternationalizationExtension

from tests.words.collect import PROJECT, TRANSLATIONS, messages, updated

CATALOGUES = sorted(TRANSLATIONS.glob("*/newsbrief.po"))
TEMPLATES = sorted((PROJECT / "theme" / "templates").rglob("*.html"))
# Of gettext, and of a script that counts.
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
# Attributes that a reader is told.
TOLD = re.compile(r'\b(?:aria-label|title|alt|placeholder|data-(?!copy\b|url\b)[a-z-]+)="([^"]*)"')
# Names, which are the same in every language.
NAMES = {"newsbrief"}

catalogues = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.name)


@pytest.fixture(scope="module")
def said() -> Catalog:
    """All messages of templates and code."""
    return messages()


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def forms(texts: object) -> list[str]:
    return list(texts) if isinstance(texts, (tuple, list)) else [str(texts)]


def keys(catalogue: Catalog) -> dict[tuple[str, ...], Message]:
    return {(one.context or "", *forms(one.id)): one for one in catalogue if one.id}


@catalogues
def test_catalogue_has_each_message_and_no_other(path: Path, said: Catalog) -> None:
    """What is new is missed, and what nobody says any more is found; tests/words/collect.py brings both in order."""
    there, wanted = read(path), keys(said)
    assert sorted(wanted.keys() - keys(there).keys()) == []
    assert sorted(keys(there).keys() - wanted.keys()) == []
    assert not there.obsolete
    assert updated(path.read_text("utf-8")) == path.read_text("utf-8")


@catalogues
def test_each_message_is_translated_with_its_placeholders(path: Path) -> None:
    """Nothing is empty or a guess; every form names what the English one names."""
    catalogue = read(path)
    wrong = [
        message.id
        for message in keys(catalogue).values()
        if message.fuzzy
        or len(forms(message.string)) != (catalogue.num_plurals if message.pluralizable else 1)
        or any(
            not form or set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(forms(message.id)[-1]))
            for form in forms(message.string)
        )
    ]
    assert wrong == []


@catalogues
def test_pattern_of_a_day_says_the_same_parts(path: Path) -> None:
    """A day stays a day with its year, a month a month."""
    patterns = [one for one in keys(read(path)).values() if re.fullmatch(r"(?:EEEE|d|MMMM|yyyy| )+", str(one.id))]
    assert len(patterns) == 9
    for one in patterns:
        assert set(re.findall("[EdMLy]", str(one.string).replace("L", "M"))) == set(re.findall("[EdMy]", str(one.id)))


def literal(template: Path) -> Iterator[str]:
    """The words of a template that stand outside gettext: text between tags, and attributes that are read out."""
    env = Environment(autoescape=True, extensions=[InternationalizationExtension])
    pieces = (value if kind == "data" else "{}" for _, kind, value in _tokens(env, template.read_text("utf-8")))
    html = re.sub(r"<!--.*?-->|<style.*?</style>|<script.*?</script>", "", "".join(pieces), flags=re.DOTALL)
    for text in (*TOLD.findall(html), *re.sub(r"<[^>]*>", "\n", html).splitlines()):
        yield from (word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in NAMES)


def _tokens(env: Environment, source: str) -> Iterator[tuple[int, str, str]]:
    inside = False
    for line, kind, value in env.lex(source):
        if kind in ("variable_begin", "block_begin", "comment_begin"):
            inside = True
            yield line, "code", ""
        if kind == "data" and not inside:
            yield line, kind, value
        inside = inside and kind not in ("variable_end", "block_end", "comment_end")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_template_has_no_words_outside_gettext(template: Path) -> None:
    """A word that nobody can translate is not written."""
    assert list(literal(template)) == []


def test_words_outside_gettext_are_seen(tmp_path: Path) -> None:
    """The test above can fail: by text, and by an attribute that is read out."""
    template = tmp_path / "a.html"
    template.write_text(
        '{# A note #}<p class="nb-a" aria-label="Speakers {{ "x" }}">{{ _("Topics") }} by <b>{{ name }}</b> · 1</p>'
        "{% if a %}<i>Open</i>{% endif %}",
        "utf-8",
    )
    assert list(literal(template)) == ["Speakers", "by", "Open"]
