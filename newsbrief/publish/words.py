"""The interface's words in the site's language: gettext, read from .po files when the site is built.

A catalogue is `<folder>/<language>/newsbrief.po`, the language as DEFAULT_LANG has it or without its region: "ko-KR",
then "ko". What no catalogue translates stays English, as the templates have it.
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

from newsbrief.collate.date_words import ENGLISH, Speech, said
from newsbrief.model.quotes import BETWEEN_PARTS
from newsbrief.model.views import DateText
from newsbrief.publish import tongues
from newsbrief.publish.settings import translation_folders

FILE = "newsbrief.po"
# So many filled-in messages are remembered.
MESSAGES = 4096


class Words(Struct, frozen=True):
    """The site's language as DEFAULT_LANG has it, its catalogues as gettext knows them, and how it says dates."""

    lang: str
    catalogues: NullTranslations
    speech: Speech

    def gettext(self, message: str, /, **values: object) -> str:
        """The message in the site's language with its placeholders filled in; plain text."""
        return self.catalogues.gettext(message) % values

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> str:
        """The same for a message with a number in it, `%(num)s`."""
        return self.catalogues.ngettext(one, many, num) % {"num": num, **values}

    def date(self, value: DateText, form: str = "text") -> str:
        """A date of a page model in words.

        `form`: text "20 September 2023", short "20 September", full "Wednesday 20 September 2023", day "Wednesday 20
        September".
        """
        words: str = getattr(said(value.edtf, self.speech), form)
        return words

    def quoted(self, parts: Sequence[str], limit: int = 0) -> str:
        """The parts of a quote, each between the language's quotation marks; after so many signs in all it is cut.

        Between two parts stood who said it, or words that are not quoted: the marks tell that it is not one piece, and
        the dots outside of them that it is one person's.
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
        """The attributes of the site's words where they stand amid others' in `lang`; "" where both are one language.

        British and American English are one; "" for `lang` is the site's.
        """
        return tongues.attributes(self.lang, lang or self.lang)

    def theirs(self, lang: str, around: str = "") -> Markup:
        """The attributes of words in `lang` amid others in `around`; "" for either is the site's language."""
        return tongues.attributes(lang or self.lang, around or self.lang)


IN_ENGLISH = Words("en", NullTranslations(), ENGLISH)


def words(settings: Mapping[str, Any]) -> Words:
    """The words for DEFAULT_LANG. Raises SettingsError for a catalogue that cannot be read or filled in."""
    lang = str(settings.get("DEFAULT_LANG") or "en")
    files = list(_files(translation_folders(settings), lang))
    if not files:
        return Words(lang, NullTranslations(), ENGLISH)
    from newsbrief.publish import catalogue  # with all of Babel, which a site in English does without

    found = NullTranslations()
    # Asked first is what is read last: the site's own before the theme's, "ko-KR" before "ko".
    for path in reversed(files):
        one = catalogue.read(path)
        one.add_fallback(found)
        found = one
    return Words(lang, found, catalogue.speech(found, lang))


def equip(env: Environment, words: Words) -> None:
    """`_`, `ngettext`, `pgettext`, `npgettext` and `{% trans %}` in every template.

    Jinja takes a translation for HTML and escapes only what fills it; ours is escaped too, for a catalogue is text.
    They do what Jinja's own do ("newstyle"), and remember what nothing of the page fills: a page has dozens of words.
    """
    known = words.catalogues
    env.policies["ext.i18n.trimmed"] = True
    env.add_extension("jinja2.ext.i18n")
    env.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it

    @lru_cache(MESSAGES)
    def bare(message: str) -> Markup:
        return escape(known.gettext(message)) % {}

    @lru_cache(MESSAGES)
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


def _files(folders: Iterable[Path], lang: str) -> Iterable[Path]:
    """The catalogues that there are for a language, those to ask first before the others."""
    parts = _key(lang).split("-")
    wanted = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for folder in folders:
        there = {_key(path.parent.name): path for path in sorted(folder.glob(f"*/{FILE}"))}
        yield from (there[name] for name in wanted if name in there)


def _key(lang: str) -> str:
    """BCP 47 writes ko-KR, gettext ko_KR."""
    return lang.replace("_", "-").casefold()
