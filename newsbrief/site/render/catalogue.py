"""Catalogues: .po files (gettext's format for translations), read with Babel. Errors name the line."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Mapping
from gettext import NullTranslations, c2py
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from newsbrief.edtf.words import Speech
from newsbrief.site.settings import SettingsError

# Every message is formatted with %, so a percent sign is written twice.
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%(%)|%")
# The forms of each translation, by context ("" mostly) and English message.
Messages = Mapping[tuple[str, str], tuple[str, ...]]


class Catalogue(NullTranslations):
    """The translations of one file. What it lacks comes from its fallback.

    The standard library's GNUTranslations reads only compiled files, and nobody should have to compile.
    """

    def __init__(self, messages: Messages, form: Callable[[int], int]) -> None:
        super().__init__()
        self._messages = messages
        self._form = form

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        return self._one("", message) or super().gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message in a context."""
        return self._one(context, message) or super().pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message for a number."""
        return self._many("", msgid1, n) or super().ngettext(msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message for a number, in a context."""
        return self._many(context, msgid1, n) or super().npgettext(context, msgid1, msgid2, n)

    def _one(self, context: str, message: str) -> str:
        return next(iter(self._messages.get((context, message), ())), "")

    def _many(self, context: str, message: str, number: int) -> str:
        forms = dict(enumerate(self._messages.get((context, message), ())))
        return forms.get(self._form(number), "")


def read(path: Path) -> Catalogue:
    """Return the translations of a file, without fuzzy ones. Raises SettingsError, with the line, for a bad file."""
    try:
        found = read_po(io.StringIO(path.read_text("utf-8")), abort_invalid=True)
        messages = {(one.context or "", _forms(one.id)[0]): _checked(one) for one in found if one.id and not one.fuzzy}
        return Catalogue(messages, c2py(found.plural_expr))
    except (PoFileError, ValueError) as wrong:
        raise SettingsError(f"{path}: {wrong}; mend the catalogue (msgfmt --check tells more)") from None


def speech(translations: NullTranslations, lang: str) -> Speech:
    """Return how a language writes dates: months and weekdays come from CLDR, patterns from the catalogue."""
    locale = _locale(lang)

    def gettext(message: str, /, **values: object) -> str:
        return translations.gettext(message) % values

    def calendar(pattern: str, day: dt.date) -> str:
        return format_date(day, translations.gettext(pattern), locale)

    return Speech(gettext, calendar)


def _locale(lang: str) -> Locale:
    """Return the locale of a language, with or without its region; English if CLDR has neither."""
    for name in (lang.replace("_", "-"), lang.replace("_", "-").partition("-")[0]):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def _forms(texts: object) -> tuple[str, ...]:
    """Return one form for a message without a number, and as many as the language has for one with a number."""
    return tuple(text or "" for text in texts) if isinstance(texts, (tuple, list)) else (str(texts or ""),)


def _checked(message: Message) -> tuple[str, ...]:
    """Return the translation's forms. Raises ValueError for one that cannot be formatted."""
    forms = _forms(message.string)
    for name in sorted(_placeholders(forms) - _placeholders(_forms(message.id))):
        what = "a percent sign alone: write %%" if name == "%" else f"%({name})s, which the message has not"
        raise ValueError(f"line {message.lineno}: the translation has {what}")
    return forms


def _placeholders(forms: Iterable[str]) -> set[str]:
    """Return the names of the placeholders; "%" stands for a single percent sign."""
    found = (match for form in forms for match in PLACEHOLDER.finditer(form))
    return {match[1] or "%" for match in found if not match[2]}
