"""Changes to a file in place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.document import field_source, parse, render, set_body, set_fields
from newsbrief.document.fingerprint import DESK_FIELDS
from newsbrief.model.brief import Brief
from newsbrief.model.refusal import RefusedError
from tests.effort import examples
from tests.unit.document.any_brief import BRIEF, FILE


@pytest.mark.parametrize(
    ("field", "source", "old", "new"),
    [
        ("title", "title: Open", "title:  Harbour of Lumen to close: mayor\n", "title: Open\n"),
        ("status", "status: published", "status: review\n", "status: published\n"),
        ("date", "date: 2031-05-03", "date: 2031-05-02            # the", "date: 2031-05-03            # the"),
        ("authors", "authors: [Bo]", "author: Staff\n", "authors: [Bo]\n"),
        ("tags", "tags:\n- a\n- b", 'tags: [Harbour, "Lumen"]\n', "tags:\n- a\n- b\n"),
        (
            "people",
            None,
            "people:\n- {name: Ada Quill, role: mayor of Lumen}   # spelled so by herself\n",
            "# spelled so by herself\n",
        ),
        ("summary", "summary: so", "author: Staff\n", "author: Staff\nsummary: so\n"),
        ("notes", "notes: []", "text: The council voted\n", "text: The council voted\nnotes: []\n"),
        ("x-mood", "x-mood: a", "mood: calm\n", "mood: calm\nx-mood: a\n"),
        ("raw", "raw: {file: x}", "raw: {file: 2031-05-02-harbour.txt, sha256: ab12}\n", "raw: {file: x}\n"),
        ("slug", None, "", ""),
    ],
)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_one_field_changes_and_nothing_else(field: str, source: str | None, old: str, new: str, eol: str) -> None:
    """A field is replaced, removed or put in its canonical place; every other byte stays, whatever the line ends."""
    wanted = FILE.replace(old, new, 1) if old else FILE
    assert set_fields(FILE.replace("\n", eol), {field: source}) == wanted.replace("\n", eol)


def test_block_texts_end_where_their_words_end() -> None:
    """The blank lines and comments after a block text are not part of its field."""
    text = "---\ntitle: t\ndate: 2031-05-02\nsummary: |\n  one\n  # not a comment\n\n# a comment\nslug: s\n---\n"
    wanted = "---\ntitle: t\ndate: 2031-05-02\nsummary: two\n\n# a comment\nslug: s\n---\n"
    assert set_fields(text, {"summary": "summary: two"}) == wanted


@pytest.mark.parametrize("after", ["", "slug: s\n", "...\n"])
def test_a_key_without_a_value_takes_no_other_line(after: str) -> None:
    """A key written with a question mark ends on its own line, whatever follows: a field, or the end of the fields."""
    head = "---\ntitle: t\ndate: 2031-05-02\n"
    assert set_fields(f"{head}? mood\n{after}---\n", {"mood": None}) == f"{head}{after}---\n"
    assert set_fields(f"{head}?\n---\n", {"raw": "raw: {file: x}"}) == f"{head}?\nraw: {{file: x}}\n---\n"


def test_a_line_of_a_space_that_does_not_break_is_a_value_s() -> None:
    """A value goes on over a line that only looks empty, and goes with it."""
    head = "---\ntitle: t\ndate: 2031-05-02\n"
    assert set_fields(f"{head}slug: NO\n \u00a0\n---\n", {"slug": "slug: s"}) == f"{head}slug: s\n---\n"


def test_a_map_in_braces_is_refused() -> None:
    """Front matter in one pair of braces has no lines to change."""
    with pytest.raises(RefusedError, match="line of its own"):
        set_fields("---\n{title: t, date: 2031-05-02}\n---\n", {"slug": "slug: s"})


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_the_body_changes_and_nothing_else(eol: str) -> None:
    """A new body leaves the front matter and the blank line after it as they are."""
    head = FILE[: FILE.index("The council voted on")]
    assert set_body(FILE.replace("\n", eol), "One.\n\nTwo.\n\n") == f"{head}One.\n\nTwo.\n".replace("\n", eol)


def test_a_file_without_a_body_gets_one() -> None:
    """A body can be added after a last line that has no line end."""
    assert set_body("---\ntitle: t\ndate: 2031-05-02\n---", "One.") == "---\ntitle: t\ndate: 2031-05-02\n---\nOne.\n"


@given(BRIEF, BRIEF, st.sets(st.sampled_from([*DESK_FIELDS, "status", "notes", "raw"]), min_size=1, max_size=5))
@settings(max_examples=examples(150), deadline=None, derandomize=True)
def test_spliced_fields_read_back(brief: Brief, other: Brief, names: set[str]) -> None:
    """After a splice the named fields are the new ones and the others the old ones."""
    names.discard("quotes")  # ids must stay unique across both kinds of fact
    names.discard("events")
    text = render(brief)
    spliced = parse(set_fields(text, {name: field_source(other, name) or None for name in names}))
    old, new = parse(text), parse(render(other))
    for name in (*DESK_FIELDS, "status", "notes", "raw", "body"):
        if name not in ("quotes", "events"):
            assert getattr(spliced, name) == getattr(new if name in names else old, name)
