"""How a reader tells the newsroom of a mistake: a letter or a form that already names the page."""

from __future__ import annotations

import re
from urllib.parse import quote

from newsbrief.model.address import is_web_address

MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PLACEHOLDER = re.compile(r"\{title\}|\{url\}")
# A tracker's heading is all of a headline. A letter's subject, of which lists of letters show some 30 signs on a phone,
# is its first words: every brief's page carries it, and below it stands the page's address.
LONGEST_TITLE, LONGEST_SUBJECT = 200, 30


def fault(setting: str) -> str:
    """What is wrong with the setting, or ""."""
    if not setting or MAIL.fullmatch(setting):
        return ""
    if setting.startswith("https://") and is_web_address(PLACEHOLDER.sub("", setting)) and not _in_host(setting):
        return ""
    return (
        f'NEWSBRIEF_REPORT is "{setting}"; give an e-mail address, or an address that begins with https:// and may '
        "have {title} and {url} in it"
    )


def _in_host(setting: str) -> bool:
    # What stands on a page must not choose to which host a reader is led.
    return "{" in setting.removeprefix("https://").partition("/")[0]


def address(setting: str, title: str, url: str) -> str:
    """The link for one page; "" without a setting. `url`: the page's whole address, or "" where nobody knows it.

    Every sign that means something in an address is percent-encoded (RFC 3986, for mail RFC 6068).
    """
    title = _first_words(title, LONGEST_TITLE if setting.startswith("https://") else LONGEST_SUBJECT)
    if not setting:
        return ""
    if setting.startswith("https://"):
        # Both at once: a title may have "{url}" in it.
        values = {"{title}": title, "{url}": url}
        return PLACEHOLDER.sub(lambda found: _encoded(values[found[0]]), setting)
    body = "&body=" + _encoded(f"{url}\r\n") if url else ""
    return f"mailto:{quote(setting, safe='@+')}?subject={_encoded(title)}{body}"


def _first_words(title: str, most: int) -> str:
    # `most` and one more: a word that ends there is whole.
    title = " ".join(title.split())
    return title if len(title) <= most else title[: most + 1].rpartition(" ")[0] or title[:most]


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
