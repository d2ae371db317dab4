"""What the workflows run, run here: their own steps, read from the files, against a remote that is a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
import yaml

from newsbrief import scaffold
from tests.newsroom import INSTANT, Newsroom, files_of
from tests.serving import served
from tests.site.installed import environment
from tests.site.reading import Page, broken_links
from tests.site.test_leaks import brief

VENV = Path(sys.prefix)
SITEURL = "https://news.example/brief"
OWN_MAKE = pytest.mark.skipif(not (VENV / "installed").is_file(), reason="make's own environment runs this")


def run(folder: Path, *command: str, fails: bool = False, **variables: str) -> str:
    given = {"SOURCE_DATE_EPOCH": INSTANT, "GIT_CONFIG_GLOBAL": os.devnull, **variables}
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **given}, capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode != 0) == fails, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def steps(workflow: Path) -> list[tuple[str, Mapping[str, str]]]:
    """The shell of every step, and its own variables; what GitHub puts in there is the address above."""
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    found = [step for job in jobs for step in job["steps"] if "run" in step]
    variables = {"${{ vars.SITEURL }}": SITEURL}
    return [(step["run"], {name: variables[value] for name, value in step.get("env", {}).items()}) for step in found]


def follow(workflow: Path, folder: Path, **variables: str) -> str:
    """Run a workflow's steps as GitHub's runner does: one shell each, which ends at the first error."""
    return "".join(run(folder, "bash", "-e", "-c", text, **variables, **own) for text, own in steps(workflow))


def into_git(folder: Path) -> Path:
    """The folder as a repository whose remote is a bare folder, and a fresh clone of it, as a runner gets one."""
    remote = folder.parent / "remote.git"
    run(folder.parent, "git", "init", "-q", "--bare", "-b", "main", "remote.git")
    run(folder, "git", "init", "-q", "-b", "main")
    run(folder, "git", "add", ".")
    run(folder, "git", "-c", "user.name=Desk", "-c", "user.email=desk@news.example", "commit", "-qm", "Begin")
    run(folder, "git", "push", "-q", str(remote), "main")
    run(folder.parent, "git", "clone", "-q", "--depth=1", f"file://{remote}", "runner")
    return folder.parent / "runner"


def branch(runner: Path) -> dict[str, bytes]:
    """What stands on the branch gh-pages of the remote."""
    clone = runner.parent / "clone"
    shutil.rmtree(clone, ignore_errors=True)
    run(runner.parent, "git", "clone", "-q", "--branch", "gh-pages", "remote.git", str(clone))
    return {name: data for name, data in files_of(clone).items() if not name.startswith(".git/")}


def commits(runner: Path) -> int:
    return int(run(runner.parent / "remote.git", "git", "rev-list", "--count", "gh-pages"))


def crawled(folder: Path, prefix: str) -> tuple[int, list[str]]:
    """Follow every link of a served site from its front page: (how many pages were read, those that are not there)."""
    with served(folder, prefix) as address:
        seen, waiting, lost = set[str](), [address], list[str]()
        while waiting:
            url = waiting.pop()
            if url in seen or not url.startswith(address):
                continue
            seen.add(url)
            try:
                with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310  # the local server
                    page = answer.headers["Content-Type"].startswith("text/html")
                    text = answer.read().decode("utf-8", "replace")
            except OSError:
                lost.append(url)
                continue
            waiting += [urldefrag(urljoin(url, link))[0] for link in Page(text).links] if page else []
        return len(seen), lost


def shown_to_readers(runner: Path, least: int) -> None:
    """The pushed branch is the site: served below its prefix, every link of it arrives."""
    files = branch(runner)
    assert files[".nojekyll"] == b""
    assert "404.html" in files
    assert "CNAME" not in files  # below a prefix the domain is another repository's
    broken, count = broken_links(files, "/brief/")
    assert broken == []
    read, lost = crawled(runner.parent / "clone", "/brief/")
    assert lost == []
    assert read >= least
    assert count > least
    assert b'<link rel="canonical" href="https://news.example/brief/' in files["timeline/index.html"]


@OWN_MAKE
def test_workflow_of_the_project(seed_newsroom: Newsroom) -> None:
    """Its own steps put the site onto gh-pages, whole and with links that work; again, nothing is pushed."""
    folder, project = seed_newsroom.folder, seed_newsroom.project
    for name in ("Makefile", "requirements.txt", "pyproject.toml", ".gitignore"):
        shutil.copy2(project / name, folder / name)
    runner = into_git(folder)
    # -o: the environment is the tests' own, and no test installs anything into it.
    variables = {"MAKEFLAGS": f"-o {VENV}/installed VENV={VENV}", "PYTHONPATH": str(project)}
    workflow = project / ".github" / "workflows" / "site.yml"
    assert "Pushed to gh-pages" in follow(workflow, runner, **variables)
    shown_to_readers(runner, 30)
    assert "Nothing to push" in follow(workflow, runner, **variables)
    assert commits(runner) == 1


def test_workflow_of_a_new_site(tmp_path: Path, project: Path) -> None:
    """So do those of a site that `newsbrief new` made; a run after an embargo brings the brief."""
    place = environment(tmp_path / "venv", project)
    variables = {"PATH": f"{place.programs}:{os.environ['PATH']}", **place.variables}
    made = place.run(tmp_path, "newsbrief", "new", "my-site")
    assert "newsbrief build" in made.stdout
    folder = tmp_path / "my-site"
    (folder / "content" / "briefs" / "2029-05-04-parade.md").write_text(brief(), "utf-8")
    late = brief("status: published\nembargo: 2030-03-02", "Lamps after an embargo")
    (folder / "content" / "briefs" / "2029-05-05-late.md").write_text(late, "utf-8")
    runner = into_git(folder)
    assert place.run(tmp_path, "python", "-m", "pip", "uninstall", "-y", "-q", "newsbrief").returncode == 0
    workflow = runner / ".github" / "workflows" / "site.yml"
    assert not (runner / "content" / "raw").exists()
    assert "Pushed to gh-pages" in follow(workflow, runner, **variables)
    shown_to_readers(runner, 15)
    assert not [name for name, data in branch(runner).items() if b"after an embargo" in data]
    assert "Nothing to push" in follow(workflow, runner, **variables)
    later = {**variables, "SOURCE_DATE_EPOCH": str(int(INSTANT) + 2 * 86_400)}
    assert "Pushed to gh-pages" in follow(workflow, runner, **later)
    assert "2029/05/04/late/index.html" in branch(runner)
    assert commits(runner) == 2


@pytest.mark.parametrize("own", ["project", "new site"])
def test_workflows_ask_for_little(project: Path, own: str) -> None:
    """On a schedule too; the right to push and no other; actions of GitHub's by their versions; `make test` on all."""
    folder = project / ".github" if own == "project" else scaffold.FILES / "dot-github"
    workflow = yaml.load((folder / "workflows" / "site.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    assert workflow["on"]["schedule"]
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "write"}]
    used = {step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step}
    assert used == {"actions/checkout@v4", "actions/setup-python@v5"}


def test_every_python_is_tested(project: Path) -> None:
    """The versions of the workflow are those of the package's own promise."""
    workflow = yaml.safe_load((project / ".github" / "workflows" / "test.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["test"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]


@pytest.fixture
def repository(seed_newsroom: Newsroom) -> Newsroom:
    """A newsroom in git, with a remote."""
    folder = seed_newsroom.folder
    run(folder.parent, "git", "init", "-q", "--bare", "remote.git")
    run(folder, "git", "init", "-q", "-b", "main")
    for key, value in (("user.name", "Desk"), ("user.email", "desk@news.example")):
        run(folder, "git", "config", key, value)
    run(folder, "git", "remote", "add", "origin", "../remote.git")
    return seed_newsroom


def test_domain_of_ones_own(repository: Newsroom) -> None:
    """A site that has its host to itself tells GitHub so, and its links need no prefix."""
    done = repository.run("deploy", SITEURL="https://news.example")
    assert done.returncode == 0, done.stderr
    files = branch(repository.folder)
    assert files["CNAME"].strip() == b"news.example"
    assert broken_links(files, "/")[0] == []


def test_preview_is_never_pushed(repository: Newsroom) -> None:
    """What was built for the newsroom's own eyes is built anew for readers first."""
    repository.brief("2029-05-04-secret.md", brief("status: review", "Zyxwomarker"))
    assert repository.build().returncode == 0
    assert "Zyxwomarker" in repository.page("index.html")
    assert repository.run("deploy", SITEURL=SITEURL).returncode == 0
    assert not [name for name, data in branch(repository.folder).items() if b"Zyxwomarker" in data]


@pytest.mark.parametrize(
    ("remote", "expected"),
    [("", "git remote add origin"), ("../nowhere.git", "does not answer"), ("../remote.git", "SITEURL=https://")],
)
def test_what_is_missing_is_said_with_the_way_out(repository: Newsroom, remote: str, expected: str) -> None:
    """No remote, one that does not answer, no address: a line that says what to do, and exit code 1."""
    run(repository.folder, "git", "remote", "remove", "origin")
    if remote:
        run(repository.folder, "git", "remote", "add", "origin", remote)
    variables = {} if expected.startswith("SITEURL") else {"SITEURL": SITEURL}
    done = repository.run("deploy", **variables)
    assert done.returncode == 1
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_folder_that_is_no_repository(seed_newsroom: Newsroom) -> None:
    """It says how to make one."""
    done = seed_newsroom.run("deploy", SITEURL=SITEURL, GIT_CEILING_DIRECTORIES=str(seed_newsroom.folder.parent))
    assert done.returncode == 1
    assert "git init -b main" in done.stderr


def test_brief_that_cannot_be_published_stops_the_push(repository: Newsroom) -> None:
    """It is named; readers keep the site that they have."""
    assert repository.run("deploy", SITEURL=SITEURL).returncode == 0
    before = branch(repository.folder)
    repository.brief("2029-05-04-bad.md", "no front matter")
    done = repository.run("deploy", SITEURL=SITEURL)
    assert done.returncode == 1
    assert "content/briefs/2029-05-04-bad.md:1" in done.stderr
    assert "nothing was pushed" in done.stderr
    assert branch(repository.folder) == before


def test_what_readers_had_is_asked_of_the_remote(repository: Newsroom) -> None:
    """A fresh clone knows no earlier build; the branch that readers have is fetched before the site is built."""
    kept = repository.brief("2029-05-04-parade.md", brief())
    assert repository.run("deploy", SITEURL=SITEURL).returncode == 0
    before = branch(repository.folder)
    run(repository.folder, "git", "branch", "-q", "-D", "gh-pages")
    run(repository.folder, "git", "update-ref", "-d", "refs/remotes/origin/gh-pages")
    for name in ("output", ".output.newsbrief"):
        shutil.rmtree(repository.folder / name)
    kept.unlink()
    done = repository.run("deploy", SITEURL=SITEURL)
    assert done.returncode == 1
    assert "Readers had this otherwise" in done.stderr
    assert branch(repository.folder) == before
