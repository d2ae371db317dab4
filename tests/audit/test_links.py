"""Every address of a whole site arrives; tests/site/test_links.py asks the same of a small site with odd briefs."""

from __future__ import annotations

import pytest

from tests.audit.conftest import Note
from tests.audit.sites import DEMO, PREFIXES, Sites
from tests.effort import AUDIT
from tests.site.reading import broken_addresses, broken_links, clicks, read

FARTHEST = 3
NOINDEX = b'<meta name="robots" content="noindex">'


@pytest.mark.parametrize("prefix", PREFIXES if AUDIT else PREFIXES[1:])
def test_links_arrive(sites: Sites, site_name: str, prefix: str, note: Note) -> None:
    """Every link, picture, script, style and anchor of every page is there under this prefix."""
    site = sites.get(site_name, prefix)
    broken, count = broken_links(site.files, prefix, pages=site.pages)
    note(f"links under {prefix}", site_name, "all", count)
    note(f"broken links under {prefix}", site_name, "all", len(broken), "0")
    assert broken == []


@pytest.mark.parametrize("prefix", PREFIXES if AUDIT else PREFIXES[1:])
def test_own_absolute_addresses_arrive(sites: Sites, site_name: str, prefix: str, note: Note) -> None:
    """Whatever names the site's own address leads to a file: canonical links, data for machines, feeds, exports."""
    site = sites.get(site_name, prefix)
    broken, count = broken_addresses(site.files, site.siteurl, site.pages)
    note(f"absolute addresses under {prefix}", site_name, "all", count)
    note(f"broken absolute addresses under {prefix}", site_name, "all", len(broken), "0")
    assert broken == []
    assert count > len(site.pages)


@pytest.mark.skipif(not AUDIT, reason="tests/site/test_links.py asks it of a small site")
def test_links_arrive_on_disk(sites: Sites, site_name: str, note: Note) -> None:
    """Built with RELATIVE=1 every link names the file that it leads to."""
    files = sites.on_disk(site_name)
    broken, count = broken_links(files, "/", from_disk=True, pages=read(files))
    note("links on disk", site_name, "all", count)
    note("broken links on disk", site_name, "all", len(broken), "0")
    assert broken == []


def test_every_page_is_within_three_clicks(sites: Sites, site_name: str, note: Note) -> None:
    """From the front page of the demo, by links alone; of many briefs the farthest may be one click more.

    A page that asks search engines to leave it out, as a withdrawn brief's does, need not be linked at all.
    """
    site = sites.get(site_name, "/brief/")
    reached = clicks(site.pages, site.prefix)
    for distance in range(1, max(reached.values()) + 1):
        note(f"pages {distance} clicks away", site_name, "all", list(reached.values()).count(distance))
    hidden = {name for name in site.pages if name == "404.html" or NOINDEX in site.files[name]}
    assert set(site.pages) - set(reached) - hidden == set()
    farthest = FARTHEST if site_name == DEMO else FARTHEST + 1
    assert [name for name, distance in reached.items() if distance > farthest] == []
