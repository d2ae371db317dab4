"""The picture files of a run. Each is looked at once, and what was found is kept beside the output for its bytes.

Briefs' photos are resized; other pictures are copied without what is private in them. Pelican copies neither.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from newsbrief.build.jobs import Files
from newsbrief.build.ledger import Ledger, intact
from newsbrief.build.pack import Pack
from newsbrief.collate.photo import path_of
from newsbrief.collate.visible import telling
from newsbrief.images import look, shelf
from newsbrief.images.forms import HEAD, is_picture
from newsbrief.images.told import Told, line
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.model.views import PhotoView

# Counted up when a copy comes out otherwise.
COPYING = 1


class Pictures(Struct):
    """`digests`: of every file, by its path below the content folder; `tool`: the programs that look."""

    content: Path
    pack: Pack
    digests: Mapping[str, str]
    tool: str
    new: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def fault(self, path: str) -> str:
        """Why a picture may not be copied; "" if it may, and for a file that is none."""
        if not self.has(path):
            return ""
        path = posixpath.normpath(path)
        found = self._known(f"copy {path}", path, self._copied)
        return str(found["fault"])

    def has(self, path: str) -> bool:
        """Whether a file is a picture."""
        try:
            with (self.content / path).open("rb") as handle:
                return is_picture(path, handle.read(HEAD))
        except (OSError, ValueError):
            return False

    def photo(self, path: str) -> Picture:
        """A brief's photo. Raises RefusedError."""
        shelf.placed(self.content, path)
        found = self._known(f"photo {path}", path, self._photo)
        if found["fault"]:
            raise RefusedError((0, str(found["fault"])))
        return Picture(**found["picture"])

    def keep_all(self) -> None:
        """Forget nothing: not all was asked for."""
        self.names.update(self.pack.names)

    def save(self) -> None:
        """Write down what was found; what nobody asked for is forgotten."""
        self.pack.save(self.new, frozenset(self.names))

    def _known(self, name: str, path: str, find: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
        stamp = f"{self.digests.get(path, '')} {self.tool}"
        self.names.add(name)
        kept = self.new[name][1] if name in self.new else self.pack.get(name, stamp)
        if kept is None:
            kept = json.dumps(_or_fault(find, path)).encode()
            self.new[name] = (stamp, kept)
        found: dict[str, Any] = json.loads(kept)
        return found

    def _copied(self, path: str) -> dict[str, Any]:
        look.looked_at(look.read(self.content / path))
        return {"fault": ""}

    def _photo(self, path: str) -> dict[str, Any]:
        found = shelf.photo(self.content, path, self.digests.get(path, ""), decode=True)
        return {"fault": "", "picture": asdict(found)}


def _or_fault(find: Callable[[str], dict[str, Any]], path: str) -> dict[str, Any]:
    try:
        return find(path)
    except RefusedError as error:
        return {"fault": "; ".join(reason for _, reason in error.reasons)}


def with_photos(entries: Iterable[Entry], pictures: Pictures) -> tuple[list[Entry], tuple[Refusal, ...]]:
    """The briefs with what is known of their photos; a bad photo costs itself, and its brief is built without it."""
    found: list[Entry] = []
    refusals: list[Refusal] = []
    for entry in entries:
        path = path_of(entry) if telling(entry) else ""
        try:
            found.append(replace(entry, picture=pictures.photo(path)) if path else entry)
        except RefusedError as error:
            found.append(entry)
            reason = f"the photo {path} {error.reasons[0][1]}; the brief is built without it"
            refusals.append(Refusal(entry.path, entry.brief.lines.get("photo", 0), reason))
    return found, tuple(refusals)


def copied(content: Path, path: str, save_as: str) -> Files:
    """A picture without what is private in it."""
    yield save_as, look.stripped(look.read(content / path))


def resized(photo: PhotoView, file: Path, output: Path, last: Ledger | None) -> Files:
    """A photo's files. Those of the last build are taken as they are: their names tell what they were made of."""
    sizes = (*photo.webp, *photo.jpeg)
    if last and intact(last, [size.url for size in sizes], output):
        yield from ((size.url, (output / size.url).read_bytes()) for size in sizes)
        return
    from newsbrief.images import resizing  # Pillow takes its time to load

    yield from resizing.resized(look.read(file), sizes, Told(line(photo.credit), line(photo.rights)))
