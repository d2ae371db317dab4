"""Plugins of others do beside ours what they do without it: three that many sites use."""

from __future__ import annotations

import pytest

from tests.newsroom import Newsroom
from tests.site.test_leaks import brief

# What an overriding template asks of them.
ASKS = """{% extends "!theme/article.html" %}
{% block pager %}
{% set next = article.next_article %}
{% if next %}<a class="later" href="{{ next.url }}">{{ next.title }}</a>{% endif %}
{% for one in article.related_posts|default([]) %}<i class="near">{{ one.title }}</i>{% endfor %}
{% endblock %}
"""


@pytest.fixture
def equipped(newsroom: Newsroom) -> Newsroom:
    """Three briefs of one topic, a template that asks the plugins, and the plugins."""
    (newsroom.folder / "own").mkdir()
    (newsroom.folder / "own" / "article.html").write_text(ASKS, "utf-8")
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME_TEMPLATES_OVERRIDES = [str(HERE / "own")]\nSITEURL = ""\n')
        settings.write("\nPLUGINS += ['neighbors', 'related_posts', 'sitemap']\n")
    for day in (4, 5, 6):
        text = brief(title=f"Parade of day {day}").replace("date: 2029-05-04", f"date: 2029-05-0{day}")
        newsroom.brief(f"2029-05-0{day}-parade.md", text)
    return newsroom


def test_plugins_do_their_work(equipped: Newsroom) -> None:
    """Neighbours are known to the templates, related articles too, and a sitemap of all pages is written."""
    done = equipped.build()
    assert done.returncode == 0, done.stderr
    assert "takes part" in done.stderr
    page = equipped.page("2029/05/05/parade/index.html")
    assert '<a class="later" href="2029/05/06/parade/">Parade of day 6</a>' in page
    assert page.count('<i class="near">') == 2
    listed = equipped.page("sitemap.xml")
    assert "2029/05/05/parade/" in listed
    assert "timeline/" in listed


def test_site_is_right_after_each_change(equipped: Newsroom) -> None:
    """What a plugin says of a brief depends on others: an edit of one shows on the page of the other."""
    assert equipped.build().returncode == 0
    equipped.brief(
        "2029-05-06-parade.md", brief(title="A new headline").replace("date: 2029-05-04", "date: 2029-05-06")
    )
    assert equipped.build().returncode == 0
    assert "A new headline</a>" in equipped.page("2029/05/05/parade/index.html")
    last = equipped.pages()
    assert equipped.build("-o", "whole").returncode == 0
    whole = {
        path.relative_to(equipped.folder / "whole").as_posix() for path in (equipped.folder / "whole").rglob("*.*")
    }
    assert whole == set(last)
