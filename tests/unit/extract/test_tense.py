"""Whether a date lies before publication or after it."""

from __future__ import annotations

import pytest

from tests.unit.extract.article import timexes

SATURDAY = "2029-06-02"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The old lamp store will become a school, the town’s clerk said on Friday.", "2029-06-01"),
        ("The clerk said on Friday that the store will close.", "2029-06-01"),
        ("On Friday, the clerk said the store will close.", "2029-06-01"),
        ("The store will close on Friday, the clerk said.", "2029-06-08"),
        ("On Friday the store will close.", "2029-06-08"),
        ("The store is expected to be closed on Friday.", "2029-06-08"),
        ("The clerk, who was elected in a landslide, will speak on Friday.", "2029-06-08"),
        ("The plan that was rejected on Friday will be changed.", "2029-06-01"),
        ("The ferry will sail on Tuesday.", "2029-06-05"),
        ("The ferry sails, and they agreed to meet on Tuesday.", "2029-06-05"),
        ("The ferry left on Tuesday.", "2029-05-29"),
        ("The ferry left on Saturday.", "2029-06-02"),
        ("The ferry will leave on Saturday.", "2029-06-02"),
        ("Work begins in August.", "2029-08"),
        ("Work began in August.", "2028-08"),
        ("They had promised an answer by October.", "2029-10"),
        ("The roof was mended by October.", "2028-10"),
        ("The hall is shut until Monday.", "2029-06-04"),
        ("United May Park Hall was closed in May.", "2029-05"),
    ],
)
def test_nearest_word_decides(text: str, value: str) -> None:
    """The nearest word that tells a tense says which Friday is meant, not the verb of another clause."""
    assert timexes(text, SATURDAY)[0].value == value
