"""What the engine does where a language writes every noun large and puts its verb second: German shows it."""

from __future__ import annotations

import pytest

from tests.unit.extract.article import mentions


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Deich hält“, sagte am Ende auch Osla Brandt.", ""),
        ("„Der Deich hält“, wollte Osla Brandt gesagt haben.", "Osla Brandt"),
        ("Die Pläne hat Bürgermeisterin Osla Brandt „einen Irrweg“ genannt.", "Osla Brandt"),
        ("Wenn es regnet, sagte Osla Brandt, sei der Deich „gut genug“.", "Osla Brandt"),
        ("Nach der Sitzung sagte die Hafenmeisterin, Osla Brandt: „Der Deich hält.“", "Osla Brandt"),
        ("Dem Rat warf Osla Brandt „blinden Eifer“ vor.", "Osla Brandt"),
        ("Osla Brandts Anwalt Peter Osk sagte: „Der Deich hält.“", "Peter Osk"),
        ("Osla Brandt zufolge ist der Deich „gut genug“.", "Osla Brandt"),
        ("Der Frachter „Osla Brandt“ liegt im Hafen.", ""),
    ],
)
def test_speakers(text: str, speaker: str) -> None:
    """The speaker of the first quote, before or after the verb, or between its two parts."""
    said = mentions(text, lang="de").attributions
    assert (said[0].name if said else "") == speaker


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bürgermeisterin Osla Brandt kam. Brandts Haus blieb leer.", ["Osla Brandt", "Osla Brandt"]),
        ("Große Boote von Fischern lagen im Hafen.", []),
        ("Der Deichgraf Jonas Holmer kam mit Martha von der Hoek.", ["Jonas Holmer", "Martha von der Hoek"]),
        ("Betroffene Anwohner sagten nichts.", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    """A capital letter alone makes nobody a person; a genitive means the one who owns."""
    assert [name.name for name in mentions(text, lang="de").names if name.kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("„Der Deich hält“, sagte Osla Brandt am Montag.", []),
        ("„Der Deich hält“, sagte Osla Brandt, nachdem er am Montag erhöht worden war.", ["2023-09-18"]),
        ("Am Montag wurde der Deich erhöht und Osla Brandt sagte: „Er hält.“", ["2023-09-18"]),
        ("In der kommenden Woche schließen die Läden.", ["2023-09-25/2023-10-01"]),
        ("Die Regatta 2019 gewann niemand.", []),
        ("Der Deich wurde 2019 erhöht.", ["2019"]),
    ],
)
def test_events(text: str, dates: list[str]) -> None:
    """The day of a quote is none, a date belongs only to a noun, and a year only to something that happens."""
    assert [event.date for event in mentions(text, lang="de").events] == dates
