"""Who says it."""

from __future__ import annotations

import pytest

from newsbrief.desk.compose import SURE
from tests.unit.extract.article import said

CAST = "Mayor Angela Weir and engineer Peter Osk came. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The roof is safe,” Angela Weir said.", "Angela Weir"),
        ("“The roof is safe,” said Angela Weir, the mayor.", "Angela Weir"),
        ("“The roof is safe,” said harbour engineer Angela Weir.", "Angela Weir"),
        ("“The roof is safe,” Angela Weir, the mayor of Port Ellery, told reporters.", "Angela Weir"),
        ("Angela Weir said: “The roof is safe.”", "Angela Weir"),
        ("Angela Weir said the roof was “safe at last and for good.”", "Angela Weir"),
        ("The roof is “safe at last and for good,” according to Angela Weir.", "Angela Weir"),
        ("Angela Weir left the hall, saying “the roof is safe now.”", "Angela Weir"),
        ("Angela Weir was blunt. “The roof is not safe at all.”", "Angela Weir"),
        (CAST + "“The roof is safe,” Weir said.", "Angela Weir"),
        (CAST + "“The roof is safe,” she said.", "Angela Weir"),
        (CAST + "“The roof is safe,” he said.", "Peter Osk"),
        (CAST + "“The roof is safe,” the mayor said.", "Angela Weir"),
        (CAST + "“Is the roof safe?” Mr. Osk asked.", "Peter Osk"),
        (CAST + "Osk said he saw “a roof that was safe.”", "Peter Osk"),
        (CAST + "“The roof,” Osk, who built it, said, “is safe.”", "Peter Osk"),
        (CAST + "“The roof is safe,” Osk — the engineer — said.", "Peter Osk"),
        (CAST + "“The roof is safe,” Osk, who works for Angela Weir, said.", "Peter Osk"),
        (CAST + "“The roof is safe,” Osk, who works for the Harbour Board said.", "Peter Osk"),
        (CAST + "“The roof is safe,” Weir (Harbour Party) said.", "Angela Weir"),
        (CAST + "“The roof is safe,” Weir told Ellery Radio.", "Angela Weir"),
        (CAST + "Weir, a baker’s daughter, called Peter Osk “a danger to the whole town.”", "Angela Weir"),
        (CAST + "Osk said Weir’s plan was “a danger to the whole town.”", "Peter Osk"),
        (CAST + "Weir welcomed the plan but called it “a danger to the whole town.”", "Angela Weir"),
        (CAST + "Osk put it plainly: “The roof is not safe at all.”", "Peter Osk"),
        (CAST + "Osk is quoted as saying “the roof is safe now” by the Ellery Echo.", "Peter Osk"),
        (CAST + "Osk was told by Weir that it was “a danger to the whole town.”", "Angela Weir"),
        (CAST + "After Osk spoke, Weir called it “a danger to the whole town.”", "Angela Weir"),
        (CAST + "As Osk claimed that “the roof is safe,” one of the workers said it was not.", "Peter Osk"),
        (CAST + "‘The roof isn’t safe for the workers’ hall,’ Osk said.", "Peter Osk"),
        (CAST + "„The roof is safe enough now“, said Osk.", "Peter Osk"),
        (CAST + "“The roof is safe,” said Weir ally Rolf Tarn.", "Rolf Tarn"),
        (CAST + "“The roof is safe,” said Weir’s lawyer, Tove Alder.", "Tove Alder"),
        (CAST + "“The roof is safe,” said another worker, the carpenter Tove Alder.", "Tove Alder"),
        (CAST + "“The roof is safe,” said former Sen. Tove Alder.", "Tove Alder"),
        (CAST + "A spokesman for Weir said: “The roof is safe.”", ""),
        (CAST + "“The roof is safe,” the statement read.", ""),
        (CAST + "The report found “no sign of any damage to the roof.”", ""),
        ("The Harbour Board said the roof was “safe enough for the winter.”", "Harbour Board"),
        ("The operator, Ellery Ferries, said the roof was “safe enough for now.”", "Ellery Ferries"),
        ("Osla Weir, 62, met Peter Osk, 34. “The roof is safe,” the 62-year-old said.", "Osla Weir"),
        ("Gov. Bela Korvin came. “The roof is safe,” the governor said.", "Bela Korvin"),
        (
            "Prime Minister Bela Korvin met Trade Minister Bo Tallis. “It is safe,” the prime minister said.",
            "Bela Korvin",
        ),
        ("Jarl Brackmere opened the lock.\n\n“It will hold for years,” Brackmere said.", "Jarl Brackmere"),
        ("ELLERBY, Ruritania — Gov. Bela Korvin left, calling it “a danger to the whole town.”", "Bela Korvin"),
        ("“The roof is safe,” she said.", ""),
        ("“The roof is safe,” officials said.", ""),
        ("“The roof is safe,” said a spokesman for the port.", ""),
    ],
)
def test_speaker(text: str, name: str) -> None:
    """The speaker's full name; "" where the text does not tell it."""
    assert said(text)[0].name == name


def test_mention_and_cue() -> None:
    """An attribution keeps the mention in the text and the cue's word."""
    text = CAST + "“The roof is safe,” she told reporters."
    found = said(text)[0]
    assert (found.speaker, text[found.start : found.end], found.cue) == ("she", "she", "told")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("In the words of the then mayor, Angela Weir, it was “safe now for good.”", "the then mayor, Angela Weir"),
        ("It was “safe now for good,” in the words of the then mayor, Angela Weir.", "the then mayor, Angela Weir"),
        ("It was “safe at last and for good,” according to the then mayor Angela Weir.", "the then mayor Angela Weir"),
        ("“It is safe now,” harbour master Angela Weir told reporters.", "harbour master Angela Weir"),
    ],
)
def test_mention_is_whole(text: str, mention: str) -> None:
    """From the article, or the first word of the role, to the name."""
    found = said(text)[0]
    assert (found.speaker, found.name) == (mention, "Angela Weir")


def test_a_paragraph_of_speech_goes_on() -> None:
    """A paragraph that is all quote belongs to the one who spoke in the paragraph before, with less confidence."""
    first, second = said("“The roof is safe,” Angela Weir said.\n\n“The walls are next, and soon.”")
    assert (first.name, second.name) == ("Angela Weir", "Angela Weir")
    assert second.confidence < first.confidence


def test_passive_subjects_do_not_speak() -> None:
    """Who was asked is not the one who asked."""
    found = said("Angela Weir was asked whether “the roof was safe at last.”")
    assert all(one.cue != "asked" for one in found)


def test_nobody_named_inside_a_quote_speaks_it() -> None:
    """A name within the marks is no speaker."""
    assert all(one.name == "" for one in said("“Angela Weir said so,” they said."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Weller came with his dog. Bob Weller saw Osla Brandt, 41. “It is safe now,” he said.", "Bob Weller"),
        ("The roof leaks, said Tarn Weller, who once met George Osk. “It is not safe,” he said.", "Tarn Weller"),
        ("Angela Weir came. She had met Anna Holm. “It is safe now,” she said.", "Angela Weir"),
        ("Peter Osk works for the Harbour Board. “It is safe now,” she said.", ""),
    ],
)
def test_pronouns(text: str, name: str) -> None:
    """A pronoun means the nearest subject that it fits, whose gender names, roles and other pronouns tell."""
    assert said(text)[0].name == name


def test_the_office_belongs_to_the_mention() -> None:
    """The mention takes the office before the name with it."""
    found = said("“The roof is safe,” said Minister for Fisheries Tove Alder.")[0]
    assert (found.speaker, found.name) == ("Minister for Fisheries Tove Alder", "Tove Alder")


def test_a_guess_is_never_sure() -> None:
    """Who the paragraph before is about may speak, but not with any confidence."""
    found = said("Angela Weir was blunt about the roof.\n\n“It is not safe at all.”")[0]
    assert found.name == "Angela Weir"
    assert found.confidence < SURE


def test_a_language_without_rules_has_no_speakers() -> None:
    """Words that the rules cannot read are given to nobody."""
    text = (
        "Der Bürgermeister sagte am Montag zu Angela Weir: „Wir werden den Hafen bald wieder öffnen.“ Er war sehr froh."
    )
    assert said(text) == ()


def test_interview() -> None:
    """The label of a turn is its speaker."""
    text = "Ellery Echo: Is it safe?\n\nOsla Brandt: It is.\n\nEllery Echo: And dry?\n\nOsla Brandt: Not yet."
    assert [one.name for one in said(text)] == ["Ellery Echo", "Osla Brandt", "Ellery Echo", "Osla Brandt"]
