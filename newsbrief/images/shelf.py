"""A brief's photo, from its path below the content folder to what is known of it."""

from __future__ import annotations

from pathlib import Path

from newsbrief.content.folders import RAW_FOLDER
from newsbrief.images.look import fit_for_photo, looked_at, read, told
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.refusal import RefusedError
from newsbrief.site.facts.photo import WIDTHS, is_plain, path_of


def photo(content: Path, path: str, digest: str = "", decode: bool = False) -> Picture:
    """What is known of a photo; with `decode`, also that its pixels can be read. Raises RefusedError."""
    parts = fit_for_photo(looked_at(read(placed(content, path))))
    made_by = ""
    if decode:
        from newsbrief.images import resizing  # Pillow takes its time to load, and `check` decodes nothing

        resizing.decoded(parts, WIDTHS[-1])
        made_by = resizing.made_by()
    said = told(parts)
    return Picture(path, digest, *parts.size, said.credit, said.rights, made_by)


def of_brief(content: Path, entry: Entry) -> tuple[Picture | None, str]:
    """A brief's photo, or what is wrong with it; (None, "") for a brief that names none. Nothing is decoded."""
    path = path_of(entry)
    try:
        return (photo(content, path), "") if path else (None, "")
    except RefusedError as error:
        return None, f"{path} {error.reasons[0][1]}"


def placed(content: Path, path: str) -> Path:
    """The file of a photo: one that lies in the content folder, and not among the raw articles. Raises RefusedError."""
    file = content / path
    if not is_plain(path):
        raise RefusedError((0, "is no path below the content folder; write it as images/harbour.jpg"))
    try:
        inside = file.resolve().relative_to(content.resolve())
    except (ValueError, OSError):
        raise RefusedError((0, "lies outside of the content folder; copy it into content/images/")) from None
    if inside.parts[0] == RAW_FOLDER or path.split("/")[0] == RAW_FOLDER:
        raise RefusedError((0, "lies among the raw articles, which are never published; copy it into content/images/"))
    if not file.is_file():
        raise RefusedError((0, "is not there; put it into content/images/, or beside the brief"))
    return file
