"""A person's comments, order and quoting in front matter survive every command."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from newsbrief import cli, document
from newsbrief.content.library import reanchored
from newsbrief.model.brief import Brief, BriefQuote, RawRecord
from newsbrief.review import answers
from tests.effort import examples
from tests.unit.document.by_hand import SPEAKERS, Owner, Written, written

Command = Callable[[Path, Brief], set[Owner]]


def asked(change: Callable[[Brief], Brief]) -> Callable[[Path, Brief], None]:
    """An answer of `newsbrief review`, written as it writes."""

    def run(file: Path, brief: Brief) -> None:
        text = document.as_written(file.read_bytes())
        file.write_bytes(document.rewritten(text, change(brief)).encode())

    return run


def speaker(file: Path, brief: Brief) -> set[Owner]:
    quote = brief.quotes[0]
    other = next(name for name in SPEAKERS if name != quote.speaker)
    asked(lambda one: answers.with_speaker(one, quote.id, other))(file, brief)
    return {("quotes", quote.id, "speaker")}


def no_quote(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.without(one, "q5"))(file, brief)
    return {("quotes", "q5"), *(("events", event.id) for event in brief.events if event.claim)}


def new_quote(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.with_quote(one, ("Nobody asked the ferry",), "Osla Brandt")[0])(file, brief)
    return set()


def other_date(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.with_date(one, "e2", "2029-05"))(file, brief)
    return {("events", "e2", "date")}


def no_event(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.without(one, "e1"))(file, brief)
    return {("events", "e1")}


def new_event(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.with_event(one, "It met again on Friday.", "on Friday", "2029-05-04")[0])(file, brief)
    return set()


def same_event(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.with_answer(one, "e1", "other#e1", same=True))(file, brief)
    return set()


def silence(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.with_silence(one, "weak-speaker", "q1", "asked: it is her"))(file, brief)
    return set()


def read_and_approved(file: Path, brief: Brief) -> set[Owner]:
    asked(lambda one: answers.approved(one, "Bo", dt.date(2029, 5, 6)))(file, brief)
    return {("status",)}


def approve(file: Path, brief: Brief) -> set[Owner]:
    done = CliRunner().invoke(cli.main, ["approve", str(file)])
    assert done.exit_code == 0, done.output
    return {("status",)}


def check_fix(file: Path, brief: Brief) -> set[Owner]:
    """After an edit of the body that one quote has to follow."""
    body = file.read_bytes()
    file.write_bytes(body.replace(b"keeps no calendar,", b"kept no calendar,"))
    assert reanchored(file, file.parent / "raw") == ("q1",)
    return {("quotes", "q1", "text")}


def ingest(file: Path, brief: Brief) -> set[Owner]:
    """The raw article has changed: a new headline, one topic more, one quote otherwise, one event gone."""
    stamped = document.stamp(brief)
    file.write_bytes(document.rewritten(document.as_written(file.read_bytes()), stamped).encode())
    quotes = (*brief.quotes[:2], BriefQuote("q9", ("Nobody asked the ferry",), "Osla Brandt"))
    events = (replace(brief.events[0], claim=""),)
    fresh = replace(brief, title="Quite another", tags=(*brief.tags, "Quay"), quotes=quotes, events=events)
    fresh = document.stamp(replace(fresh, raw=RawRecord("a.txt", "cd" * 32)))
    update = document.update(document.as_written(file.read_bytes()), fresh)
    assert {"title", "tags", "quotes", "events"} <= {*update.updated}
    file.write_bytes(update.text.encode())
    return {("title",), ("tags", "[]"), ("quotes", "q5"), ("events", "e2")}


COMMANDS = (
    *(speaker, no_quote, new_quote, other_date, no_event, new_event, same_event, silence),
    *(read_and_approved, approve, check_fix, ingest),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
@given(file=written())
@settings(
    max_examples=examples(30),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_a_person_wrote_survives(
    command: Command, file: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every remark stays, in its order; every line but the command's own stays, byte for byte, in its order."""
    (tmp_path / "pelican.conf.py").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    brief_file = tmp_path / "content" / "briefs" / "2029-05-04-ferry.md"
    brief_file.parent.mkdir(parents=True, exist_ok=True)
    brief_file.write_bytes(file.text.encode())
    touched = command(brief_file, document.parse(file.text))
    after = brief_file.read_bytes().decode()
    assert after != file.text
    assert re.findall(r"# remark \d+", after) == list(file.remarks)
    assert ("\r\n" in after) == ("\r\n" in file.text)
    assert after.count("\n") == after.count("\r\n") or "\r\n" not in after
    lines = iter(after.splitlines())
    lost = [line for owner, line in file.lines if not _is_under(owner, touched) and line not in lines]
    assert lost == []


def _is_under(owner: Owner, touched: set[Owner]) -> bool:
    """Whether the line is of what was touched; an item on one line is, with all its keys."""
    return any(owner[: len(one)] == one or (one[: len(owner)] == owner and len(owner) > 1) for one in touched)
