"""A .po file (gettext's form of translations) read with Babel, and what of it cannot be used told with its line."""

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

from newsbrief.collate.date_words import Speech
from newsbrief.publish.settings import SettingsError

# A message is always filled in, so a percent sign of its own is written twice.
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%(%)|%")
# By context ("" mostly) and English message.
Messages = Mapping[tuple[str, str], tuple[str, ...]]


class Catalogue(NullTranslations):
    """Translations as gettext asks for them; what has none is asked of the fallback.

    The library's own GNUTranslations reads compiled files only, and nobody should have to compile.
    """

    def __init__(self, messages: Messages, form: Callable[[int], int]) -> None:
        super().__init__()
        self._messages = messages
        self._form = form

    def gettext(self, message: str) -> str:
        """The translation of a message."""
        return self._one("", message) or super().gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """The same for a message that has one translation here and another there."""
        return self._one(context, message) or super().pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of a message that goes with a number."""
        return self._many("", msgid1, n) or super().ngettext(msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Both of these."""
        return self._many(context, msgid1, n) or super().npgettext(context, msgid1, msgid2, n)

    def _one(self, context: str, message: str) -> str:
        return next(iter(self._messages.get((context, message), ())), "")

    def _many(self, context: str, message: str, number: int) -> str:
        forms = dict(enumerate(self._messages.get((context, message), ())))
        return forms.get(self._form(number), "")


def read(path: Path) -> Catalogue:
    """The translations of a file, without what is fuzzy. Raises SettingsError with the line where it is wrong."""
    try:
        found = read_po(io.StringIO(path.read_text("utf-8")), abort_invalid=True)
        messages = {(one.context or "", _forms(one.id)[0]): _checked(one) for one in found if one.id and not one.fuzzy}
        return Catalogue(messages, c2py(found.plural_expr))
    except (PoFileError, ValueError) as wrong:
        raise SettingsError(f"{path}: {wrong}; mend the catalogue (msgfmt --check tells more)") from None


def speech(translations: NullTranslations, lang: str) -> Speech:
    """How the language says dates: months and weekdays are CLDR's, their order and all else the catalogue's."""
    locale = _locale(lang)

    def gettext(message: str, /, **values: object) -> str:
        return translations.gettext(message) % values

    def calendar(pattern: str, day: dt.date) -> str:
        return format_date(day, translations.gettext(pattern), locale)

    return Speech(gettext, calendar)


def _locale(lang: str) -> Locale:
    """What CLDR has for a language or, without its region, English where it has nothing."""
    for name in (lang.replace("_", "-"), lang.replace("_", "-").partition("-")[0]):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def _forms(texts: object) -> tuple[str, ...]:
    """One form of a message without a number in it, as many as the language has of one with a number."""
    return tuple(text or "" for text in texts) if isinstance(texts, (tuple, list)) else (str(texts or ""),)


def _checked(message: Message) -> tuple[str, ...]:
    """The translation's forms. Raises ValueError for one that cannot be filled in."""
    forms = _forms(message.string)
    for name in sorted(_placeholders(forms) - _placeholders(_forms(message.id))):
        what = "a percent sign alone: write %%" if name == "%" else f"%({name})s, which the message has not"
        raise ValueError(f"line {message.lineno}: the translation has {what}")
    return forms


def _placeholders(forms: Iterable[str]) -> set[str]:
    """The names in a message's forms; "%" stands for a sign that is neither a placeholder nor written twice."""
    found = (match for form in forms for match in PLACEHOLDER.finditer(form))
    return {match[1] or "%" for match in found if not match[2]}
