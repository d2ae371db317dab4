"""Paragraphs that are not an article's but those of the page or letter that it stood in."""

from __future__ import annotations

import re

from newsbrief.rules.pages import Pages

BULLET = re.compile(r"^[\s•·▪►▶→*»>-]+(?=\w)|^\[|\]$")
# Of e-mail, or a handle; an "@" within code or in a web address makes neither.
ADDRESS = re.compile(r"(?<![^\s(<\[:;,])(?:[^\s@/\"<>]{1,80}@[^\s@/\"<>]{1,200}\.\w{2,}|@\w{3,})")
# Words: of a paragraph that asks for something or leads on, of one that is an address. Characters of either.
SHORT, ADDRESS_WORDS, LONGEST = 60, 6, 1_000


def is_furniture(text: str, rules: Pages) -> bool:
    """Whether a paragraph's words give it away: it leads on, or asks for a subscription."""
    bare = BULLET.sub("", text).strip()
    count = len(bare.split())
    if not bare or count > SHORT or len(bare) > LONGEST:
        return not bare
    if rules.whole.fullmatch(bare) or (count <= ADDRESS_WORDS and "<" not in bare and ADDRESS.search(bare)):
        return True
    leads = rules.opening.match(bare) is not None and not bare.endswith((".", "”", '"'))
    offers = all(pattern.search(bare) for pattern in rules.offer) and bare[0] not in "“\"‘'"
    return leads or rules.asking.match(bare) is not None or offers
