"""Where the command works: the site's folder, found from here upwards."""

from __future__ import annotations

import ast
import datetime as dt
import os
import shutil
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

PROGRAM = "newsbrief"
SETTINGS = "pelican.conf.py"
ZONE_SETTING, REPOSITORY_SETTING = "TIMEZONE", "NEWSBRIEF_REPOSITORY"
BRANCH_SETTING = "NEWSBRIEF_PUBLISHED_BRANCH"
# What Pelican's own quickstart calls them: a site of Pelican's may have briefs, too.
PELICANS_SETTINGS = "pelicanconf.py"
LANG_SETTING, LANG_VARIABLE = "DEFAULT_LANG", "NEWSBRIEF_LANG"
ADDRESS_SETTING = "ARTICLE_URL"


def site_folder() -> Path:
    """The nearest folder that holds pelican.conf.py, or pelicanconf.py."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if settings_file(folder).is_file():
            return folder
    raise click.UsageError(
        f"no {SETTINGS} or {PELICANS_SETTINGS} in {here} or above it, so this is no site's folder: go to your site's "
        "folder (cd …), or make a site with `newsbrief new my-site`"
    )


def settings_file(site: Path) -> Path:
    """The settings of a site, by our name or by Pelican's."""
    own, pelicans = site / SETTINGS, site / PELICANS_SETTINGS
    return pelicans if pelicans.is_file() and not own.is_file() else own


def program() -> str:
    """What to type for this program: its name, or where a shell does not find it by that, the way that was typed."""
    typed = sys.argv[0]
    if Path(typed).name != PROGRAM:
        return PROGRAM  # `python -m newsbrief`
    found = shutil.which(PROGRAM)
    return PROGRAM if found and Path(found).resolve() == Path(typed).resolve() else typed


def shown(path: Path) -> str:
    """A path as people read it: from here, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def now() -> dt.datetime:
    """The instant of SOURCE_DATE_EPOCH, else now: the same that a build takes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdecimal() else dt.datetime.now(dt.UTC)


def site_zone() -> dt.tzinfo:
    """The site's TIMEZONE; UTC where the settings do not write it down, or write one that does not exist."""
    try:
        return ZoneInfo(_written(ZONE_SETTING) or "UTC")
    except (ValueError, ZoneInfoNotFoundError):
        return dt.UTC


def today() -> dt.date:
    """The day it is on the site's clock."""
    return now().astimezone(site_zone()).date()


def is_private() -> bool:
    """Whether the settings say that nobody else can read the repository."""
    return _written(REPOSITORY_SETTING).lower() == "private"


def published_branch() -> str:
    """The branch that holds what readers have."""
    from newsbrief.content.published import BRANCH  # with much that other commands do without

    return _written(BRANCH_SETTING) or BRANCH


def language() -> str:
    """The language of articles that name none: NEWSBRIEF_LANG, else the site's. Raises UsageError for one unknown."""
    asked = os.environ.get(LANG_VARIABLE, "")
    from newsbrief import rules  # a build asks for no language

    if asked and not rules.known(asked):
        raise click.UsageError(f"{LANG_VARIABLE}: {rules.missing(asked)}")
    written = _written(LANG_SETTING)
    if not asked and written and not rules.known(written):
        file = settings_file(site_folder()).name
        click.echo(f"{file}: {LANG_SETTING}: {rules.missing(written)}; {LANG_VARIABLE} chooses one", err=True)
    return rules.known(asked) or site_language()


def site_language() -> str:
    """The language of briefs that name none: DEFAULT_LANG of the site's settings, English where that has no rules."""
    from newsbrief import rules  # likewise

    return rules.known(_written(LANG_SETTING)) or rules.DEFAULT


def brief_address() -> str:
    """The pattern of a brief's address: ARTICLE_URL of the site's settings, else ours."""
    from newsbrief.site.options import BRIEF_URL  # with much that other commands do without

    return _written(ADDRESS_SETTING) or BRIEF_URL


def _written(setting: str) -> str:
    """A setting as it is written down: running the settings would load all of Pelican for it. "" if it is not."""
    try:
        lines = ast.parse(settings_file(site_folder()).read_text("utf-8")).body
    except (click.UsageError, SyntaxError):
        return ""
    found = ""
    for line in lines:
        match line:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))) if name == setting:
                found = value
    return found
