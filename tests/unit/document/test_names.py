"""The names of the room of documents."""

from newsbrief import document


def test_every_name_is_found_where_it_is_said_to_be() -> None:
    """What is loaded when it is asked for is all that the room offers."""
    assert sorted(document.PLACES) == sorted(document.__all__)
    assert all(getattr(document, name) is not None for name in document.PLACES)
    assert document.render.__module__ == "newsbrief.document.write"
