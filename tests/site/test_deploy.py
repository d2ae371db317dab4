"""What the workflow runs, run here: publish, and push to a branch of a remote."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsroom import Newsroom, files_of
from tests.site.reading import broken_links

VENV = Path(sys.prefix)
SITEURL = "https://news.example/brief"


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def repository(seed_newsroom: Newsroom) -> Newsroom:
    """The newsroom as a git repository whose remote is a bare folder."""
    folder = seed_newsroom.folder
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy2(seed_newsroom.project / name, folder / name)
    run(folder.parent, "git", "init", "-q", "--bare", "remote.git")
    run(folder, "git", "init", "-q", "-b", "main")
    for key, value in (("user.name", "Desk"), ("user.email", "desk@news.example")):
        run(folder, "git", "config", key, value)
    run(folder, "git", "remote", "add", "origin", str(folder.parent / "remote.git"))
    return seed_newsroom


@pytest.mark.skipif(not (VENV / "installed").is_file(), reason="make's own environment runs this")
def test_pushed_branch_is_the_published_site(repository: Newsroom) -> None:
    """`make publish` and `make github` put the site on the branch gh-pages, whole and with links that work."""
    for target in ("publish", "github"):
        # -o: the environment is the tests' own, and no test installs anything into it.
        run(repository.folder, "make", "-o", f"{VENV}/installed", target, f"VENV={VENV}", f"SITEURL={SITEURL}")
    clone = repository.folder.parent / "clone"
    run(clone.parent, "git", "clone", "-q", "--branch", "gh-pages", "remote.git", str(clone))
    served = {name: data for name, data in files_of(clone).items() if not name.startswith(".git/")}
    assert served.pop(".nojekyll") == b""
    assert served == repository.pages()
    broken, count = broken_links(served, "/brief/")
    assert broken == []
    assert count > 50
    assert b'<link rel="canonical" href="https://news.example/brief/' in served["timeline/index.html"]


def test_workflow_runs_the_targets_that_run_here(project: Path) -> None:
    """The deploy workflow calls make publish and make github and nothing else that builds."""
    workflow = (project / ".github" / "workflows" / "site.yml").read_text("utf-8")
    assert 'make publish SITEURL="$SITEURL"' in workflow
    assert 'make github SITEURL="$SITEURL"' in workflow
    assert "pelican" not in workflow
