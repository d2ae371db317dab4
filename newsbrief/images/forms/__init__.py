"""Picture files taken apart and put together again without decoding a pixel: one module a form.

Everything that shows nothing is taken out: where and when a picture was taken, by which camera, smaller copies of it,
whatever follows its end. What the pixels need stays: how they are coded, their colours, which side is up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from newsbrief.images.forms import gif, jpeg, png, webp
from newsbrief.images.forms.parts import Parts, cut_off
from newsbrief.images.told import Told
from newsbrief.images.xmp import packet
from newsbrief.model.refusal import RefusedError


class Form(Protocol):
    """One form of picture files."""

    def taken_apart(self, data: bytes) -> Parts:
        """The parts of a file; raises RefusedError, or IndexError where the file ends too early."""

    def put_together(self, parts: Parts, xmp: bytes) -> bytes:
        """A file of the parts that show something, with what is told of it."""


READERS: Mapping[bytes, Form] = {
    b"\xff\xd8\xff": jpeg,
    b"\x89PNG\r\n\x1a\n": png,
    b"RIFF": webp,
    b"GIF87a": gif,
    b"GIF89a": gif,
}
# How the names of pictures end, also of those that browsers do not show or that cannot be taken apart here.
ENDINGS = frozenset(
    (
        *("jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "avif", "avifs", "heic", "heif", "tif", "tiff"),
        *("bmp", "dib", "jxl", "jp2", "jpx", "psd", "dng", "cr2", "cr3", "nef", "arw", "orf", "raf", "rw2"),
    )
)
HEAD = 12


def is_picture(name: str, head: bytes) -> bool:
    """Whether a file is a picture by its name or by how it begins; SVG is text and none."""
    return name.rpartition(".")[2].lower() in ENDINGS or _reader(head) is not None


def taken_apart(data: bytes) -> Parts:
    """A picture's parts. Raises RefusedError for what is no picture of a form that we know, or is cut off."""
    reader = _reader(data[:HEAD])
    if reader is None:
        raise RefusedError((0, "is no JPEG, PNG, WebP or GIF picture, whatever its name is; save it as one of these"))
    try:
        return reader.taken_apart(data)
    except IndexError:
        raise cut_off() from None


def put_together(parts: Parts, told: Told | None = None) -> bytes:
    """The file with its pixels, and with nothing else but whose picture it is and what is said about its rights."""
    forms: Mapping[str, Form] = {"jpeg": jpeg, "png": png, "webp": webp, "gif": gif}
    return forms[parts.kind].put_together(parts, packet(told) if told and (told.credit or told.rights) else b"")


def _reader(head: bytes) -> Form | None:
    found = next((reader for magic, reader in READERS.items() if head.startswith(magic)), None)
    return None if found is webp and head[8:12] != b"WEBP" else found
