"""The interface's words in the site's language: gettext, read from .po files when the site is built.

A catalogue is `<folder>/<language>/newsbrief.po`, the language as in DEFAULT_LANG or without its region: "ko-KR", then
"ko". What no catalogue translates stays English, as the templates have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from msgspec import Struct

from newsbrief.edtf.words import ENGLISH, Speech, said
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.model.views import DateText
from newsbrief.site.render import languages
from newsbrief.site.settings import translation_folders

FILE = "newsbrief.po"
# So many messages with their values, and dates, are remembered.
REMEMBERED = 4096


class Translations(Struct, frozen=True):
    """The site's language as in DEFAULT_LANG, its catalogues as gettext knows them, and how it writes dates."""

    lang: str
    catalogues: NullTranslations
    speech: Speech

    def gettext(self, message: str, /, **values: object) -> str:
        """Return a message in the site's language with its placeholders filled in; plain text."""
        return self.catalogues.gettext(message) % values

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> str:
        """Return a message with a number in it, `%(num)s`."""
        return self.catalogues.ngettext(one, many, num) % {"num": num, **values}

    def date(self, value: DateText, form: str = "text") -> str:
        """Return a date of a page model in words.

        `form`: text "20 September 2023", short "20 September", full "Wednesday 20 September 2023", day "Wednesday 20
        September".
        """
        words: str = getattr(said(value.edtf, self.speech), form)
        return words

    def quoted(self, parts: Sequence[str], limit: int = 0) -> str:
        """Return the parts of a quote, each between the language's quotation marks, with dots between two parts.

        The quote is cut after `limit` characters; 0: never.
        """
        shown: list[str] = []
        for part in parts:
            left = limit - sum(map(len, shown))
            whole = not limit or len(part) <= left
            shown.append(part if whole else f"{part[:left].rpartition(' ')[0] or part[:left]} …")
            if not whole:
                break
        return BETWEEN_PARTS.join(self.gettext("“%(words)s”", words=part) for part in shown)

    def ours(self, lang: str) -> Markup:
        """Return the attributes of the site's words amid words in `lang`; "" if both are one language.

        British and American English are one; "" for `lang` is the site's.
        """
        return languages.attributes(self.lang, lang or self.lang)

    def theirs(self, lang: str, around: str = "") -> Markup:
        """Return the attributes of words in `lang` amid others in `around`; "" for either is the site's language."""
        return languages.attributes(lang or self.lang, around or self.lang)


IN_ENGLISH = Translations("en", NullTranslations(), ENGLISH)


def translations(settings: Mapping[str, Any]) -> Translations:
    """Return the translations for DEFAULT_LANG. Raises SettingsError for a catalogue that cannot be used."""
    lang = _lang(settings)
    files = catalogue_files(settings)
    if not files:
        return Translations(lang, NullTranslations(), ENGLISH)
    from newsbrief.site.render import catalogue  # imports Babel, which a site in English does not need

    found = NullTranslations()
    for path in reversed(files):
        one = catalogue.read(path)
        one.add_fallback(found)
        found = one
    return Translations(lang, found, catalogue.speech(found, lang))


def catalogue_files(settings: Mapping[str, Any]) -> list[Path]:
    """Return the catalogues for DEFAULT_LANG, those to ask first before others.

    The site's own stand before the theme's, those of "ko-KR" before those of "ko".
    """
    parts = _normal(_lang(settings)).split("-")
    wanted = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return list(_files(translation_folders(settings), wanted))


def _lang(settings: Mapping[str, Any]) -> str:
    return str(settings.get("DEFAULT_LANG") or "en")


def _files(folders: Iterable[Path], wanted: Sequence[str]) -> Iterable[Path]:
    for folder in folders:
        there = {_normal(path.parent.name): path for path in sorted(folder.glob(f"*/{FILE}"))}
        yield from (there[name] for name in wanted if name in there)


def _normal(lang: str) -> str:
    """BCP 47 writes ko-KR, gettext ko_KR."""
    return lang.replace("_", "-").casefold()


def install(env: Environment, own: Translations) -> None:
    """Give every template `_`, `ngettext`, `pgettext`, `npgettext` and `{% trans %}`.

    Unlike Jinja's own functions, these escape the translation too: a catalogue is text. They cache messages without
    values, of which a page has dozens.
    """
    known = own.catalogues

    @lru_cache(REMEMBERED)
    def bare(message: str) -> Markup:
        return escape(known.gettext(message)) % {}

    @lru_cache(REMEMBERED)
    def counted(one: str, many: str, num: int) -> Markup:
        return escape(known.ngettext(one, many, num)) % {"num": num}

    def gettext(message: str, /, **values: object) -> Markup:
        return escape(known.gettext(message)) % values if values else bare(message)

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
        return escape(known.ngettext(one, many, num)) % {"num": num, **values} if values else counted(one, many, num)

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        return escape(known.pgettext(context, message)) % {"context": context, **values}

    def npgettext(context: str, one: str, many: str, num: int, /, **values: object) -> Markup:
        return escape(known.npgettext(context, one, many, num)) % {"context": context, "num": num, **values}

    env.globals.update(_=gettext, gettext=gettext, ngettext=ngettext, pgettext=pgettext, npgettext=npgettext)
