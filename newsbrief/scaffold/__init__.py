"""A newsroom of one's own: the files of a new site, which belong to whoever made it. Nothing here touches them again.

What a site has in common with all others stays in the package: theme, templates, machinery.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

from newsbrief.model.refusal import RefusedError
from newsbrief.scaffold.requirement import Requirement, installed

__all__ = ["Requirement", "installed", "new", "title_of"]

FILES = Path(__file__).parent / "site"
# Files that begin with a dot would mean something to this project, too; here they have another name.
DOT = "dot-"
# What the files say of the site that they are for.
TITLE, TITLE_IN_PYTHON, DAY, REQUIREMENT = "@@TITLE@@", "@@TITLE_IN_PYTHON@@", "@@DAY@@", "@@REQUIREMENT@@"
MARK = re.compile("@@[A-Z_]+@@")


def new(folder: Path, title: str, day: dt.date, requirement: Requirement) -> tuple[str, ...]:
    """Make a site; the paths of its files, in order. Raises RefusedError where there is something already.

    `day`: the article that comes with it is of that day. `requirement`: what its workflow installs.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError((0, "is there already and not empty; give the new site a folder of its own"))
    words = {TITLE_IN_PYTHON: repr(title), TITLE: title, DAY: day.isoformat(), REQUIREMENT: requirement.line}
    made = []
    for source in sorted(path for path in FILES.rglob("*") if path.is_file()):
        name = _filled(source.relative_to(FILES).as_posix(), words)
        target = folder / "/".join(re.sub(f"^{DOT}", ".", part) for part in name.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(source.read_text("utf-8"), words), "utf-8")
        made.append(target.relative_to(folder).as_posix())
    if requirement.wheel:
        shutil.copyfile(requirement.wheel, folder / requirement.wheel.name)
        made.append(requirement.wheel.name)
    return tuple(sorted(made))


def title_of(folder: Path) -> str:
    """What a site is called until somebody gives it a name: "my-site" is "My Site"."""
    words = re.sub(r"[\W_]+", " ", folder.name).split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or "The Brief"


def _filled(text: str, words: dict[str, str]) -> str:
    return MARK.sub(lambda mark: words[mark[0]], text)
