"""A few briefs changed: the site is built without Pelican, unless only Pelican can do what is asked."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from tests.newsroom import INSTANT, Newsroom
from tests.site.test_late import CONTENT, MIDDLE, NEWEST, PARTS, another_headline, ferry, gone, new, themed
from tests.site.test_reprint import edit, whole

# What a build says that Pelican had no part in, and one that is Pelican's.
WITHOUT, WITH = "made anew in", "Done: Processed"
ABOUT = "Title: About\n\nWho we are.\n"


@pytest.fixture
def town(newsroom: Newsroom, request: pytest.FixtureRequest) -> Newsroom:
    """A newsroom that was built once. The parameter does something to it first."""
    themed(newsroom, {**CONTENT, **PARTS})
    for day in range(1, 27):
        newsroom.brief(f"2029-04-{day:02}-ferry.md", ferry(day))
    (newsroom.content / "pages" / "about.md").write_text(ABOUT, "utf-8")
    getattr(request, "param", lambda _: None)(newsroom)
    build(newsroom)
    return newsroom


def build(town: Newsroom) -> subprocess.CompletedProcess[str]:
    done = town.build(SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 0, done.stderr
    return done


def settings(town: Newsroom, *lines: str) -> None:
    """Lines at the end of the settings."""
    with (town.folder / "pelican.conf.py").open("a", encoding="utf-8") as file:
        file.write("\n".join(("", *lines, "")))


def template(town: Newsroom, name: str, old: str, more: str) -> None:
    file = town.folder / "plain" / "templates" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, f"{old}{more}"), "utf-8")


def another_body(town: Newsroom) -> None:
    edit(town, MIDDLE, "Nobody knows why.", "Nobody knows how.")


def with_dates_by_pelican(town: Newsroom) -> None:
    template(town, "base.html", "<body>", '{{ model.published|strftime("%B") if model and model.published }}')
    template(town, "base.html", "<body>", '{{ "newsbrief.publish" is plugin_enabled }}')


def with_own_values(town: Newsroom) -> None:
    settings(town, "def loud(text):", "    return text.upper()", 'JINJA_FILTERS = {"loud": loud}', "PLACE = HERE")
    template(town, "base.html", "<body>", "{{ nb.name|loud }} {{ PLACE.name }}")


def with_a_file_for_all_to_have(town: Newsroom) -> None:
    (town.content / "images" / "plan.txt").write_text("A plan.", "utf-8")


def nothing_else(town: Newsroom) -> None:
    """As it is."""


SITES = (nothing_else, with_dates_by_pelican, with_own_values, with_a_file_for_all_to_have)


@pytest.mark.parametrize("change", [another_body, another_headline, new, gone], ids=lambda one: one.__name__)
@pytest.mark.parametrize("town", SITES, indirect=True, ids=lambda one: one.__name__)
def test_pelican_is_not_asked(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """The site is what Pelican's run makes from nothing, after the change and after a second one."""
    before = set(town.pages())
    change(town)
    assert WITHOUT in build(town).stdout
    assert town.pages() == whole(town)
    assert {"about/index.html"} <= before & set(town.pages())
    edit(town, "2029-04-24-ferry.md", "title:", "title: Old")
    assert WITHOUT in build(town).stdout
    assert town.pages() == whole(town)


def test_nothing_of_pelican_is_loaded(town: Newsroom) -> None:
    """That is what it is for: a new process, whose imports Python itself lists."""
    another_headline(town)
    done = town.run("build", SOURCE_DATE_EPOCH=INSTANT, PYTHONPROFILEIMPORTTIME="1")
    assert WITHOUT in done.stdout
    assert " jinja2" in done.stderr
    assert " pelican" not in done.stderr


def a_link_to_a_brief(town: Newsroom) -> None:
    page = f"{ABOUT}\n[The last one]({{filename}}/briefs/{NEWEST})\n"
    (town.content / "pages" / "about.md").write_text(page, "utf-8")


def a_plugin(town: Newsroom) -> None:
    (town.folder / "town_clock.py").write_text("def register():\n    pass\n", "utf-8")
    settings(town, "import town_clock", "PLUGINS = [*PLUGINS, town_clock]")


def a_value_that_is_another_each_time(town: Newsroom) -> None:
    settings(town, "import time", "STARTED = time.monotonic_ns()")


def a_template_that_asks_the_article(town: Newsroom) -> None:
    template(town, "article.html", "{% block content %}", "{{ article.reading_time }}{{ article.source_path|length }}")


SITES_OF_PELICAN = (a_link_to_a_brief, a_plugin, a_value_that_is_another_each_time, a_template_that_asks_the_article)


@pytest.mark.parametrize("town", SITES_OF_PELICAN, indirect=True, ids=lambda one: one.__name__)
def test_pelican_is_asked(town: Newsroom) -> None:
    """Where only Pelican knows what comes out: without a word about it, each time, and the site is the right one."""
    for change in (another_headline, new, another_body):
        change(town)
        done = build(town)
        assert WITH in done.stdout
        assert WITHOUT not in done.stdout
        assert done.stderr == ""
        assert town.pages() == whole(town)


def another_own_page(town: Newsroom) -> None:
    (town.content / "pages" / "about.md").write_text(f"{ABOUT}\nAnd why.\n", "utf-8")


def another_template(town: Newsroom) -> None:
    template(town, "base.html", "<body>", "<p>Lamp</p>")


def another_setting(town: Newsroom) -> None:
    settings(town, 'SITENAME = "The Buoy"')


@pytest.mark.parametrize("change", [another_own_page, another_template, another_setting], ids=lambda one: one.__name__)
def test_what_is_no_brief_is_pelican_s(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """Together with a brief, too; the build after it does without Pelican again."""
    another_headline(town)
    change(town)
    assert WITH in build(town).stdout
    assert town.pages() == whole(town)
    new(town)
    assert WITHOUT in build(town).stdout
    assert town.pages() == whole(town)


MISTAKES = [
    ("article.html", '{% set model = article.model %}{{ 1 // (0 if "Fog" in model.headline else 1) }}'),
    ("timeline.html", '{{ 1 // (0 if "Fog" in model|string else 1) }}'),
]


@pytest.mark.parametrize(("name", "mistake"), MISTAKES, ids=["brief", "timeline"])
def test_a_mistake_in_a_template_is_said_once(town: Newsroom, name: str, mistake: str) -> None:
    """A template fails on what a brief has now: the build without Pelican keeps silent about it."""
    template(town, name, "{% block content %}", mistake)
    build(town)
    edit(town, MIDDLE, "title: Ferry", "title: Fog, and ferry")
    done = town.build(SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    before = done.stderr.count("ZeroDivisionError")
    assert before == town.build(SOURCE_DATE_EPOCH=INSTANT).stderr.count("ZeroDivisionError")
    edit(town, MIDDLE, "title: Fog, and ferry", "title: Ferry, and more")
    build(town)
    assert town.pages() == whole(town)


def test_a_raw_article_becomes_a_page_without_pelican(town: Newsroom) -> None:
    """The desk writes its brief, and the build that it is part of prints what that reaches."""
    town.raw("fog.txt", "Fog on the quay\n\n27 April 2029\n\nFog lay on the quay all day, and nobody sailed.\n")
    done = build(town)
    assert "fog" in done.stdout
    assert WITHOUT in done.stdout
    assert town.pages() == whole(town)
    assert "Nothing to do" in build(town).stdout


def test_what_the_desk_refuses_is_said_by_each_build(town: Newsroom) -> None:
    """Such a build is Pelican's, and ends with its exit code; so does the next one, of which another brief is part."""
    town.raw("empty.txt", "")
    for change in (lambda _: None, another_headline):
        change(town)
        done = town.build(SOURCE_DATE_EPOCH=INSTANT)
        assert done.returncode == 1
        assert "empty.txt" in done.stderr
        assert WITHOUT not in done.stdout
    assert town.pages() == whole(town)
