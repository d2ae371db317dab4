"""content/people.yaml: what a person says about people, one line each.

    Yoon Suk Yeol: {also: [Yoon Suk-yeol], page: yes}

`also` brings other spellings to this name; `page` is auto, yes or no; `in` names the briefs (files without .md) where
the line holds, for two people of one name.
"""

from __future__ import annotations

from newsbrief.document.nodes import Items, Node, Pairs, Text, compose
from newsbrief.document.values import Problems, keys_of, line_of, lines_of, shown
from newsbrief.model.entry import PersonRule
from newsbrief.model.refusal import RefusedError

KEYS = ("also", "page", "in")
PAGES = ("auto", "yes", "no")


def parse_people(text: str) -> tuple[PersonRule, ...]:
    """Read the file. Raises RefusedError with everything that is wrong in it."""
    tree = compose(text, 1)
    if isinstance(tree, Text) and not tree.text.strip():
        return ()
    if isinstance(tree, Text | Items):
        raise RefusedError((tree.line, "this is no list of people; write one line a person, `Name: {also: [Other]}`"))
    problems: Problems = []
    rules = tuple(_rule(name, value, problems) for name, value in tree.pairs)
    if problems:
        raise RefusedError(*problems)
    return rules


def _rule(name: Text, value: Node, problems: Problems) -> PersonRule:
    known = line_of(name, "a name", problems)
    if isinstance(value, Text) and not value.text.strip():
        return PersonRule(known)
    keys = keys_of(value, f"`{name.text}`", KEYS, problems) if isinstance(value, Pairs) else {}
    if not isinstance(value, Pairs):
        problems.append((name.line, f"`{name.text}` is followed by no map; write `{name.text}: {{page: yes}}`"))
    also = lines_of(keys["also"], "`also`", problems) if "also" in keys else ()
    page = line_of(keys["page"], "`page`", problems) if "page" in keys else "auto"
    if page not in PAGES:
        problems.append((keys["page"].line, f"`page` is {shown(page)}; use auto, yes or no"))
    briefs = lines_of(keys["in"], "`in`", problems) if "in" in keys else ()
    return PersonRule(known, also, page, tuple(brief.removesuffix(".md") for brief in briefs))
