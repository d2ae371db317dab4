"""What the requirements.txt of a new site asks for: the newsbrief that made it, from wherever that came.

The workflow on GitHub installs what stands there. How this newsbrief was installed is told by its own record (PEP 610,
direct_url.json): from a package index there is none, and the version says it all.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct

import newsbrief

NAME = "newsbrief"
# How git writes addresses that are none of the web: git@host:owner/project.git
SCP = "ssh://{0}/{1}"


class Requirement(Struct, frozen=True):
    """`line`: what pip is asked for. `wheel`: a file that has to lie beside it. `doubt`: why others may not get it."""

    line: str
    wheel: Path | None = None
    doubt: str = ""


def installed() -> Requirement:
    """The newsbrief that runs, as pip gets it elsewhere."""
    try:
        told = metadata.distribution(NAME).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        told = None
    return of_record(json.loads(told) if told else {})


def of_record(told: dict[str, Any]) -> Requirement:
    """What a record of an installation asks for; an empty one is that of a package index."""
    url, versions = str(told.get("url", "")), of_version()
    if "vcs_info" in told:
        source = told["vcs_info"]
        return Requirement(f"{NAME} @ {source.get('vcs', 'git')}+{url}@{source.get('commit_id', '')}")
    if not url.startswith("file:"):
        return Requirement(f"{NAME} @ {url}" if url else versions)
    path = Path(unquote(urlsplit(url).path))
    if "archive_info" in told and path.suffix == ".whl":
        if path.is_file():
            return Requirement(f"./{path.name}", path)
        return Requirement(versions, doubt=f"{path.name}, which newsbrief was installed from, is not there any more")
    cloned = _clone(path)
    doubt = "" if cloned else f"newsbrief was installed from {path}, and nobody else has that"
    return Requirement(cloned or versions, doubt=doubt)


def of_version() -> str:
    """The version that runs, or a later one that keeps its word."""
    major, minor = newsbrief.__version__.split(".")[:2]
    return f"{NAME}~={major}.{minor}.0"


def _clone(folder: Path) -> str:
    """The commit that a clone has, at the address it was cloned from; "" where that is no address for others."""
    address, commit = _git(folder, "remote", "get-url", "origin"), _git(folder, "rev-parse", "HEAD")
    # Only what its remote has can be fetched from there.
    if not commit or not _git(folder, "branch", "--remotes", "--contains", commit):
        return ""
    host, colon, path = address.partition(":")
    if colon and "/" not in host and not path.startswith("//"):
        address = SCP.format(host, path)
    parts = urlsplit(address)
    if parts.scheme not in ("https", "ssh") or not parts.hostname:
        return ""
    # No name and no password of whoever cloned it goes into a file that is committed.
    return f"{NAME} @ git+https://{parts.hostname}{parts.path}@{commit}"


def _git(folder: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() if done.returncode == 0 else ""
