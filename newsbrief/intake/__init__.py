"""Raw bytes to an `Article`: sniffs the form by its content, one module a form."""

from __future__ import annotations

import re

from msgspec.structs import replace

from newsbrief import rules
from newsbrief.intake import decode, markdown, text, wire
from newsbrief.intake.decode import decoded
from newsbrief.intake.kinds import kinds
from newsbrief.intake.origin import LONGEST, origin
from newsbrief.intake.wire import mail, values
from newsbrief.intake.wire.times import instant
from newsbrief.model.address import is_web_address
from newsbrief.model.article import MAX_RAW_BYTES, Article
from newsbrief.model.refusal import RefusedError

__all__ = ["articles", "fetched_on", "guessed", "kinds", "lost", "of_line", "read"]

PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[A-Za-z][\w -]{0,40}:)")
HEADING = re.compile(r"\s*# \S")


def articles(data: bytes, name: str, lang: str = rules.DEFAULT) -> tuple[Article, ...]:
    """Read one raw file: a saved page, a Markdown draft or plain text, which is one article, or an agency's file.

    Raises RefusedError with (line, reason) pairs: nothing in it, too large, not UTF-8, no text at all, a line that no
    article has, no headline, no body, no article. `name` is the file's name; content alone tells the form.
    """
    if len(data) > MAX_RAW_BYTES:
        raise RefusedError((0, f"{len(data):,} bytes; an article has at most {MAX_RAW_BYTES:,}"))
    if mail.begins(data):
        return (_mailed(data, lang),)
    found = origin(decoded(data))
    try:
        read = _agency(found.text, lang) or (_read(found.text, found.url, lang),)
    except RefusedError as error:
        raise RefusedError(*((line and line + found.lines, reason) for line, reason in error.reasons)) from None
    return tuple(replace(one, lines=tuple(line and line + found.lines for line in one.lines)) for one in read)


def of_line(data: bytes, lang: str = rules.DEFAULT) -> tuple[Article, ...]:
    """The articles of a line of an archive: an object with a text and perhaps its title, or an agency's item.

    Raises RefusedError as `articles` does.
    """
    from newsbrief.intake.wire import ninjs

    value = values.parsed(decoded(data))
    said = values.first(value, "text") if isinstance(value, dict) and not ninjs.is_item(value) else ""
    if not said or not isinstance(value, dict):
        return wire.read(decoded(data), "json", lang)
    title, asked = values.first(value, "title"), values.first(value, "lang")
    article = text.read(f"{title}\n\n{said}" if title else said, rules.load(rules.known(asked) or lang))
    date = instant(values.first(value, "date")) or article.date
    link = values.first(value, "url", "link")
    return (replace(article, date=date, lang=asked or article.lang, link=link if is_web_address(link) else ""),)


def read(data: bytes, name: str, lang: str = rules.DEFAULT) -> Article:
    """The article of a raw file, of several the first; raises RefusedError as `articles` does."""
    return articles(data, name, lang)[0]


def _agency(whole: str, lang: str) -> tuple[Article, ...]:
    """The articles of an agency's file; none where it is no such file."""
    form = wire.form(whole)
    return wire.read(whole, form, lang) if form else ()


def _mailed(data: bytes, lang: str) -> Article:
    """The article of an e-mail's source. Its lines are not the file's."""
    from newsbrief.intake.wire.parts import as_text, pictures

    try:
        article = text.read(as_text(data), rules.load(lang))
    except RefusedError as error:
        raise RefusedError(*((0, reason) for _, reason in error.reasons)) from None
    credited = article.photo is not None and bool(article.photo.credit)
    return replace(article, lines=(0,) * len(article.paragraphs), pictures=pictures(data, credited))


def _read(whole: str, url: str, lang: str) -> Article:
    """Read a text in the form that its beginning gives away; `url` is where it was saved from."""
    if PAGE.match(whole[:3000]):
        # Loaded when the first page is read: plain text must not pay for it.
        from newsbrief.intake import page

        return page.read(whole, url)
    if FRONT_MATTER.match(whole) or HEADING.match(whole[:200]):
        article = markdown.read(whole, rules.load(lang))
    else:
        article = text.read(whole, rules.load(lang))
    return replace(article, link=article.link or url)


def fetched_on(data: bytes) -> str:
    """The day (ISO) on which newsbrief fetched a raw file first; "" for all others."""
    return origin(data[:LONGEST].decode("utf-8-sig", "replace")).day


def guessed(data: bytes) -> str:
    """The encoding that only a raw file's letters gave away; "" where it says what it is in, as e-mails do."""
    return "" if mail.begins(data) else decode.guessed(data)


def lost(data: bytes) -> int:
    """How many places of a raw file could not be read in the encoding that it names."""
    return 0 if mail.begins(data) else decode.decoding(data).lost
