"""In which language an article is read."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newsbrief import cli, rules
from newsbrief.cli.place import SETTINGS, brief_address, language, site_language


@pytest.mark.parametrize(
    ("settings", "lang"),
    [
        ('DEFAULT_LANG = "en"\n', "en"),
        ('DEFAULT_LANG = "en-GB"\n', "en"),
        ('DEFAULT_LANG = "de"\n', "de"),
        ('DEFAULT_LANG = "de_AT"\n', "de"),
        ('DEFAULT_LANG = "tlh"\n', "en"),
        ("DEFAULT_LANG = chosen()\n", "en"),
        ("DEFAULT_LANG =\n", "en"),
        ("", "en"),
    ],
)
def test_site_language(settings: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings' own words tell the language of the site; what they do not tell is English."""
    (tmp_path / SETTINGS).write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert site_language() == lang


def test_unknown_language_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language without rules is refused, and the message names those that have some."""
    monkeypatch.setenv("NEWSBRIEF_LANG", "tlh")
    with pytest.raises(click.UsageError) as error:
        language()
    assert error.value.message == f"NEWSBRIEF_LANG: {rules.missing('tlh')}"
    assert all(lang in error.value.message for lang in ("tlh", *rules.languages()))


def test_unknown_language_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site may be in a language without rules; the desk says that it reads English and how to choose."""
    (tmp_path / SETTINGS).write_text('DEFAULT_LANG = "tlh"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    assert language() == "en"
    assert capsys.readouterr().err == f"{SETTINGS}: DEFAULT_LANG: {rules.missing('tlh')}; NEWSBRIEF_LANG chooses one\n"


def test_annotate_takes_a_language_with_each_line() -> None:
    """A line in a language without rules costs only itself."""
    lines = [
        {"id": "a", "text": "She left.", "lang": "tlh"},
        {"id": "b", "text": "She left on 3 May 2021.", "lang": "en-GB"},
        {"id": "c", "text": "Sie ging am 3. Mai 2021.", "lang": "de"},
    ]
    done = CliRunner().invoke(cli.main, ["annotate"], input="\n".join(json.dumps(line) for line in lines))
    first, *others = (json.loads(line) for line in done.stdout.splitlines())
    assert first == {"id": "a", "error": f"line 1: {rules.missing('tlh')}"}
    assert [[one["value"] for one in other["dates"]] for other in others] == [["2021-05-03"], ["2021-05-03"]]
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ('ARTICLE_URL = "{slug}.html"\n', "{slug}.html"),
        ("ARTICLE_URL = made()\n", "{date:%Y}/{date:%m}/{date:%d}/{slug}/"),
        ("", "{date:%Y}/{date:%m}/{date:%d}/{slug}/"),
    ],
)
def test_address_of_briefs(settings: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings' own pattern, else newsbrief's."""
    (tmp_path / SETTINGS).write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert brief_address() == address
