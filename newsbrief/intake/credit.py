"""Whom words beside a picture credit, what they claim about rights, and what is its caption."""

from __future__ import annotations

import re

from msgspec.structs import replace

from newsbrief.model.article import Photo
from newsbrief.rules.pages import Pages

SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')\]]?\s+(?=[A-Z(\[])|\s+[|•–—]\s+|\s*\n\s*")
BRACKETED = re.compile(r"^(?P<caption>.*?)\s*[(\[](?P<who>[^()\[\]]{2,160})[)\]][\s.]*$", re.DOTALL)
NAMES = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.’'&-]*|/|,|\||for|of|the|and|via|by|de|van|von|del|la|da|di|al)")
PARTS = re.compile(r"(?:\.|,|;| [-–—|])\s")
EDGES = " \t\n,;:|/–—-•·()[]"
CREDIT_WORDS = 24


def parted(text: str, rules: Pages) -> Photo:
    """A caption that may begin with a label and end with its credit."""
    text = rules.caption.sub("", text, count=1) if rules.caption.match(text) else text
    if match := rules.labelled.search(text):
        photo = credited(match["who"] or match["bracketed"], rules)
        if photo.credit:
            kept = text[: match.start()] + (match[0][0] if match[0][0] in ".!?…”\"’'" else "")
            return replace(photo, caption=kept.strip(" |•·/–—("))
    bracketed = BRACKETED.match(text)
    if bracketed and is_credit(bracketed["who"], rules):
        return replace(credited(bracketed["who"], rules), caption=bracketed["caption"].strip())
    ends = list(SENTENCE.finditer(text))
    start = ends[-1].end() if ends else 0
    last = text[start:]
    if (last != text or "/" in last) and is_credit(last, rules):
        return replace(credited(last, rules), caption=text[: ends[-1].start()].strip(" |•") if ends else "")
    return Photo(caption=text)


def is_credit(said: str, rules: Pages) -> bool:
    """Whether words without a label credit someone: an agency's name, or names with a stroke between them."""
    parts = said.strip(EDGES).rstrip(".").replace("/", " / ").replace("—", " / ").replace(",", " , ").split()
    if not 1 <= len(parts) <= CREDIT_WORDS // 2 or rules.label.match(said):
        return 0 < len(parts) <= CREDIT_WORDS and bool(rules.label.match(said))
    named = all(NAMES.fullmatch(part) for part in parts)
    return named and (
        bool(rules.agency.search(said)) or "/" in said or (len(parts) > 1 and said[:1].isupper() and "." not in said)
    )


def _parted(who: str, rules: Pages) -> tuple[str, str]:
    """“Skerrow Museum. Used with permission. High resolution: …”: whom it credits, and the claim behind that."""
    first, *rest = PARTS.split(who)
    rights = next((part.strip(" .") for part in rest if rules.rights.fullmatch(part.strip(" ."))), "")
    return (first, rights) if rights else (who, "")


def credited(said: str, rules: Pages) -> Photo:
    """A credit without its label, and the claim about rights that stands in it."""
    who = said.strip(EDGES[:-4]).strip()
    if who[:1] in "([" and who[-1:] in ")]":
        who = who[1:-1].strip()
    who = rules.label.sub("", who, count=1) if rules.label.match(who) else who
    rights = ""
    bracketed = BRACKETED.match(who)
    if bracketed and rules.rights.search(bracketed["who"]):
        who, rights = bracketed["caption"], bracketed["who"].strip()
    elif rules.rights.fullmatch(who):
        who, rights = "", who
    else:
        who, rights = _parted(who, rules)
    who = who.strip(" \t\n,;:|–—-•·").removesuffix(".") if not who.endswith(("Inc.", "Jr.")) else who
    names_someone = len(who.split()) <= CREDIT_WORDS and any(sign.isalpha() for sign in who)
    return Photo(who if names_someone else "", rights)
