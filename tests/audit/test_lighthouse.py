"""Lighthouse as a phone, on the kinds of pages that readers meet first.

Its performance is worth something only on a machine that does nothing else; so it is asked for in an audit alone.
"""

from __future__ import annotations

import json
import statistics
from typing import Any

import pytest

from tests import chromium
from tests.audit import tools
from tests.audit.conftest import Note
from tests.audit.kinds import NAMED
from tests.audit.sites import Sites
from tests.effort import AUDIT

JUDGED = ("front page", "brief", "story", "timeline", "quote", "person")
# Measured as well, without a claim.
SEEN = ("topic", "search", "archive", "quotes")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
SECONDS = 300
FULL = 100


def run(address: str, categories: tuple[str, ...]) -> dict[str, Any]:
    """One run's report."""
    node = tools.need("lighthouse", "node", tools.LIGHTHOUSE)
    tools.need("lighthouse", "chromium", tools.LIGHTHOUSE)
    flags = " ".join(["--headless=new", *chromium.ARGUMENTS])
    output = tools.run(
        node, tools.LIGHTHOUSE, address, "--output=json", "--quiet", "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}",
        seconds=SECONDS, CHROME_PATH=chromium.found() or "",
    )  # fmt: skip
    report: dict[str, Any] = json.loads(output)
    assert "runtimeError" not in report, report["runtimeError"]
    return report


def lost(report: dict[str, Any], category: str) -> dict[str, str]:
    """What cost points in a category: an audit's name and what it says."""
    return {
        audit["id"]: str(report["audits"][audit["id"]].get("displayValue") or report["audits"][audit["id"]]["title"])
        for audit in report["categories"][category]["auditRefs"]
        if audit["weight"] and report["audits"][audit["id"]]["score"] not in (1, None)
    }


def points(reports: list[dict[str, Any]], category: str) -> int:
    """The median of the runs, in points of a hundred."""
    return round(100 * statistics.median(report["categories"][category]["score"] for report in reports))


@pytest.mark.parametrize("kind_name", [*JUDGED, *SEEN] if AUDIT else ["brief"])
def test_lighthouse_gives_all_points(sites: Sites, site_name: str, kind_name: str, note: Note) -> None:
    """100 of 100 in each category, the median of three runs on the typical page of a kind."""
    site = sites.get(site_name, "/brief/")
    if not site.of(NAMED[kind_name]):
        pytest.skip(f"no page of this kind in the site: {kind_name}")
    address = site.where(site.typical(NAMED[kind_name]))
    categories = CATEGORIES if AUDIT else CATEGORIES[1:]
    reports = [run(address, categories) for _ in range(RUNS if AUDIT else 1)]
    short = {}
    for category in categories:
        reached = points(reports, category)
        note(f"Lighthouse, {category}", site_name, kind_name, reached, str(FULL) if kind_name in JUDGED else "")
        if reached < FULL:
            short[category] = (reached, *(lost(report, category) for report in reports))
    if kind_name in JUDGED:
        assert short == {}
