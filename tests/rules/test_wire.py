"""What agencies' files say in codes and set phrases."""

import tomllib
from importlib.resources import files

import pytest

from newsbrief.model.brief import RIGHTS
from newsbrief.rules import wire

TABLES = tomllib.loads((files("newsbrief.rules") / "wire.toml").read_text("utf-8"))


def examples(table: str) -> list[tuple[str, object]]:
    """Every example of one table."""
    return [(one["text"], one["is"]) for rule in TABLES[table] for one in rule["examples"]]


@pytest.mark.parametrize(("text", "expected"), examples("kill"))
def test_kill_notes(text: str, expected: bool) -> None:
    """Each example of a note that calls a story back, and of one that does not."""
    assert wire.load().is_kill(text) is expected


@pytest.mark.parametrize(("text", "expected"), examples("corrects"))
def test_corrections(text: str, expected: bool) -> None:
    """Each example of a note that tells readers of a mistake, and of one for editors."""
    assert wire.load().is_correction(text) is expected


@pytest.mark.parametrize(("text", "expected"), examples("terms"))
def test_terms(text: str, expected: str) -> None:
    """Each example of terms gives what they let do, or nothing where a person has to say it."""
    assert wire.load().rights("", text) == expected


@pytest.mark.parametrize(("text", "reserved"), examples("reserved"))
def test_reserved(text: str, reserved: bool) -> None:
    """Terms of use are those of a licence, unless they reserve what they speak of."""
    assert wire.load().rights(text, text) == ("" if reserved else "licensed")


@pytest.mark.parametrize(("text", "expected"), examples("program"))
def test_programs_paragraphs(text: str, expected: bool) -> None:
    """Each example of what a feed's program adds, and of what a person wrote."""
    assert wire.load().is_program(text) is expected


@pytest.mark.parametrize(("text", "expected"), examples("cut"))
def test_cut_summaries(text: str, expected: bool) -> None:
    """Each example of a summary that breaks off, and of one that does not."""
    assert wire.load().is_cut(text) is expected


def test_rules_are_whole() -> None:
    """Seventeen topics; every rule has an example that it finds; rights are those of a brief."""
    rules = wire.load()
    assert len(rules.sections) == len(rules.starts) == 17
    assert {one["rights"] for one in TABLES["terms"]} <= set(RIGHTS)
    for table in ("kill", "corrects", "terms", "reserved", "program", "cut"):
        assert all(any(one["is"] for one in rule["examples"]) for rule in TABLES[table])


@pytest.mark.parametrize(
    ("code", "top"),
    [
        ("medtop:04000000", "04"),
        ("http://cv.iptc.org/newscodes/mediatopic/15000000", "15"),
        ("subj:15054000", "15"),
        ("medtop:20000574", "11"),
        ("medtop:20001065", "15"),
        ("medtop:20009999", ""),
        ("medtop:99000000", ""),
        ("20290504120000", ""),
        ("ferries", ""),
    ],
)
def test_topics(code: str, top: str) -> None:
    """A code tells its top-level topic by its first figures or, below the top, by the number it was given."""
    assert wire.load().top(code) == top
