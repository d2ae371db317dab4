"""What templates have in a build without Pelican is what Pelican gives them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateNotFound
from pelican.generators import Generator
from pelican.settings import read_settings

from newsbrief.publish import compiled, compiled_before
from newsbrief.publish.surroundings import SIMPLE, environment, template

PAGES = {"own.html": "mine", "base.html": "{% extends '!simple/base.html' %}"}
TEXTS = (
    "{{ day|strftime('%d %B %Y, %-d') }}",
    "{{ 'town_clock' is plugin_enabled }} {{ 'other' is plugin_enabled }}",
    "{{ 'a'|loud }} {{ LAMP }} {{ 3 is odd_one }}",
)


def loud(text: str) -> str:
    return text.upper()


def odd_one(number: int) -> bool:
    return number % 2 == 1


@pytest.fixture
def both(tmp_path: Path) -> tuple[Environment, Environment, dict[str, Any]]:
    """Pelican's environment, ours, and the settings of both."""
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    for name, text in PAGES.items():
        (tmp_path / "theme" / "templates" / name).write_text(text, "utf-8")
    given = {
        "THEME": str(tmp_path / "theme"),
        "PLUGINS": ["pelican.plugins.town_clock"],
        "JINJA_FILTERS": {"loud": loud},
        "JINJA_TESTS": {"odd_one": odd_one},
        "JINJA_GLOBALS": {"LAMP": "a lamp"},
        "JINJA_ENVIRONMENT": {"trim_blocks": True, "extensions": ["jinja2.ext.loopcontrols"]},
    }
    settings = read_settings(override=given)
    pelicans: Environment = Generator({}, settings, str(tmp_path), settings["THEME"], str(tmp_path)).env
    return pelicans, environment(settings), settings


def test_templates_mean_the_same(both: tuple[Environment, Environment, dict[str, Any]]) -> None:
    """Compiled for one they may be run in the other, and are found under the same names."""
    pelicans, ours, _ = both
    assert compiled.ways(ours) == compiled.ways(pelicans)
    assert compiled.ways(Environment(autoescape=True)) != compiled.ways(pelicans)
    assert ours.list_templates() == pelicans.list_templates()
    assert (SIMPLE / "templates" / "base.html").is_file()


@pytest.mark.parametrize("text", TEXTS)
def test_templates_say_the_same(text: str, both: tuple[Environment, Environment, dict[str, Any]]) -> None:
    """Pelican's own functions among what they call."""
    pelicans, ours, _ = both
    day = dt.datetime(2029, 5, 4, 12, tzinfo=dt.UTC)
    assert ours.from_string(text).render(day=day) == pelicans.from_string(text).render(day=day)


def test_templates_are_looked_for_as_pelican_does(both: tuple[Environment, Environment, dict[str, Any]]) -> None:
    """The theme's first, Pelican's simple ones where it has none, and an error where nobody has."""
    _, ours, settings = both
    endings = settings["TEMPLATE_EXTENSIONS"]
    assert template(ours, endings, "own").filename == str(Path(settings["THEME"]) / "templates" / "own.html")
    assert str(template(ours, endings, "archives").filename).startswith(str(SIMPLE))
    with pytest.raises(TemplateNotFound, match="nobody"):
        template(ours, endings, "nobody")


def test_pelicans_functions_have_one_name_in_each_process() -> None:
    """What is compiled is kept for later runs, with Pelican or without."""
    settings = read_settings()
    told = compiled_before.said(compiled.ways(environment(settings))[4])
    assert "'pelican.utils.DateFormatter'" in told
