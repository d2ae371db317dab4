"""What the desk makes of one golden case."""

from __future__ import annotations

from pathlib import Path

from newsbrief.desk import ingest, records

HERE = Path(__file__).parent
EXPECTED = "brief.md"


def cases() -> list[Path]:
    """The raw file of every case."""
    return sorted(
        file
        for file in HERE.glob("*/*")
        if file.name != EXPECTED and file.suffix in (".txt", ".md", ".html", ".json", ".xml", ".eml")
    )


def made(raw: Path, folder: Path) -> str:
    """The brief that the desk writes for a raw file, made in an empty folder."""
    (outcome,) = ingest.ingest([raw], records.Desk(folder, folder / "briefs"))
    if outcome.brief is None:
        raise AssertionError("; ".join(map(str, outcome.refusals)))
    return outcome.brief.read_text("utf-8")
