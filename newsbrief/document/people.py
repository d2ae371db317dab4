"""content/people.yaml: what a person says about people, one line each.

    Yoon Suk Yeol: {also: [Yoon Suk-yeol], page: yes}

`also` brings other spellings to this name; `page` is auto, yes or no; `in` names the briefs (files without .md) where
the line holds, for two people of one name.
"""

from __future__ import annotations

from msgspec.structs import replace

from newsbrief.document.nodes import Items, Node, Pairs, Text
from newsbrief.document.scalars import scalar
from newsbrief.document.values import Problems, keys_of, line_of, lines_of, shown
from newsbrief.document.yaml_tree import compose
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


def with_other_name(text: str, name: str, other: str) -> str:
    """The file with `other` brought to `name`: added to its line, or in a new line at the end; all else stays.

    Raises RefusedError when the file cannot be read, when a line of `other`'s own says otherwise, or when `name`'s line
    is written so that nothing can be added to it.
    """
    known = parse_people(text) if text.strip() else ()
    taken = next((rule for rule in known if other == rule.name or other in rule.also), None)
    if taken is not None:
        raise RefusedError((0, f"{shown(other)} stands there already, with {taken.name}; change its line by hand"))
    home = next((rule.name for rule in known if name == rule.name or name in rule.also), name)
    if not any(rule.name == home for rule in known):
        eol = "\r\n" if "\r\n" in text else "\n"
        joint = "" if not text or text.endswith("\n") else eol
        return f"{text}{joint}{scalar(home)}: {{also: [{scalar(other, flow=True)}]}}{eol}"
    made = _added(text, home, other)
    if parse_people(made) != tuple(_also(rule, other) if rule.name == home else rule for rule in known):
        raise RefusedError((0, f"add {shown(other)} to `also` of {home} by hand"))
    return made


def _also(rule: PersonRule, other: str) -> PersonRule:
    return replace(rule, also=(*rule.also, other))


def _added(text: str, home: str, other: str) -> str:
    tree = compose(text, 1)
    pairs = tree.pairs if isinstance(tree, Pairs) else ()
    key, value = next((key, value) for key, value in pairs if " ".join(key.text.split()) == home)
    lines = text.splitlines(keepends=True)
    also = next((one for name, one in value.pairs if name.text == "also"), None) if isinstance(value, Pairs) else None
    written = scalar(other, flow=True)
    if isinstance(also, Items) and also.flow and also.items:
        return _put(lines, also.items[-1].end, also.items[-1].column, f", {written}")
    if isinstance(also, Items) and not also.flow:
        dash = lines[also.items[-1].line - 1]
        return _put(lines, also.items[-1].end, -1, f"\n{dash[: dash.index('-')]}- {scalar(other)}")
    if isinstance(also, Text) and also.text.strip():
        opened = _put(lines, also.end, also.column, f", {written}]")
        return _put(opened.splitlines(keepends=True), also.line, also.begin, "[")
    if isinstance(value, Pairs) and value.flow and also is None:
        return _put(lines, value.line, value.begin + 1, f"also: [{written}], ")
    if isinstance(value, Text) and not value.text.strip():
        return _put(lines, key.line, key.column + 1, f" {{also: [{written}]}}")
    if isinstance(value, Pairs) and also is None:
        return _put(lines, value.line, value.begin, f"also: [{written}]\n{' ' * value.begin}")
    return text


def _put(lines: list[str], line: int, column: int, words: str) -> str:
    """The lines as one text, with words put in at a column; -1 is the line's end."""
    whole = lines[line - 1]
    bare = whole.rstrip("\r\n")
    at = len(bare) if column < 0 else column
    eol = whole[len(bare) :] or "\n"
    lines[line - 1] = bare[:at] + words.replace("\n", eol) + whole[at:]
    return "".join(lines)
