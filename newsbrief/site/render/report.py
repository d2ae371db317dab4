"""How readers report a mistake: by an e-mail or a form that names the page."""

from __future__ import annotations

import re
from urllib.parse import quote

from newsbrief.model.address import is_web_address

MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
PLACEHOLDER = re.compile(r"\{title\}|\{url\}")
# A form gets the whole headline. A mail's subject, of which phones show some 30 characters, gets its first words: every
# brief's page carries it, and the mail's text has the page's address.
LONGEST_TITLE, LONGEST_SUBJECT = 200, 30


def fault(setting: str) -> str:
    """Return what is wrong with NEWSBRIEF_REPORT, or ""."""
    if not setting or MAIL.fullmatch(setting):
        return ""
    if setting.startswith("https://") and is_web_address(PLACEHOLDER.sub("", setting)) and not _in_host(setting):
        return ""
    return (
        f'NEWSBRIEF_REPORT is "{setting}"; give an e-mail address, or an address that begins with https:// and may '
        "have {title} and {url} in it"
    )


def _in_host(setting: str) -> bool:
    # What a page says must not choose the host that a reader goes to.
    return "{" in setting.removeprefix("https://").partition("/")[0]


def address(setting: str, title: str, url: str) -> str:
    """Return the link for one page; "" without a setting. `url` is the page's absolute address, or "" if unknown.

    Every character with a meaning in an address is percent-encoded (RFC 3986, for mail RFC 6068).
    """
    if not setting:
        return ""
    title = _first_words(title, LONGEST_TITLE if setting.startswith("https://") else LONGEST_SUBJECT)
    if setting.startswith("https://"):
        # Both at once: a title may have "{url}" in it.
        values = {"{title}": title, "{url}": url}
        return PLACEHOLDER.sub(lambda found: _encoded(values[found[0]]), setting)
    body = "&body=" + _encoded(f"{url}\r\n") if url else ""
    return f"mailto:{quote(setting, safe='@+')}?subject={_encoded(title)}{body}"


def _first_words(title: str, longest: int) -> str:
    # One character more: a word that ends there is whole.
    title = " ".join(title.split())
    return title if len(title) <= longest else title[: longest + 1].rpartition(" ")[0] or title[:longest]


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
