"""A theme and settings may ask for a part of the site only."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.newsroom import Newsroom
from tests.site.reading import broken_links
from tests.site.test_leaks import brief

BARE = """<!doctype html><html><head><title>{{ nb.name }}</title></head><body>
{% block content %}{% endblock %}</body></html>
"""
TEMPLATES = {
    "base.html": BARE,
    "index.html": '{% extends "base.html" %}{% block content %}{% for day in model.days %}{% for one in day.briefs %}'
    '<a href="{{ one.url|to }}">{{ one.headline }}</a>{% endfor %}{% endfor %}{% endblock %}',
    "article.html": '{% extends "base.html" %}{% block content %}<h1>{{ article.model.headline }}</h1>'
    "{{ article|body }}{% endblock %}",
}


@pytest.fixture
def small(newsroom: Newsroom) -> Newsroom:
    """A newsroom with a theme of three templates."""
    theme = newsroom.folder / "small"
    (theme / "templates").mkdir(parents=True)
    for name, text in TEMPLATES.items():
        (theme / "templates" / name).write_text(text, "utf-8")
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME = str(HERE / "small")\nTHEME_STATIC_PATHS = []\n')
    newsroom.brief("2029-05-04-parade.md", brief())
    return newsroom


def test_theme_goes_without_what_it_has_no_template_for(small: Newsroom) -> None:
    """No page of that kind, none of its files for machines, and no link to it in a brief's text."""
    done = small.build("--publish", SITEURL="https://news.example")
    assert done.returncode == 0, done.stderr
    pages = {name for name in small.pages() if name.endswith(".html")}
    assert pages == {"index.html", "2029/05/04/parade/index.html"}
    assert not (small.output / "search").exists()
    assert not (small.output / "timeline").exists()
    assert "We carry the lamps" in small.page("2029/05/04/parade/index.html")
    assert broken_links(small.pages(), "/")[0] == []


OF_PELICAN = """{% extends "base.html" %}{% block content %}<h1>{{ article.title }}</h1>
<p>{{ article.locale_date }}, {{ article.category }}, {{ article.tags|join("/") }}, {{ article.url }}</p>
<div>{{ article.content }}</div><div>{{ article|body }}</div>{% endblock %}"""


def test_template_may_ask_for_all_that_pelican_knows_of_an_article(small: Newsroom) -> None:
    """It is what Pelican itself gives, in a build that looks at a brief only where its page asks."""
    page = "2029/05/04/parade/index.html"
    (small.folder / "small" / "templates" / "article.html").write_text(OF_PELICAN, "utf-8")
    small.brief("2029-05-04-parade.md", brief("status: published\ncategory: News"))
    assert small.build().returncode == 0
    lean = small.page(page)
    assert "<p>Fri 04 May 2029, News, Parade, 2029/05/04/parade/</p>" in lean
    assert lean.count("We carry the lamps") == 2
    with (small.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nDAY_ARCHIVE_SAVE_AS = '{date:%Y}/all.html'\n")
    done = small.build()
    assert "Everything is built anew: DAY_ARCHIVE_SAVE_AS is set" in done.stderr
    assert small.page(page) == lean


@pytest.mark.parametrize(
    ("asked", "left"), [('("topics",)', {"all", "topics"}), ("()", {"all"}), ('"people"', {"all", "people"})]
)
def test_settings_name_the_feeds(newsroom: Newsroom, asked: str, left: set[str]) -> None:
    """That of all briefs is always there, and no page leads to one that is not."""
    newsroom.brief("2029-05-04-parade.md", brief("status: published\nstory: Lamps"))
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nNEWSBRIEF_FEEDS = {asked}\n")
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    folder = newsroom.output / "feeds"
    assert {path.relative_to(folder).parts[0].partition(".")[0] for path in folder.rglob("*.*")} == left
    assert broken_links(newsroom.pages(), "/")[0] == []


def test_unknown_feed_is_named(newsroom: Newsroom) -> None:
    """With those that there are."""
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nNEWSBRIEF_FEEDS = ["tags"]\n')
    done = newsroom.build()
    assert done.returncode == 1
    assert "NEWSBRIEF_FEEDS names tags" in done.stderr + done.stdout


LISTENER = """
from pelican import signals
def told(sender, *arguments, **values):
    with open(LOG, "a") as log:
        log.write(f"{NAME}\\n")
def register():
    signals.SIGNAL.connect(told)
"""


@pytest.mark.parametrize(
    "signal",
    [
        *("article_generator_finalized", "article_generator_write_article", "page_writer_finalized"),
        *("content_written", "finalized"),
    ],
)
def test_plugin_that_takes_part_has_everything_built(newsroom: Newsroom, project: Path, signal: str) -> None:
    """It hears of all articles and pages each time, the reason is told, and the bytes are the same."""
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build().returncode == 0
    alone = newsroom.pages()
    log = newsroom.folder / "log"
    text = LISTENER.replace("LOG", repr(str(log))).replace("{NAME}", "told").replace("SIGNAL", signal)
    (newsroom.folder / "listener.py").write_text(text, "utf-8")
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nsys.path.insert(0, str(HERE))\nimport listener\nPLUGINS.append(listener)\n")
    first = newsroom.build()
    assert f"the plugin listener takes part ({signal})" in first.stderr
    heard = len(log.read_text("utf-8"))
    newsroom.brief("2029-05-05-other.md", brief(title="Another headline"))
    assert newsroom.build().returncode == 0
    assert len(log.read_text("utf-8")) > heard
    (newsroom.content / "briefs" / "2029-05-05-other.md").unlink()
    assert newsroom.build().returncode == 0
    assert newsroom.pages() == alone


def test_template_that_reads_pelicans_lists_has_everything_built(newsroom: Newsroom, project: Path) -> None:
    """Such a page depends on everything: it is right after each change."""
    theme = newsroom.folder / "own"
    shutil.copytree(project / "theme", theme)
    index = theme / "templates" / "index.html"
    index.write_text(
        index.read_text("utf-8").replace("{% block content %}", "{% block content %}{{ articles|length }}", 1)
    )
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME = str(HERE / "own")\n')
    newsroom.brief("2029-05-04-parade.md", brief())
    done = newsroom.build()
    assert "index.html reads what only Pelican knows: articles" in done.stderr
    before = newsroom.page("index.html")
    newsroom.brief("2028-05-05-other.md", brief(title="Another headline").replace("2029-05-04", "2028-05-05"))
    assert newsroom.build().returncode == 0
    assert newsroom.page("index.html") != before
