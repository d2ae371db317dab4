"""content/people.yaml."""

import pytest

from newsbrief.document.people import parse_people
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
