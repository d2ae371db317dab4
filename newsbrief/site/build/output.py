"""The output folder: which folder belongs to its builds, where a build writes, and how files move into place.

Beside "output/" stands ".output.newsbrief/" with the store, the lock and the stage. A build writes into the stage. Then
one transaction of the store records the new pages and the moves, and the files move. A build that is killed before the
transaction leaves the old site; the moves of one that is killed afterwards are finished by the next build.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from newsbrief.site.build.lock import acquire
from newsbrief.site.build.store import File

# Files of a newsroom's own in the output folder: what begins with a dot (.git, .nojekyll), and GitHub's CNAME.
OWN = "CNAME"
BETWEEN_DISKS = ".newsbrief-moving"


class Place(NamedTuple):
    """The folders of a build, all absolute: the output, and the room beside it that belongs to builds."""

    output: Path
    room: Path

    @property
    def stage(self) -> Path:
        """Where the build writes."""
        return self.room / "stage"


def place_of(output: str | Path, above: Path | None = None) -> Place:
    """Return the folders of a build into `output`. `above` is the output folder of another site that it lies in.

    All of the other site's output is public, so the room stands beside that one.
    """
    whole = Path(output).absolute()
    outermost = above or whole
    name = ".".join(("", outermost.name, *whole.relative_to(outermost).parts, "newsbrief"))
    return Place(whole, outermost.parent / name)


def lock(place: Place, say: object = None) -> IO[str]:
    """Wait for another build of the folder; the lock is held until the returned file is closed."""

    def waiting() -> None:
        if callable(say):
            say(f"Another build is writing to {place.output}; this one waits for it.")

    return acquire(place.room, waiting)


def is_empty(output: Path) -> bool:
    """Return whether there is nothing in the output folder, or no such folder. A link is never empty."""
    if output.is_symlink():
        return False
    return not output.exists() or (output.is_dir() and not any(os.scandir(output)))


def becomes_output(place: Place) -> bool:
    """Rename the whole stage to the empty output folder; False if the folder cannot be replaced, as a mount point."""
    try:
        if place.stage.exists():
            if place.output.exists():
                place.output.rmdir()
            place.stage.replace(place.output)
    except OSError:
        return False
    return True


def move(place: Place, moves: Iterable[tuple[str, bool]]) -> None:
    """Move staged files into the output folder, and remove the files that are gone (True). It may be done twice."""
    for path, gone in moves:
        target = f"{place.output}/{path}"
        if gone:
            remove(place.output, path)
            continue
        source = f"{place.stage}/{path}"
        if not os.path.exists(source):
            continue
        try:
            os.replace(source, target)
        except OSError as error:
            _move_otherwise(Path(source), Path(target), place.output, error)


def _move_otherwise(source: Path, target: Path, output: Path, error: OSError) -> None:
    """Make room for the file, or copy it to another disk."""
    if error.errno != errno.EXDEV:
        make_way(target, output)
    try:
        os.replace(source, target)
    except OSError as again:
        if again.errno != errno.EXDEV:
            raise
        make_way(target, output)
        # A file in the output folder is whole at every moment.
        half = target.with_name(f".{target.name}{BETWEEN_DISKS}")
        shutil.copy2(source, half)
        half.replace(target)
        source.unlink()


def make_way(target: Path, output: Path) -> None:
    """Make the folders of a file. A page may take the name of what was a folder, or a folder that of a page."""
    for parent in reversed([target.parent, *target.parent.parents]):
        if parent.is_relative_to(output) and parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def remove(output: Path, path: str) -> None:
    """Remove a file, and the folders that held nothing else."""
    file = output / path
    if not file.is_file() and not file.is_symlink():
        return
    file.unlink()
    folder = file.parent
    while folder != output:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def files_below(folder: str | Path, above: str = "") -> Iterator[str]:
    """Yield every file below a folder, relative to it, with forward slashes."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, f"{above}{entry.name}/")
        elif entry.is_file():
            yield f"{above}{entry.name}"


def foreign(output: Path, made: Collection[str]) -> Iterator[str]:
    """Yield the files of the output folder that neither a build made nor a newsroom keeps there.

    `made` are the names, in the folder itself, of the files and folders that builds made. Files that somebody puts
    deeper into these folders are not found: looking through a large site takes longer than building a page of it.
    """
    try:
        names = os.listdir(output)
    except OSError:
        return
    for name in names:
        if name in made or name.startswith(".") or name == OWN:
            continue
        path = f"{output}/{name}"
        if os.path.isdir(path) and not os.path.islink(path):
            yield from files_below(path, f"{name}/")
        else:
            yield name


def damaged(output: Path, files: Iterable[tuple[str, str, int, int]]) -> set[str]:
    """Return the addresses of pages with a file that is not as a build left it. `files` are those of the store."""
    found = set()
    for url, path, size, mtime in files:
        try:
            now = os.stat(f"{output}/{path}")
        except OSError:
            found.add(url)
        else:
            if now.st_mtime_ns != mtime or now.st_size != size:
                found.add(url)
    return found


def write(place: Place, path: str, data: bytes) -> File:
    """Write a file into the stage and return how it looks. A file that is in the output folder already stays there."""
    return _same(f"{place.output}/{path}", path, data) or _write(f"{place.stage}/{path}", path, data)


def _same(file: str, path: str, data: bytes) -> File | None:
    """Return how a file looks if it has these bytes, otherwise None."""
    try:
        with open(file, "rb", buffering=0) as opened:
            found = os.fstat(opened.fileno())
            is_same = found.st_size == len(data) and opened.read() == data
    except OSError:
        return None
    return File(path, found.st_size, found.st_mtime_ns) if is_same else None


def _write(target: str, path: str, data: bytes) -> File:
    try:
        handle = os.open(target, FLAGS, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        handle = os.open(target, FLAGS, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        found = os.fstat(handle)
    finally:
        os.close(handle)
    return File(path, found.st_size, found.st_mtime_ns)


FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
