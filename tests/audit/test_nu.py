"""The Nu validator, which checks pages as the HTML standard says."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from tests.audit import tools
from tests.audit.conftest import Note
from tests.audit.kinds import KINDS
from tests.audit.sites import Site
from tests.effort import AUDIT

SECONDS = 600
# In a folder it takes no address for the site's own, and data for a script. tests/browser/test_pages.py asks a browser.
POLICY = "violates Content Security Policy"
CONTROL = "<!doctype html><html lang=en><title>x</title><p>x</p></p>"


def judged(*folders: Path) -> list[dict[str, Any]]:
    """Its errors and warnings for all pages of some folders, in one run: most of its time is its start."""
    java = tools.need("nu", "java", tools.NU)
    output = tools.run(
        java, "-Xss4m", "-jar", tools.NU, "--format", "json", "--skip-non-html", "--stdout", *folders, seconds=SECONDS
    )
    return [
        message
        for message in json.loads(output)["messages"]
        if (message["type"] != "info" or message.get("subType") == "warning") and POLICY not in message["message"]
    ]


def test_pages_are_valid(site: Site, tmp_path: Path, note: Note) -> None:
    """No error and no warning on any page in an audit, on one page of each kind otherwise; a wrong page has one."""
    folder = site.folder
    if not AUDIT:
        folder = tmp_path / "sample"
        for name in (site.of(kind)[-1] for kind in KINDS if site.of(kind)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site.folder / name, folder / name)
    control = tmp_path / "control"
    control.mkdir()
    (control / "index.html").write_text(CONTROL, "utf-8")
    messages = judged(folder, control)
    assert [message["type"] for message in messages if "/control/" in message["url"]] == ["error"]
    found = [_line(message) for message in messages if "/control/" not in message["url"]]
    errors = [line for line in found if line.startswith("error")]
    note("Nu validator, errors", site.name, "all", len(errors), "0")
    note("Nu validator, warnings", site.name, "all", len(found) - len(errors), "0")
    assert Counter(found).most_common(20) == []


def _line(message: dict[str, Any]) -> str:
    """What is wrong, without where: the same mistake on many pages is one."""
    return f"{message.get('subType', message['type'])}: {message['message']} {message.get('extract', '')}"
