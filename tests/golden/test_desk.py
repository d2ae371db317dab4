"""Articles and the briefs that the desk must make of them, side by side."""

from pathlib import Path

import pytest

from tests.golden.desk import EXPECTED, cases, made


@pytest.mark.parametrize("raw", cases(), ids=lambda raw: raw.parent.name)
def test_desk_writes_the_golden_brief(raw: Path, tmp_path: Path) -> None:
    """Every byte is as it was when a person last read it; `tests/golden/rewrite.py` writes them anew."""
    assert made(raw, tmp_path) == (raw.parent / EXPECTED).read_text("utf-8")
