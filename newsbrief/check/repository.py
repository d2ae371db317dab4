"""What git tracks of the content folder, and where it goes from there. Nothing is asked of another machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct, field

PATIENCE = 20


class Repository(Struct, frozen=True):
    """`remote`: where the repository is pushed to, by name, "" for nowhere; `tracked`: paths below the content folder.

    `public`: whether anybody can read it; None where nothing on this machine says so.
    """

    remote: str = ""
    tracked: frozenset[str] = field(default_factory=frozenset)
    public: bool | None = None


def repository(content: Path) -> Repository:
    """Ask git. A folder that is no repository, and a machine without git, track nothing."""
    remotes = _git(content, "remote").split()
    if not remotes:
        return Repository()
    tracked = frozenset(path for path in _git(content, "ls-files", "-z").split("\0") if path)
    return Repository(remotes[0], tracked, _public())


def _public() -> bool | None:
    """What GitHub tells a workflow about the repository it runs in, in the file that it names."""
    file = os.environ.get("GITHUB_EVENT_PATH", "")
    try:
        private = json.loads(Path(file).read_text("utf-8"))["repository"]["private"] if file else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return not private if isinstance(private, bool) else None


def _git(folder: Path, *arguments: str) -> str:
    program = shutil.which("git")
    if program is None or not folder.is_dir():
        return ""
    command = [program, "-C", str(folder), *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False, env=environment)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""
