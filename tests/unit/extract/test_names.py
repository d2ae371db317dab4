"""People, organisations and places."""

from __future__ import annotations

import pytest

from tests.unit.extract.article import named


def of_kind(text: str, kind: str) -> list[str]:
    return [one.name for one in named(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mayor Osla Brandt left. Brandt ran.", ["Osla Brandt", "Osla Brandt"]),
        ("President Korvin rose. Bela Korvin sat.", ["Bela Korvin", "Bela Korvin"]),
        ("Angela M. Weir left, and Weir’s dog, too.", ["Angela M. Weir", "Angela M. Weir"]),
        ("Angela M. Weir left. Angela Weir ran.", ["Angela M. Weir", "Angela M. Weir"]),
        ("Addressing the hall, Yun Tae Sok rose. Later President Yun sat.", ["Yun Tae Sok", "Yun Tae Sok"]),
        ("Meanwhile Angela Weir left.", ["Angela Weir"]),
        ("Marta van der Hoek, 41, left.", ["Marta van der Hoek"]),
        ("The Harbour Board met.", []),
        ("Norway and Oslo agreed.", []),
        ("Secretary of State Angela Weir left.", ["Angela Weir"]),
        ("Jarl Brackmere opened the lock. Brackmere said so.", ["Jarl Brackmere", "Jarl Brackmere"]),
        ("He was succeeded by Signe Galeford.", ["Signe Galeford"]),
        ("His wife, Signe Galeford, agreed.", ["Signe Galeford"]),
        ("Signe Galeford’s mother left.", ["Signe Galeford"]),
        ("Osla Brandt, 41, and Signe Galeford left.", ["Osla Brandt", "Signe Galeford"]),
        ("A spokesman for Norden Kraft said so.", []),
        ("Norden Kraft, which runs the plant, said so.", []),
        ("The ferry Astrid Bell left. Bell was late.", []),
        ("They met in Harrow Street.", []),
        ("Asian Americans and Roman Catholics said so.", []),
        ("Osla Brandt Tells Ellery Council Roof Was Never Safe", []),
        ("South Ellery-born Monte Haines, 44, left.", ["Monte Haines"]),
        ("Osla Haar Brandt, 41, left. Haar Brandt ran.", ["Osla Haar Brandt"] * 2),
        ("Anna Holm and Tom Holm met. Mrs. Holm left.", ["Anna Holm", "Tom Holm", "Anna Holm"]),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    """Every mention of a person carries the fullest form of the name."""
    assert of_kind(text, "person") == people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ruritanian leader Bela Korvin left.", "Ruritanian leader"),
        ("Norwegian Prime Minister Angela Weir left.", "Norwegian Prime Minister"),
        ("Angela Weir, a spokeswoman for the port, left.", "spokeswoman for the port"),
        ("Angela Weir, the mayor who built the pier, left.", "mayor"),
        ("The head of the union, Angela Weir, left.", "head of the union"),
        ("Angela Weir, in a coat, left the mayor behind.", ""),
        ("It was owner Angela Weir.", "owner"),
        ("Angela Weir, an owner of the cannery, left.", "owner of the cannery"),
        ("Angela Weir, 58, who has farmed mussels for years, left.", "who has farmed mussels for years"),
        ("The head of the union, Dr Angela Weir, left.", "head of the union"),
        ("The vicar, the Reverend Angela Weir, left.", "vicar"),
        ("Norway’s president spoke. Later President Weir left. Angela Weir had come alone.", "Norway’s president"),
    ],
)
def test_role(text: str, role: str) -> None:
    """A role is the article's words beside a name, or an office that only this person fits."""
    roles = {one.role for one in named(text) if one.kind == "person"}
    assert roles == {role}


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("38, becomes acting harbour master", ""),
        ("38, became harbour master of the port", ""),
        ("38, soon becomes harbour master", ""),
        ("remains chairman of the board", ""),
        ("38, succeeds harbour master Tom Holm", ""),
        ("38, takes harbour master duties", ""),
        ("38, won councillor of the year", ""),
        ("38, met acting mayor Tom Holm", ""),
        ("38, retired teacher", "retired teacher"),
        ("38, set designer", "set designer"),
        ("38, left winger", "left winger"),
        ("38, sports editor of the Tidings", "sports editor of the Tidings"),
    ],
)
def test_role_begins_with_no_verb(clause: str, role: str) -> None:
    """What somebody becomes, takes or wins is no role yet; a word before a title that only looks like a verb stays."""
    assert next(one.role for one in named(f"Angela Weir, {clause}, left.") if one.kind == "person") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“It is shut,” harbour master Angela Weir told reporters.", "harbour master"),
        ("“It is shut,” bus driver Angela Weir said.", "bus driver"),
        ("“It is shut,” housing officer Angela Weir said.", "housing officer"),
        ("“It is shut,” said school bus driver Angela Weir.", "school bus driver"),
        ("On the quay, harbour master Angela Weir wept.", "harbour master"),
        ("“It is shut,” fire chief Angela Weir said.", "fire chief"),
        ("“It is shut,” head teacher Angela Weir said.", "head teacher"),
        ("“It is shut,” police sergeant Angela Weir said.", "police sergeant"),
        ("The then mayor, Angela Weir, left.", "then mayor"),
        ("They paid owner Angela Weir.", "owner"),
        ("The lorry skidded, hit driver Angela Weir and stopped.", "driver"),
        ("A year later owner Angela Weir left.", "owner"),
        ("He left the hall, calling mayor Angela Weir a thief.", "mayor"),
        ("“It is shut,” yesterday mayor Angela Weir said.", "mayor"),
    ],
)
def test_noun_before_a_title_belongs_to_the_role(text: str, role: str) -> None:
    """Where it begins a clause or follows a word of speech; what may be a verb or an adverb does not."""
    assert next(one.role for one in named(text) if one.kind == "person") == role


def test_an_office_of_another_country_is_not_his() -> None:
    """An office goes to nobody who is named with another country."""
    text = "Norway’s president spoke. Swedish President Angela Weir listened."
    assert {one.role for one in named(text) if one.kind == "person"} == {"Swedish President"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The U.N. Harbour Council met. The Harbour Council left.", ["U.N. Harbour Council"] * 2),
        ("The University of Port Ellery closed.", ["University of Port Ellery"]),
        ("NATO agreed.", ["NATO"]),
        ("They saw a harbour. The Harbour Board met.", ["Harbour Board"]),
        ("Weir watched TV.", []),
    ],
)
def test_organisations(text: str, wanted: list[str]) -> None:
    """Organisations are told by their words; a short form means the fullest one."""
    assert of_kind(text, "organisation") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They flew to Oslo and South Korea.", ["Oslo", "South Korea"]),
        ("They met in Port Ellery.", ["Port Ellery"]),
        ("They met in Ellerby, a village.", ["Ellerby"]),
        ("A Norwegian ship came.", []),
        ("They crossed Ellery Bay.", ["Ellery Bay"]),
    ],
)
def test_places(text: str, wanted: list[str]) -> None:
    """Places are told by geography, by their words, or by where they stand."""
    assert of_kind(text, "place") == wanted


def test_offsets() -> None:
    """A mention's words are the text's, without its title and without a possessive."""
    text = "President Bela Korvin’s ship left Oslo."
    assert [one.text for one in named(text)] == ["Bela Korvin", "Oslo"]
    assert all(text[one.start : one.end] == one.text for one in named(text))
