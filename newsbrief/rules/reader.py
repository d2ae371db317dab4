"""The rule files of one language, read into their shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from newsbrief.rules.vocabulary import (
    Ages,
    CreditLine,
    Credits,
    Lexicon,
    Order,
    Organisations,
    People,
    Places,
    Speech,
    Words,
)

Table = Mapping[str, Any]
# A mark that ends no phrase: "9,000 times", "1.5 acres".
INSIDE_NUMBER = r"(?<=\d)[.,:](?=\d)"


def speech(table: Table) -> Speech:
    """Out of `speech.toml`: each string holds one verb's forms."""
    plain = frozenset(form for verb in table["plain"]["verbs"] for form in verb.split())
    naming = frozenset(form for verb in table["naming"]["verbs"] for form in verb.split())
    return Speech(
        plain=plain,
        naming=naming,
        participles=frozenset(form for form in plain | naming if form.endswith(table["participles"]["ending"])),
        bases=frozenset(verb.split()[0] for verb in (*table["plain"]["verbs"], *table["naming"]["verbs"]))
        - frozenset(table["plural"]["same"]),
        plural_endings=tuple(table["plural"]["endings"]),
        sources=tuple(table["sources"]["phrases"]),
        between=frozenset(table["between"]["words"]),
        adverb_endings=tuple(table["between"]["endings"]),
        passive=frozenset(table["between"]["passive"]),
        before_infinitive=frozenset(table["between"]["before_to"]),
        singular_endings=tuple(table["plural"]["not"]),
        who=frozenset(table["clauses"]["who"]),
        joining=frozenset(table["clauses"]["joining"]),
        leading=frozenset(table["clauses"]["leading"]),
        transitive=frozenset(form for form in plain if form.startswith(tuple(table["clauses"]["transitive"]))),
        written=_written(table["written"]),
        agents=frozenset(table["clauses"]["agent"]),
        coordinating=frozenset(table["clauses"]["coordinating"]),
        leads=tuple(f" {word}" for word in table["clauses"]["leads"]),
        infinitive=frozenset(table["between"]["infinitive"]),
        openers=tuple(table["participles"]["openers"]),
        order=_order(table["order"]),
        auxiliaries=frozenset(table["clauses"]["auxiliaries"]),
        agent=re.compile(rf"\s(?:{_alternatives(table['clauses']['agent'])})\s"),
        verb=re.compile(rf"(?<!\w)(?:{_alternatives(plain | naming)})(?!\w)"),
        source=re.compile(rf"(?<!\w)(?:{_alternatives(table['sources']['phrases'])})(?!\w)", re.IGNORECASE),
        source_behind=re.compile(rf"(?<!\w)(?:{_alternatives(table['sources']['behind']) or '(?!)'})(?!\w)"),
    )


def _order(table: Table) -> Order:
    lists = {name: frozenset(table[name]) for name in ("opens", "helpers", "oblique")}
    return Order(verb_second=table["verb_second"], **lists)


def _written(table: Table) -> re.Pattern[str]:
    """“A banner reading ”: a thing with words on it, right before the mark."""
    things, says = _alternatives(table["things"]), _alternatives(table["says"])
    return re.compile(rf"(?<!\w)(?:{things}) (?:{says}):?,?\s+$", re.IGNORECASE)


def people(table: Table) -> People:
    """Out of `people.toml`."""
    pronouns = {word: gender for gender in ("m", "f", "x") for word in table["pronouns"][gender]}
    given = {name.lower(): "f" for name in table["given"]["f"].split()}
    for name in table["given"]["m"].split():
        given[name.lower()] = "x" if name.lower() in given else "m"
    return People(
        titles=_lexicon(table["titles"]),
        plurals=tuple(table["titles"]["plurals"]),
        before_titles=frozenset(table["titles"]["before"]),
        honorifics=table["honorifics"]["words"],
        role_forms=frozenset(table["honorifics"]["roles"]),
        suffixes=frozenset(table["honorifics"]["suffixes"]),
        particles=frozenset(table["particles"]["words"]),
        pronouns=pronouns,
        subject_pronouns=frozenset(table["pronouns"]["subjects"]),
        gendered={word: gender for gender in ("m", "f") for word in table["gendered"][gender]},
        gendered_endings=table["gendered"]["endings"],
        given=given,
        human=frozenset(table["acts"]["human"]),
        acts=frozenset(table["acts"]["any"]),
        act_endings=tuple(table["acts"]["endings"]),
        opener_endings=tuple(table["acts"]["openers"]),
        origin_endings=tuple(table["acts"]["origins"]),
        by_before=frozenset(table["acts"]["by"]),
        owned=_owned(table),
        possessive=tuple(table["possessive"]["signs"]),
        owning=tuple(table["possessive"]["owning"]),
        attached=tuple(table["possessive"]["attached"]),
        things=_lexicon(table["things"]),
        short=table["honorifics"]["short"],
        forms=frozenset(table["honorifics"]["forms"]),
        role_verbs=frozenset(table["roles"]["verbs"]),
        trade=re.compile(
            rf"(?:, \d{{1,3}})?, (who (?:(?:{_alternatives(table['trades']['auxiliaries'])}) )*"
            rf"(?:{_alternatives(table['trades']['verbs'])}) (?:[^,.;:()“”„»«\"—]|{INSIDE_NUMBER}){{3,80}})"
            rf"(?!{INSIDE_NUMBER})(?=[,.;)]|$)"
        ),
        who=_relative(table["acts"]["who"]),
        which=_relative(table["acts"]["which"]),
        beside=re.compile(rf"(?:, \d{{1,3}})?,? (?:{_alternatives(table['acts']['beside'])}) "),
        age=re.compile(table["ages"]["after"].replace("{age}", r"\d{1,3}")),
        aged=Ages(table["ages"]["beside"], table["ages"]["alone"]),
    )


def _owned(table: Table) -> re.Pattern[str]:
    """What only people have, after a name that owns it: "’s mother"."""
    signs, owned = table["possessive"]["signs"], table["acts"]["owned"]
    return re.compile(rf"(?:{_alternatives(signs)}) (?:{_alternatives(owned)})(?![\w-])")


def _relative(words: Iterable[str]) -> re.Pattern[str]:
    """A clause about a name right after it; a pattern that fits nothing where no word is sure to begin one."""
    return re.compile(rf",? (?:{_alternatives(words)})\b" if words else r"(?!)")


def _lexicon(table: Table) -> Lexicon:
    return Lexicon(frozenset(table["words"]), tuple(table["endings"]))


def places(table: Table) -> Places:
    """Out of `places.toml`; an underscore in a demonym stands for a space."""
    names: dict[str, str] = {country: country for country in table["countries"]["names"]}
    names.update(table["countries"]["also"])
    names.update({name: "" for name in (*table["states"]["names"], *table["cities"]["names"]) if name not in names})
    demonyms = {
        demonym.replace("_", " "): country
        for country, line in table["countries"]["names"].items()
        for demonym in line.split()
    }
    signs = table["signs"]
    return Places(
        names=names,
        demonyms=demonyms,
        before=frozenset(signs["before"]),
        heads=frozenset(signs["heads"]),
        first=frozenset(signs["first"]),
        directions=frozenset(signs["directions"]),
        endings=tuple(signs["endings"]),
    )


def organisations(table: Table) -> Organisations:
    """Out of `organisations.toml`."""
    heads = table["heads"]
    return Organisations(
        heads=_lexicon(heads),
        head_first=heads["head_first"],
        joins=frozenset(heads["joins"]),
        joining=frozenset(heads["joining"]),
        known=frozenset(table["known"]["names"]),
        never=frozenset(table["known"]["never"]),
        adjectives=frozenset(heads["adjectives"]),
    )


def words(table: Table) -> Words:
    """Out of `words.toml`."""
    happenings = table["happenings"]
    return Words(
        abbreviations=frozenset(table["abbreviations"]["words"]),
        weak_abbreviations=frozenset(table["abbreviations"]["weak"]),
        function=frozenset(table["function"]["words"].split()),
        breaks=frozenset(table["subordinators"]["words"]),
        determiners=frozenset(table["subordinators"]["determiners"]),
        indefinite=frozenset(table["subordinators"]["indefinite"]),
        happening_nouns=frozenset(happenings["nouns"]),
        happening_endings=tuple(happenings["endings"]),
        happening_before=frozenset(happenings["before"]),
        articles=frozenset(happenings["articles"]),
        nouns_large=table["writing"]["nouns_large"],
        ordinal_stop=table["writing"]["ordinal_stop"],
        speech_happens=happenings["speech"],
        name_openers=frozenset(table["abbreviations"]["name_openers"]),
        links=frozenset(table["subordinators"]["links"]),
        relatives=frozenset(table["subordinators"]["relatives"]),
        prepositions=frozenset(table["subordinators"]["prepositions"]),
    )


def credit_rules(table: Table) -> Credits:
    """Out of `credits.toml`; an agency's full name stands first in its line."""
    forms = [[form.strip() for form in line.split("|")] for line in table["agencies"]["names"]]
    agencies = {form: line[0] for line in forms for form in line}
    agency = f"(?P<agency>{_alternatives(agencies)})(?!\\w)"
    staff = table["staff"]
    return Credits(
        lines=tuple(CreditLine(line["kind"], re.compile(line["pattern"])) for line in table["line"]),
        datelines=_datelines(table["dateline"]),
        endings=tuple(re.compile(pattern) for pattern in table.get("ending", {}).get("patterns", ())),
        agencies=agencies,
        agency_ends=tuple(table["agencies"]["ends"]),
        naming=tuple(re.compile(line.replace("{agency}", agency)) for line in table["naming"]["patterns"]),
        staff=frozenset(staff["words"]),
        joins=re.compile("|".join(staff["joins"])),
        tails=tuple(re.compile(tail) for tail in staff["tails"]),
        roles=frozenset(staff["roles"]),
    )


def _datelines(table: Table) -> tuple[re.Pattern[str], ...]:
    """In capitals, in ordinary letters, bare, behind the agency; {date} stands for a day as datelines write it."""
    forms = [table[name] for name in ("pattern", "mixed", "bare", "led") if name in table]
    return tuple(re.compile(form.replace("{date}", table.get("date", "(?!)"))) for form in forms)


def _alternatives(words: Iterable[str]) -> str:
    """Any of the words, the longest first so that it wins."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
