"""A build is written beside the output folder and moved into it at the end.

Beside `output/` stands `.output.newsbrief/` with the stage (what is being written), the list of what the last build
put into `output/`, and, while files are being moved, a journal of the moves still to be made. A build killed before
the journal is complete leaves the old site; one killed after it is finished by the next build, whatever that one
then does. Files in `output/` that no build of ours wrote are left alone.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stage:
    """The places of one build. All paths are absolute."""

    output: Path

    @property
    def room(self) -> Path:
        """The folder beside the output that belongs to the builds."""
        return self.output.parent / f".{self.output.name}.newsbrief"

    @property
    def site(self) -> Path:
        """Where the build in progress writes."""
        return self.room / "stage"

    @property
    def journal(self) -> Path:
        """The moves of a build that is being brought into place."""
        return self.room / "journal.json"

    @property
    def written(self) -> Path:
        """The files that the last build left in the output folder."""
        return self.room / "written.json"


def place(output: str | Path) -> Path:
    """Where a build for this output folder writes; it is there from `begin` on."""
    return Stage(Path(output).absolute()).site


def begin(output: str | Path) -> Stage:
    """Finish or clear away what an earlier build left behind, and open an empty stage."""
    stage = Stage(Path(output).absolute())
    _resume(stage)
    shutil.rmtree(stage.site, ignore_errors=True)
    stage.site.mkdir(parents=True)
    return stage


def commit(stage: Stage, clear: bool = False) -> None:
    """Bring the staged site into the output folder; files that did not change keep their time stamps.

    Files of the last build that are not in this one go. With `clear`, so does every other file, except those whose
    path begins with a dot (.git) and CNAME.
    """
    staged = sorted(path.relative_to(stage.site).as_posix() for path in _files(stage.site))
    changed = [name for name in staged if not _same(stage.site / name, stage.output / name)]
    present = _foreign(stage.output) if clear else _names(stage.written)
    stale = sorted(set(present) - set(staged))
    _write(stage.journal, {"move": changed, "remove": stale, "written": staged})
    _resume(stage)


def _resume(stage: Stage) -> None:
    """Make the moves that the journal names; those made already are not found and are passed over."""
    if not stage.journal.exists():
        return
    plan = json.loads(stage.journal.read_text("utf-8"))
    for name in plan["move"]:
        source, target = stage.site / name, stage.output / name
        if source.exists():
            _make_way(target, stage.output)
            source.replace(target)
    for name in plan["remove"]:
        if (stage.output / name).is_file():
            (stage.output / name).unlink()
            _prune((stage.output / name).parent, stage.output)
    stage.output.mkdir(parents=True, exist_ok=True)
    _write(stage.written, plan["written"])
    stage.journal.unlink()
    shutil.rmtree(stage.site, ignore_errors=True)


def _make_way(target: Path, output: Path) -> None:
    """A page may take the name of what used to be a folder, or a folder that of a page."""
    for parent in reversed([target.parent, *target.parent.parents]):
        if parent.is_relative_to(output) and parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def _prune(folder: Path, output: Path) -> None:
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _same(new: Path, old: Path) -> bool:
    return old.is_file() and filecmp.cmp(new, old, shallow=False)


def _foreign(output: Path) -> list[str]:
    names = (path.relative_to(output).as_posix() for path in _files(output))
    return [name for name in names if not name.startswith(".") and name != "CNAME"]


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _names(listing: Path) -> list[str]:
    try:
        names: list[str] = json.loads(listing.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return names


def _write(path: Path, value: object) -> None:
    """A file that is there is whole: it is written under another name and moved."""
    draft = path.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as handle:
        json.dump(value, handle)
        handle.flush()
        os.fsync(handle.fileno())
    draft.replace(path)
