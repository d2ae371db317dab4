"""Who sits at the desk: the name that goes into `reviewed:`."""

from __future__ import annotations

import getpass
import shutil
import subprocess


def whoever() -> str:
    """The name that git knows, else the login's."""
    git = shutil.which("git")
    if git:
        done = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603
        if done.stdout.strip():
            return done.stdout.strip()
    return getpass.getuser()
