"""content/people.yaml."""

import pytest

from newsbrief.document.people import parse_people, with_other_name
from newsbrief.model.entry import PersonRule
from newsbrief.model.refusal import RefusedError


def test_each_line_is_a_rule() -> None:
    """Other names, a page by force or none, and the briefs a line is limited to."""
    text = """
# who is who
Mira Solberg: {also: [M. Solberg, Mira Lund], page: yes}
Ida Fenn: {page: no}
Maria Holm (skipper): {also: Maria Holm, in: [2029-05-04-ferry.md]}
Ansel Quay:
"""
    assert parse_people(text) == (
        PersonRule("Mira Solberg", ("M. Solberg", "Mira Lund"), "yes"),
        PersonRule("Ida Fenn", (), "no"),
        PersonRule("Maria Holm (skipper)", ("Maria Holm",), "auto", ("2029-05-04-ferry",)),
        PersonRule("Ansel Quay"),
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Mira Solberg: {page: never}", 1, "use auto, yes or no"),
        ("\nMira Solberg: {pages: no}", 2, "pages"),
        ("- Mira Solberg", 1, "one line a person"),
        ("Mira Solberg: no", 1, "page: yes"),
        ("Mira: {page: no}\nMira: {page: yes}", 2, "lines 1 and 2"),
    ],
)
def test_mistake_is_named_with_its_line(text: str, line: int, reason: str) -> None:
    """A protected name must not be lost to a slip of the pen."""
    with pytest.raises(RefusedError) as caught:
        parse_people(text)
    assert any(where == line and reason in what for where, what in caught.value.reasons)


def test_name_over_two_lines_is_the_name_that_briefs_have() -> None:
    """A rule must hold for the name as a brief gives it, however it was broken."""
    assert parse_people('"Mira\\nSolberg ": {page: no}') == (PersonRule("Mira Solberg", (), "no"),)


def test_empty_file_has_no_rules() -> None:
    """Comments alone are fine."""
    assert parse_people("# nobody yet\n") == ()


PEOPLE = """\
# who is who
"Mira Solberg": {also: [M. Solberg], page: yes}   # asked her
Ansel Quay: {page: yes}
Ida Fenn:
Tove Lind: {also: T. Lind}
Bo Tarn:
  also:
  - 'B. Tarn'   # so signed
  page: no
"""


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Mira Solberg", "[M. Solberg]", "[M. Solberg, Other]"),
        ("M. Solberg", "[M. Solberg]", "[M. Solberg, Other]"),
        ("Ansel Quay", "{page: yes}\nIda", "{also: [Other], page: yes}\nIda"),
        ("Ida Fenn", "Ida Fenn:\n", "Ida Fenn: {also: [Other]}\n"),
        ("Tove Lind", "also: T. Lind}", "also: [T. Lind, Other]}"),
        ("Bo Tarn", "  page: no\n", "  - Other\n  page: no\n"),
        ("Yoon: Suk Yeol", "  page: no\n", '  page: no\n"Yoon: Suk Yeol": {also: [Other]}\n'),
    ],
)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_other_name_is_added_and_nothing_else_changes(name: str, old: str, new: str, eol: str) -> None:
    """To the person's line, or in a new line at the end; comments and quoting stay."""
    made = with_other_name(PEOPLE.replace("\n", eol), name, "Other")
    assert made.replace("\r\n", "\n") == PEOPLE.replace(old, new)


def test_name_with_a_line_of_its_own_is_left_to_a_person() -> None:
    """Whoever is protected, or brought to somebody else, is not moved."""
    for other in ("Bo Tarn", "B. Tarn"):
        with pytest.raises(RefusedError, match="by hand"):
            with_other_name(PEOPLE, "Mira Solberg", other)


def test_first_line_of_a_new_file() -> None:
    """A site without the file gets one."""
    assert with_other_name("", "Mira Solberg", "M. Solberg") == "Mira Solberg: {also: [M. Solberg]}\n"
