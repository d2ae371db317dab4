"""The names in a byline."""

from __future__ import annotations

import re

from newsbrief.rules import Rules

# “d’Emilio”, “l'Hôpital”: a name of one word.
ELIDED = re.compile(r"[a-z]{1,4}[’'](?=[^\W\d_a-z])")


def people(words: str, rules: Rules) -> tuple[tuple[str, ...], str]:
    """The names of an author line, and the agency or outlet behind them; no names where the words are none."""
    names: list[str] = []
    words, source = _listed(words.strip(" ."), rules)
    for part in rules.credits.joins.split(words):
        bare = part.strip(" .")
        for tail in rules.credits.tails:
            bare = tail.sub("", bare).strip()
        first, _, rest = bare.partition(" ")
        led = bool(rest) and first.lower() in rules.words.articles
        if led and names and first[0].isupper():
            # “Osla Brandt, The Varnholt Monitor”: nobody's name begins with an article.
            source = source or bare
            continue
        bare = rest if led else bare
        if not bare:
            continue
        if names and (agency := _behind(bare, rules)) is not None:
            source = source or agency
        elif bare.lower() in rules.credits.staff:
            names.append(bare[:1].upper() + bare[1:])
        elif bare in rules.credits.agencies:
            source = source or bare
        elif _is_name(bare, rules):
            names.append(bare)
        elif bare.lower() not in rules.credits.roles:
            return (), ""
    return tuple(dict.fromkeys(names)), source


def _listed(words: str, rules: Rules) -> tuple[str, str]:
    """Names up to the last of a list, and the outlet behind it: in “A and B, Delta Ledger” no third person follows."""
    last = next(
        (match.end() for match in reversed(list(rules.credits.joins.finditer(words))) if "," not in match[0]), 0
    )
    head, comma, tail = words[last:].partition(", ")
    roles = {role.split()[-1] for role in rules.credits.roles}
    if not last or not comma or not tail[:1].isupper() or tail.lower().split()[-1].rstrip("s") in roles:
        return words, ""
    return words[:last] + head, tail


def _behind(bare: str, rules: Rules) -> str | None:
    """What stands behind a name: its agency or outlet, "" for a role; None for a further name."""
    if bare in rules.credits.agencies:
        return bare
    last = bare.lower().split()[-1]
    if bare.lower() in rules.credits.roles or any(last.rstrip("s") == role.split()[-1] for role in rules.credits.roles):
        return next((name for name in rules.credits.agencies if bare.startswith(f"{name} ")), "")
    return bare if any(word in rules.organisations.heads for word in bare.split()) else None


def _is_name(words: str, rules: Rules) -> bool:
    parts = words.split()
    if any(sign.isdigit() for sign in words):
        return False
    large = [part for part in parts if part[0].isupper() or ELIDED.match(part)]
    small = [part for part in parts if part not in large]
    return len(large) >= 1 and len(parts) <= 6 and all(part in rules.people.particles for part in small)
