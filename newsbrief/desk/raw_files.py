"""Find and read raw articles: content/raw/ and files anywhere else."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from newsbrief import intake, rules
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.desk.drafting import reading_of
from newsbrief.desk.records import Raw
from newsbrief.images.beside import Beside, Picture
from newsbrief.model.article import MAX_RAW_BYTES, Reading
from newsbrief.model.refusal import RefusedError

# Never raw articles: hidden files, editors' leftovers, notes to people who look into the folder.
NOT_RAW = re.compile(r"^(?:[.#].*|.*~|README(?:\..*)?)$", re.IGNORECASE)


def raw_files(content: Path) -> tuple[Path, ...]:
    """Return the raw articles of a content folder by name; () if it has none."""
    folder = content / RAW_FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    files = [file for file in found if file.is_file() and not NOT_RAW.match(file.name)]
    pictures = Beside.of(files).all()
    return tuple(file for file in files if file not in pictures)


def raw_of(file: Path) -> Raw:
    """Read a raw file from the disk. Raises RefusedError for one that is too large, OSError."""
    data = raw_bytes(file)
    return Raw(file, data, hashlib.sha256(data).hexdigest())


def raw_bytes(file: Path) -> bytes:
    """Return the bytes of a raw file. Raises RefusedError for one that is too large, before it reads; OSError."""
    size = file.stat().st_size
    if size > MAX_RAW_BYTES:
        raise RefusedError((0, f"{size:,} bytes; an article has at most {MAX_RAW_BYTES:,}"))
    return file.read_bytes()


def read_raw(data: bytes, name: str, lang: str = rules.DEFAULT) -> Reading:
    """Return what the desk reads in a raw file's first article. Raises RefusedError.

    `name` is the file's name; `lang` counts if the article names no language that has rules.
    """
    return reading_of(intake.read(data, name, lang), lang)


def readings(data: bytes, name: str, lang: str = rules.DEFAULT) -> tuple[Reading, ...]:
    """Return what the desk reads in each article of a raw file, in order. Raises RefusedError."""
    return tuple(reading_of(article, lang) for article in intake.articles(data, name, lang))


class Listings:
    """Finds the pictures beside raw files. Lists each folder once."""

    def __init__(self) -> None:
        self._folders: dict[Path, Beside] = {}

    def beside(self, file: Path) -> tuple[Picture, ...]:
        """Return the pictures that belong to a raw file."""
        folder = file.parent
        if folder not in self._folders:
            self._folders[folder] = Beside.of(one for one in folder.iterdir() if one.is_file())
        return self._folders[folder].beside(file)
