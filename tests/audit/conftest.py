"""Sites and a browser for the audit, and its figures at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from tests.audit import figures
from tests.audit import known as failing
from tests.audit.figures import Figure
from tests.audit.kinds import KINDS, Kind
from tests.audit.sites import DEMO, SITES, Site, Sites, opened
from tests.effort import AUDIT, sample
from tests.shared import once

# In `make test` a few kinds of pages stand for all; which ones is another choice for each check.
FEW = 3
Note = Callable[..., None]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each check is made on every kind of page and on both sites; in `make test` on some kinds, and on the demo."""
    if "site_name" in metafunc.fixturenames:
        metafunc.parametrize("site_name", SITES if AUDIT else [DEMO])
    if "kind" in metafunc.fixturenames:
        kinds = sample(KINDS, FEW, seed=metafunc.function.__name__)
        metafunc.parametrize("kind", kinds, ids=lambda kind: kind.name.replace(" ", "-"))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[Sites]:
    """Each is built when a test asks for it."""
    yield from opened(partial(once, tmp_path_factory), project)


@pytest.fixture
def site(sites: Sites, site_name: str) -> Site:
    """A site under a project page's prefix."""
    return sites.get(site_name, "/brief/")


@pytest.fixture
def names(site: Site, kind: Kind) -> list[str]:
    """The files of the pages that stand for a kind."""
    if not site.of(kind):
        pytest.skip(f"no page of this kind in the site: {kind.name}")
    return site.samples(kind)


@pytest.fixture
def note(request: pytest.FixtureRequest) -> Note:
    """Writes a figure down, for the table and the file."""

    def write(*figure: str | float) -> None:
        request.node.user_properties.append(("figure", asdict(Figure(*figure))))  # type: ignore[arg-type]

    return write


@pytest.fixture(autouse=True)
def known(request: pytest.FixtureRequest) -> None:
    """What is known to fail has to fail."""
    if mark := failing.mark(request.node.name):
        request.applymarker(mark)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print and write the figures of an audit."""
    reports = [report for found in terminalreporter.stats.values() for report in found if hasattr(report, "when")]
    noted = [
        Figure(**value)
        for report in reports
        if report.when == "call"
        for name, value in report.user_properties
        if name == "figure"
    ]
    if AUDIT and noted:
        figures.write(noted)
        terminalreporter.section(f"figures, also in {os.path.relpath(figures.FILE)}")
        terminalreporter.write_line("\n".join(figures.table(noted)))
