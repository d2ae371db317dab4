"""What axe finds on a page: the rules of WCAG 2.0 to 2.2 at levels A and AA, and best practice.

`make audit` and `make test` fetch the newest axe-core with npm; where npm is missing, an older one does most of it.
"""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NEWEST = Path(__file__).parent / "audit" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def barriers(page: Page) -> list[str]:
    """Each rule that is broken, with where: "target-size: .nb-permalink"."""
    axe = Axe.from_file(NEWEST) if NEWEST.is_file() else Axe()
    found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['target'][0]}" for rule in found for node in rule["nodes"]]
