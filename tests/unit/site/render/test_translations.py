"""Translations of the interface."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from newsbrief.site.render.translations import Translations, install, translations
from newsbrief.site.settings import SettingsError

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals={forms}; plural={plural};\\n"
"""
TOPICS = 'msgid "Topics"\nmsgstr "주제"\n'
BRIEFS = 'msgid "%(num)s brief"\nmsgid_plural "%(num)s briefs"\n'


def catalogue(folder: Path, lang: str, messages: str, forms: int = 1, plural: str = "0") -> None:
    (folder / lang).mkdir(parents=True)
    text = f"{HEAD.format(forms=forms, plural=plural)}\n{messages}"
    (folder / lang / "newsbrief.po").write_text(text, "utf-8")


def site(folder: Path, lang: str, **settings: Any) -> Translations:
    return translations({"THEME": str(folder / "theme"), "DEFAULT_LANG": lang, **settings})


def rendered(of: Translations, template: str, **values: Any) -> str:
    env = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    env.policies["ext.i18n.trimmed"] = True
    env.newstyle_gettext = True  # type: ignore[attr-defined]
    install(env, of)
    return env.from_string(template).render(**values)


@pytest.mark.parametrize(
    ("folder", "lang", "word"),
    [
        ("ko", "ko", "주제"),
        ("ko", "ko-KR", "주제"),
        ("ko_KR", "ko-kr", "주제"),
        ("ko_KR", "ko", "Topics"),
        ("ko", "en", "Topics"),
        ("ko", "../ko", "Topics"),
    ],
)
def test_the_language_finds_its_catalogue(tmp_path: Path, folder: str, lang: str, word: str) -> None:
    """By its whole name or without the region, and English where there is none."""
    catalogue(tmp_path / "theme" / "translations", folder, TOPICS)
    assert site(tmp_path, lang).gettext("Topics") == word


def test_a_site_changes_single_words(tmp_path: Path) -> None:
    """The folders of NEWSBRIEF_TRANSLATIONS are asked before the theme's, message by message."""
    catalogue(tmp_path / "theme" / "translations", "ko", TOPICS + '\nmsgid "People"\nmsgstr "인물"\n')
    catalogue(tmp_path / "own", "ko", 'msgid "Topics"\nmsgstr "화제"\n')
    own = site(tmp_path, "ko-KR", NEWSBRIEF_TRANSLATIONS=[str(tmp_path / "own")])
    assert (own.gettext("Topics"), own.gettext("People")) == ("화제", "인물")


@pytest.mark.parametrize(
    ("forms", "plural", "messages", "expected"),
    [
        (1, "0", 'msgstr[0] "기사 %(num)s건"', ["기사 1건", "기사 2건", "기사 5건"]),
        (2, "n != 1", 'msgstr[0] "%(num)s Text"\nmsgstr[1] "%(num)s Texte"', ["1 Text", "2 Texte", "5 Texte"]),
        (2, "n != 1", 'msgstr[0] ""\nmsgstr[1] ""', ["1 brief", "2 briefs", "5 briefs"]),
        (3, "n==1 ? 0 : n<5 ? 1 : 2", 'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"', ["a", "b", "c"]),
    ],
)
def test_plurals(tmp_path: Path, forms: int, plural: str, messages: str, expected: list[str]) -> None:
    """A language has as many forms as it has, and its own rule which to take."""
    catalogue(tmp_path / "theme" / "translations", "xx", f"{BRIEFS}{messages}\n", forms, plural)
    of = site(tmp_path, "xx")
    assert [of.ngettext("%(num)s brief", "%(num)s briefs", n) for n in (1, 2, 5)] == expected
    template = '{{ ngettext("%(num)s brief", "%(num)s briefs", n) }}'
    assert [rendered(of, template, n=n) for n in (1, 2, 5)] == expected
    block = "{% trans num=n %}{{ num }} brief{% pluralize %}{{ num }} briefs{% endtrans %}"
    assert [rendered(of, block, n=n) for n in (1, 2, 5)] == expected


@pytest.mark.parametrize(
    "template",
    [
        '{{ _("By %(name)s", name=name) }}',
        "{% trans %}By {{ name }}{% endtrans %}",
        "{% trans %}\n  By\n  {{ name }}\n{% endtrans %}",
        '{{ pgettext("byline", "By %(name)s", name=name) }}',
        '<i title="{{ _("By %(name)s", name=name) }}">',
    ],
)
def test_nothing_in_a_catalogue_or_a_name_is_markup(tmp_path: Path, template: str) -> None:
    """Translations are escaped, and so is what fills them; a link fills them as a link."""
    hostile = r'msgstr "\" onclick=x <script>alert(1)</script> &amp; %(name)s"'
    messages = f'msgid "By %(name)s"\n{hostile}\n\nmsgctxt "byline"\nmsgid "By %(name)s"\n{hostile}\n'
    catalogue(tmp_path / "theme" / "translations", "ko", messages)
    html = rendered(site(tmp_path, "ko"), template, name="<b>")
    assert "&#34; onclick=x &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;b&gt;" in html
    link = rendered(site(tmp_path, "ko"), "{% set name %}<a>{{ text }}</a>{% endset %}" + template, text="<b>")
    assert "&lt;/script&gt; &amp;amp; <a>&lt;b&gt;</a>" in link


@pytest.mark.parametrize(
    ("messages", "reason"),
    [
        ('msgid "By %(name)s"\nmsgstr "%(nmae)s"\n', "line 6: the translation has %(nmae)s"),
        ('msgid "Half"\nmsgstr "50 %"\n', "a percent sign alone"),
        ('msgid "Half"\nmsgstr "%d"\n', "a percent sign alone"),
        (f'{BRIEFS}msgstr[0] "%(n)s"\n', "%(n)s, which the message has not"),
        ("nonsense\n", "on 5"),
    ],
)
def test_a_catalogue_that_cannot_be_filled_in_is_named(tmp_path: Path, messages: str, reason: str) -> None:
    """The error has the file, the line and the reason."""
    catalogue(tmp_path / "theme" / "translations", "ko", messages)
    with pytest.raises(SettingsError) as error:
        site(tmp_path, "ko")
    assert "translations/ko/newsbrief.po: " in str(error.value)
    assert reason in str(error.value)


def test_what_is_fuzzy_or_obsolete_is_not_said(tmp_path: Path) -> None:
    """English takes the place of a translation that nobody confirmed."""
    catalogue(tmp_path / "theme" / "translations", "ko", f'#, fuzzy\n{TOPICS}\n#~ msgid "People"\n#~ msgstr "인물"\n')
    of = site(tmp_path, "ko")
    assert (of.gettext("Topics"), of.gettext("People")) == ("Topics", "People")


def test_parts_of_a_quote_stand_between_marks_of_their_own(tmp_path: Path) -> None:
    """The marks are the catalogue's; a cut ends with dots."""
    parts = ("We waited", "Nobody came for us")
    assert site(tmp_path, "en").quoted(parts) == "“We waited” … “Nobody came for us”"
    assert site(tmp_path, "en").quoted(parts, 18) == "“We waited” … “Nobody …”"
    catalogue(tmp_path / "theme" / "translations", "de", 'msgid "“%(words)s”"\nmsgstr "„%(words)s“"\n')
    assert site(tmp_path, "de").quoted(parts[:1]) == "„We waited“"
