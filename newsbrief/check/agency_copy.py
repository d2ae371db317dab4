"""A whole article of somebody else's, and nobody has said what may be published of it."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief import rules
from newsbrief.check.seen import Seen
from newsbrief.model.brief import RIGHTS, Brief
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.site.facts.excerpt import SUMMARY_WORDS, words_in

CODE = "agency-copy"
RIGHT = f"{', '.join(RIGHTS[:-1])} or {RIGHTS[-1]}"
# A copyright line stands among the last paragraphs.
LAST = 3
# Agencies are known by so many letters.
LETTERS = range(2, 6)


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a brief without `rights` whose body is longer than an excerpt and an agency's or under copyright."""
    brief = entry.brief
    if brief.rights or brief.status not in ("draft", "review", "published") or words_in(entry.text) <= SUMMARY_WORDS:
        return
    whose = _agency(brief) or _notice(entry)
    if whose:
        message = (
            f"the whole article is here, {whose}, and nobody has said what may be published; write `rights:` {RIGHT}"
        )
        yield Finding(CODE, seen.file, brief.lines.get("source", brief.lines.get("title", 0)), message)


def _agency(brief: Brief) -> str:
    credits_of = rules.load(rules.known(brief.lang) or rules.DEFAULT).credits
    known = {form.casefold() for form in credits_of.agencies}
    for name in brief.source:
        bare = name.casefold().removeprefix("the ").strip()
        # “VARNHOLT (EW) —”: whoever writes letters behind the place is one.
        lettered = bool(brief.dateline) and name.isupper() and len(name) in LETTERS
        if bare in known or bare.endswith(credits_of.agency_ends) or lettered:
            return f"its source is an agency ({name})"
    return ""


def _notice(entry: Entry) -> str:
    """A copyright line at the end of the body, or of the raw article, where the desk leaves it out."""
    forms = [form.pattern for form in rules.load().credits.lines if form.kind == "notice"]
    lines = [*entry.text.split("\n\n")[-LAST:], *entry.raw_tail]
    found = next((line for line in lines if any(form.search(line.strip()) for form in forms)), "")
    return f'it ends with "{" ".join(found.split()[:8])}"' if found else ""
