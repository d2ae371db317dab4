"""Fuzzers of everything that reads files; how to run them longer stands in CONTRIBUTING.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.effort import SOAK
from tests.fuzz import agencies, briefs, claims, pages, raw, texts
from tests.fuzz.fuzzing import Fuzzer
from tests.fuzz.mutation import kept

FUZZERS = {
    "bytes": Fuzzer("bytes", raw.INPUTS, claims.read_alike, 1000),
    "texts": Fuzzer("texts", texts.INPUTS, claims.read_alike, 1200),
    "pages": Fuzzer("pages", pages.INPUTS, claims.read_alike, 600),
    "briefs": Fuzzer("briefs", briefs.INPUTS, claims.front_matter, 2500),
    **{form: Fuzzer(form, inputs, claims.read_alike, 250) for form, inputs in agencies.INPUTS.items()},
}
KEPT = [(name, file) for name in FUZZERS for file in kept(name)]


@pytest.mark.parametrize(("name", "file"), KEPT, ids=[f"{name}/{file.name}" for name, file in KEPT])
def test_kept_files(name: str, file: Path) -> None:
    """Each file of the corpus, as it stands, keeps what is claimed of its kind."""
    FUZZERS[name].try_one(file.read_bytes())


@pytest.mark.parametrize("name", FUZZERS)
def test_made_up_files(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever hypothesis makes up, and makes of the corpus, keeps what is claimed of its kind."""
    tried = FUZZERS[name].run()
    if SOAK:
        with capsys.disabled():
            print(f"\n{name}: {tried:,} inputs tried, none failed")
