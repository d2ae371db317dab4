"""A host's own settings are respected, and those that no brief can be published with are named."""

from __future__ import annotations

import pytest

from tests.site.hosting import MARKER, Host, told


@pytest.mark.parametrize(
    "lines",
    [
        'STATIC_PATHS = [""]\nSTATIC_EXCLUDE_SOURCES = False',
        "CACHE_CONTENT = LOAD_CONTENT_CACHE = True\nCONTENT_CACHING_LAYER = 'generator'",
        'ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"',
        'ARTICLE_PATHS = ["tides", "works"]',
        'SITEURL = "https://log.example"',
        'SITEURL = "/log"',
        "RELATIVE_URLS = True",
        'JINJA_ENVIRONMENT = {"autoescape": True}',
        'THEME = "simple"',
        'THEME = "notmyidea"',
        'JINJA_ENVIRONMENT = {"extensions": ["jinja2.ext.i18n"]}\nJINJA_FILTERS = {"to": str.upper}',
    ],
)
def test_any_settings_of_a_host(host: Host, lines: str) -> None:
    """Whatever it sets, it is built, briefs stand in its list, and what is not published is nowhere."""
    host.plug_in()
    host.briefs()
    host.set(lines)
    for _ in range(2):
        done = host.build()
        assert done.returncode == 0, done.stderr + done.stdout
    assert "Forty lamps" in host.page("index.html")
    assert [name for name, data in host.pages().items() if MARKER in data.lower()] == []
    assert "<moves>" not in host.page("index.html")


def test_output_of_sources_is_refused(host: Host) -> None:
    """It would publish the briefs' files."""
    host.plug_in()
    host.briefs()
    host.set("OUTPUT_SOURCES = True")
    done = host.build()
    assert done.returncode == 1
    assert "OUTPUT_SOURCES is on" in done.stderr + done.stdout


@pytest.mark.parametrize("siteurl", ["", "/log"])
def test_site_for_readers_needs_its_address(host: Host, siteurl: str) -> None:
    """A host who says that it is for readers is told where to write it, in words of a host's; then it is built."""
    host.plug_in()
    host.briefs()
    host.templates()
    host.set(f'NEWSBRIEF_PUBLISH = True\nSITEURL = "{siteurl}"')
    done = host.build()
    assert done.returncode == 1
    assert "SITEURL is no whole address" in told(done)
    assert "make publish" not in told(done)
    host.set('SITEURL = "https://log.example"')
    assert host.build().returncode == 0
    assert "https://log.example/parade.html" in host.page("timeline/events.ics").replace("\r\n ", "")
