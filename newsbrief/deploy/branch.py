"""A site onto a branch of its repository, from which GitHub Pages shows it; only if it is another one than before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class DeployError(Exception):
    """Why the site did not get there; the message says what to do."""


def remote_url(site: Path, remote: str) -> str:
    """The address of the repository that the branch is pushed to. Raises DeployError where there is none."""
    if _git(site, "rev-parse", "--git-dir").returncode:
        raise DeployError(
            "this folder is no git repository yet. Make an empty one on GitHub, then: git init -b main && git add . && "
            f'git commit -m "Begin" && git remote add {remote} https://github.com/NAME/REPOSITORY.git'
        )
    found = _git(site, "remote", "get-url", remote)
    if found.returncode:
        raise DeployError(
            f'the repository has no remote "{remote}"; add it with '
            f"`git remote add {remote} https://github.com/NAME/REPOSITORY.git`"
        )
    return found.stdout.strip()


def push(site: Path, output: Path, remote: str, branch: str, message: str, domain: str) -> bool:
    """Commit the output folder onto the branch and push it; False if readers have this site already.

    The branch was fetched before. It holds the site and nothing else, with .nojekyll, so that GitHub takes the files
    as they are.
    """
    before = _commit(site, branch)
    command = [sys.executable, "-m", "ghp_import", "--no-jekyll", "-m", message, "-r", remote, "-b", branch]
    command += ["--cname", domain] if domain and not (output / "CNAME").is_file() else []
    done = subprocess.run([*command, str(output)], cwd=site, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise DeployError(f"the site could not be committed: {_last(done)}")
    if before and _tree(site, branch) == _tree(site, before):
        _git(site, "update-ref", f"refs/heads/{branch}", before)
        return False
    pushed = _git(site, "push", remote, branch)
    if pushed.returncode:
        raise DeployError(
            f'"{branch}" could not be pushed to "{remote}": {_last(pushed)}. May you write there? In a workflow: '
            "permissions: contents: write"
        )
    return True


def fetch(site: Path, remote: str, branch: str) -> None:
    """Bring the branch here as the remote has it, if it has one: the build holds the new site against it."""
    there = _git(site, "ls-remote", "--heads", remote, branch)
    if there.returncode:
        raise DeployError(f'the remote "{remote}" does not answer: {_last(there)}')
    if not there.stdout.strip():
        return
    # A workflow has the newest commits only, and needs no more of the branch.
    shallow = _git(site, "rev-parse", "--is-shallow-repository").stdout.strip() == "true"
    depth = ["--depth=1"] if shallow else []
    if _git(site, "fetch", "--quiet", *depth, remote, f"{branch}:{branch}").returncode:
        raise DeployError(
            f'the branch "{branch}" here and that of "{remote}" have parted; it holds the built site only, so: '
            f"git branch -D {branch}, and again"
        )


def _commit(site: Path, branch: str) -> str:
    found = _git(site, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    return found.stdout.strip()


def _tree(site: Path, commit: str) -> str:
    return _git(site, "rev-parse", f"{commit}^{{tree}}").stdout.strip()


def _git(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(["git", *arguments], cwd=site, capture_output=True, text=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise DeployError("git is not installed; on Debian and Ubuntu: sudo apt-get install git") from None


def _last(done: subprocess.CompletedProcess[str]) -> str:
    """The last line that a command said, which is the one with the reason."""
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[-1] if lines else f"it ended with {done.returncode}"
