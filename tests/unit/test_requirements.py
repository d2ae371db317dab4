"""What newsbrief needs is what it says that it needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

# Everything but the cluster, which is an extra, and the files of new sites, which are no modules yet.
COMMAND = """
import importlib, json, pkgutil, sys
import newsbrief
for found in pkgutil.walk_packages(newsbrief.__path__, "newsbrief."):
    if not found.name.startswith(("newsbrief.scaffold.site", "newsbrief.archive.cluster", "newsbrief.__main__")):
        importlib.import_module(found.name)
import trafilatura, justext.core
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
# What the tests' own environment loads into every process.
BEFORE = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"


def modules(command: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(names: Iterable[str]) -> Iterator[str]:
    """The distributions that these bring, themselves included; no extra is ever asked for."""
    left, seen = [normal(name) for name in names], set[str]()
    while left:
        one = left.pop()
        if one in seen:
            continue
        seen.add(one)
        yield one
        try:
            asked = metadata.requires(one) or []
        except metadata.PackageNotFoundError:
            continue  # for another system
        left += [named(line) for line in asked if "extra ==" not in line]


def named(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return normal(found[0])


def test_what_is_loaded_is_installed_by_any_pip(project: Path) -> None:
    """Every distribution that newsbrief loads comes with it, also where pip knows nothing of extras.

    Some versions of pip do not find an extra that is written with "_" in one place and with "-" in the other.
    """
    declared = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    # An editable installation may be listed with its own modules.
    brought = {"newsbrief", *needed(map(named, declared))}
    own = metadata.packages_distributions()
    used = {name: {normal(of) for of in own[name]} for name in modules(COMMAND) - modules(BEFORE) if name in own}
    assert {"pelican", "trafilatura", "lxml_html_clean"} <= used.keys()
    assert {name: of for name, of in used.items() if not of & brought} == {}
