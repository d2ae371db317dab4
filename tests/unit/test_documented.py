"""What people can use, they can look up."""

import re
from pathlib import Path

import click
import pytest
from msgspec import Struct

from newsbrief import check, cli
from newsbrief.cli import place
from newsbrief.model import pages, stories, timeline, views
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote, Note, RawRecord, Review
from newsbrief.site.render import body
from newsbrief.site.render.frame import Frame
from newsbrief.site.settings import DEFAULTS

MODELS = [
    model
    for room in (views, timeline, stories, pages)
    for model in vars(room).values()
    if isinstance(model, type) and issubclass(model, Struct) and model.__module__ == room.__name__
]
COMMANDS = {name: cli.main.get_command(click.Context(cli.main), name) for name in cli.COMMANDS}


def text(project: Path, name: str) -> str:
    return (project / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_command_and_its_options_are_documented(project: Path, name: str) -> None:
    """docs/commands.md names every command and each of its options."""
    command = COMMANDS[name]
    assert command is not None
    line = next(line for line in text(project, "commands.md").splitlines() if f"`newsbrief {name}" in line)
    options = [param.opts for param in command.params if isinstance(param, click.Option)]
    assert [names for names in options if not any(name in line for name in names)] == []


def test_make_target_is_documented(project: Path) -> None:
    """docs/commands.md and `make help` name every target."""
    makefile = (project / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    documented = text(project, "commands.md")
    assert [target for target in phony[1].split() if f"make {target}" not in documented and target != "help"] == []


@pytest.mark.parametrize("name", DEFAULTS)
def test_setting_is_documented(project: Path, name: str) -> None:
    """docs/settings.md explains every setting of ours."""
    assert f"`{name}`" in text(project, "settings.md")


def test_settings_of_commands_are_among_them() -> None:
    """Whatever setting of ours the commands read from the settings file is a setting with a default, too."""
    read = {word for name, word in vars(place).items() if name.endswith("_SETTING") and word.startswith("NEWSBRIEF_")}
    assert read
    assert read <= set(DEFAULTS)


@pytest.mark.parametrize("kind", [Brief, BriefQuote, BriefEvent, Note, RawRecord, Review])
def test_front_matter_field_is_documented(project: Path, kind: type[Struct]) -> None:
    """docs/front-matter.md explains every field."""
    ours = {"body", "unknown", "lines", "body_line", "line"}
    fields = set(kind.__struct_fields__) - ours
    documented = text(project, "front-matter.md")
    assert [name for name in sorted(fields) if f"`{name}`" not in documented and f"{name}:" not in documented] == []


@pytest.mark.parametrize("code", [*check.CODES, "refused", "unexplained-change"])
def test_finding_is_documented(project: Path, code: str) -> None:
    """docs/findings.md lists it, and says what it means, with an example, and what to do."""
    documented = text(project, "findings.md")
    assert f"| [`{code}`](#{code}) |" in documented
    section = documented.partition(f"\n## `{code}`\n")[2].partition("\n## ")[0]
    assert f" [{code}]\n```\n" in section


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_template_variable_is_documented(project: Path, model: type[Struct]) -> None:
    """docs/theme.md lists every page model with all its fields, and no other."""
    row = re.search(rf"^\| {model.__name__} \| (.*) \|$", text(project, "theme.md"), re.MULTILINE)
    assert row is not None
    names = set(model.__struct_fields__)
    assert set(re.findall(r"`([a-z_]+)`", row[1])) == names


# What templates have no use for.
FRAME_ONLY = ("site", "identity", "feeds_by_page", "digest")


def test_theme_context_is_documented(project: Path) -> None:
    """docs/theme.md lists every field of `nb`."""
    documented = text(project, "theme.md")
    names = [name for name in dir(Frame) if not name.startswith("_") and name not in FRAME_ONLY]
    assert [name for name in names if f"`nb.{name}" not in documented] == []


def test_documents_lead_somewhere(project: Path) -> None:
    """Links between the project's own documents arrive."""
    broken = []
    for file in [*project.glob("*.md"), *(project / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", file.read_text("utf-8")):
            if not (file.parent / link).exists():
                broken.append(f"{file.name}: {link}")
    assert broken == []


def test_security_says_what_may_stay_and_which_policy(project: Path) -> None:
    """docs/security.md names every tag and attribute of a body, and the policy word by word."""
    said = text(project, "security.md")
    table = said[said.index("| may stay in a body") : said.index("These are what an article")]
    words = set(re.findall(r"[a-z0-9]+", " ".join(re.findall(r"`([^`]*)`", table))))
    attributes = {name for names in body.ATTRIBUTES.values() for name in names}
    assert words - {"h1", "h6", "noopener", "noreferrer", "rel"} == (body.TAGS | attributes | body.SCHEMES) - {
        *("h1", "h3", "h4", "h5", "h6")
    }
    for tag in body.EMPTY_CONTENT:
        assert tag in said[said.index("What becomes of the rest") :]
    assert f"\n{DEFAULTS['NEWSBRIEF_CSP']}\n" in said
