"""Read text files of the content folder, and replace files in one step."""

from __future__ import annotations

import os
from pathlib import Path

from newsbrief.content import files
from newsbrief.document import MAX_BYTES, as_written, decode
from newsbrief.model.refusal import RefusedError


def read_text(file: str | os.PathLike[str]) -> str:
    """Return the text of a brief or another text file, with line feeds as line ends.

    Raises RefusedError for a file that is too large, before it reads, and for one that is not UTF-8.
    """
    try:
        return decode(files.read(file, MAX_BYTES))
    except files.TooLargeError as error:
        raise RefusedError((0, f"{error.size:,} bytes; a brief has at most {MAX_BYTES:,}")) from None


def read_to_change(file: Path) -> str:
    """Return the same text with the file's own line ends and byte order mark, so that a change leaves them alone."""
    read_text(file)
    return as_written(file.read_bytes())


def write_text(file: Path, text: str) -> None:
    """Replace a file in one step: another reader, or the next one after a power cut, finds the old text or the new."""
    write_bytes(file, text.encode("utf-8"))


def write_bytes(file: Path, data: bytes) -> None:
    """Replace a file in one step by these bytes."""
    draft = file.with_name(f".{file.name}.new")
    draft.write_bytes(data)
    draft.replace(file)
