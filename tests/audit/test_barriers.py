"""The newest axe on every kind of page, in light and dark, on a phone and on a desk; in an audit on all of the demo."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.audit import tools
from tests.audit.conftest import Note
from tests.audit.kinds import Kind
from tests.audit.sites import DEMO, Site
from tests.barriers import barriers
from tests.effort import AUDIT

SCHEMES = ("light", "dark")
WIDTHS = (390, 1280)
HEIGHT = 844
# Of one page.
SHOWN = 20


@pytest.mark.parametrize("width", WIDTHS if AUDIT else WIDTHS[:1])
@pytest.mark.parametrize("scheme", SCHEMES if AUDIT else SCHEMES[:1])
def test_page_has_no_barrier(
    browser: Browser, site: Site, kind: Kind, names: list[str], scheme: str, width: int, note: Note
) -> None:
    """No rule is broken; whatever opens is open."""
    tools.need("axe", "node", tools.AXE)
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]  # the values are Playwright's
        viewport={"width": width, "height": HEIGHT},
    )
    page = context.new_page()
    found = {}
    for name in site.of(kind) if AUDIT and site.name == DEMO else names:
        page.goto(site.where(name))
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        if seen := barriers(page):
            found[name] = seen[:SHOWN]
    context.close()
    note(f"axe, {scheme}, {width} px", site.name, kind.name, sum(map(len, found.values())), "0")
    assert found == {}
