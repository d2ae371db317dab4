"""The newest axe on every kind of page, in light and dark, on a phone and on a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.audit import tools
from tests.audit.conftest import FEW, Note
from tests.audit.kinds import Kind
from tests.audit.sites import DEMO, Site, Sites
from tests.barriers import barriers
from tests.effort import AUDIT, sample

SCHEMES = ("light", "dark")
WIDTHS = (390, 1280)
HEIGHT = 844


@pytest.mark.parametrize("width", WIDTHS if AUDIT else WIDTHS[:1])
@pytest.mark.parametrize("scheme", SCHEMES if AUDIT else SCHEMES[:1])
def test_kind_of_page_has_no_barrier(
    browser: Browser, site: Site, kind: Kind, names: list[str], scheme: str, width: int, note: Note
) -> None:
    """No rule is broken; whatever opens is open."""
    tools.need("axe", "node", tools.AXE)
    found = broken(browser, site, names, scheme, width)
    note(f"axe, {scheme}, {width} px", site.name, kind.name, sum(map(len, found.values())), "0")
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS if AUDIT else WIDTHS[:1])
@pytest.mark.parametrize("scheme", SCHEMES if AUDIT else SCHEMES[:1])
def test_no_page_of_the_demo_has_a_barrier(browser: Browser, sites: Sites, scheme: str, width: int, note: Note) -> None:
    """All pages of the demo in an audit, otherwise a sample."""
    tools.need("axe", "node", tools.AXE)
    site = sites.get(DEMO, "/brief/")
    found = broken(browser, site, sample(sorted(site.pages), FEW), scheme, width)
    note(f"axe, {scheme}, {width} px", site.name, "all", sum(map(len, found.values())), "0")
    assert found == {}


def broken(browser: Browser, site: Site, names: list[str], scheme: str, width: int) -> dict[str, list[str]]:
    """What axe finds on each of the pages on which it finds something."""
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]  # the values are Playwright's
        viewport={"width": width, "height": HEIGHT},
    )
    page = context.new_page()
    found = {}
    for name in names:
        page.goto(site.where(name))
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        if seen := barriers(page):
            found[name] = seen[:20]
    context.close()
    return found
