"""Programs that are not part of newsbrief: what is missing is skipped in `make test` and fails an audit."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import chromium
from tests.effort import AUDIT

MODULES = Path(__file__).parent / "node_modules"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = MODULES / "axe-core" / "axe.min.js"
# `make audit SKIP="lighthouse nu"` does without.
SKIPPED = os.environ.get("NEWSBRIEF_AUDIT_SKIP", "").split()
INSTALL = {
    "node": "install Node.js 18.20 or newer (Debian and Ubuntu: sudo apt-get install nodejs npm)",
    "java": "install a Java runtime, 11 or newer (Debian and Ubuntu: sudo apt-get install default-jre-headless)",
    "chromium": "install Chromium (Debian and Ubuntu: sudo apt-get install chromium)",
}


def need(name: str, program: str, module: Path) -> str:
    """The path of the program that runs a check; `name` is what SKIP calls it."""
    if name in SKIPPED:
        pytest.skip(f"SKIP names {name}")
    path = chromium.found() if program == "chromium" else shutil.which(program)
    if path is None:
        _missing(f"{name} needs {program}: {INSTALL[program]}")
    if not module.is_file():
        _missing(f"{name} is not here: `make audit` fetches it with npm ({INSTALL['node']})")
    return str(path)


def run(*command: str | Path, seconds: int, **environment: str) -> str:
    """What a program writes; these end with other codes than 0 when they find something."""
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
    assert done.stdout, f"{command[0]} wrote nothing, but: {done.stderr[-2000:]}"
    return done.stdout


def _missing(reason: str) -> None:
    if AUDIT:
        pytest.fail(f"{reason}; or leave it out: make audit SKIP={reason.split()[0]}", pytrace=False)
    pytest.skip(reason)
