"""A picture file looked at: whether it may be shown, how large it is, whose it is. Nothing is decoded here."""

from __future__ import annotations

from pathlib import Path

from newsbrief.images import iptc, xmp
from newsbrief.images.forms import put_together, taken_apart
from newsbrief.images.forms.parts import Parts
from newsbrief.images.told import Told, joined
from newsbrief.model.refusal import RefusedError

# What a camera gives has at most so many bytes and pixels; what claims more is meant to fill a memory. Cameras write
# JPEG, which can be decoded at a quarter of its size; the other forms have to be decoded whole.
MAX_BYTES, MAX_SIDE = 30_000_000, 20_000
MAX_PIXELS = {"jpeg": 50_000_000, "png": 24_000_000, "webp": 24_000_000, "gif": 24_000_000}
# A progressive JPEG has some ten passes. Hundreds over many pixels keep a decoder busy for minutes.
MAX_PASSES, MAX_PIXELS_PASSED = 100, 1_000_000_000
# So much longer than wide, or wider than long, is no photograph.
MAX_RATIO = 10


def read(file: Path) -> bytes:
    """A picture's bytes. Raises RefusedError for a file that is too large, before it is read."""
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            raise RefusedError((0, f"has {size:,} bytes, a picture at most {MAX_BYTES:,}; save it smaller"))
        return file.read_bytes()
    except OSError as error:
        raise RefusedError((0, f"cannot be read: {error.strerror or error}")) from None


def looked_at(data: bytes) -> Parts:
    """The parts of a picture that may be decoded, by a browser or here. Raises RefusedError with the reason."""
    parts = taken_apart(data)
    pixels = parts.width * parts.height
    if pixels > MAX_PIXELS[parts.kind] or max(parts.width, parts.height) > MAX_SIDE:
        asked = f"claims {parts.width:,} by {parts.height:,} pixels"
        most = f"at most {MAX_PIXELS[parts.kind] // 1_000_000} million, and {MAX_SIDE:,} a side"
        raise RefusedError((0, f"{asked}, one of this kind may have {most}; save it smaller"))
    if parts.kind == "jpeg" and (parts.passes > MAX_PASSES or parts.passes * pixels > MAX_PIXELS_PASSED):
        raise RefusedError((0, f"is coded in {parts.passes} passes; save it as an ordinary JPEG"))
    return parts


def fit_for_photo(parts: Parts) -> Parts:
    """The parts, if they are those of something that looks like a photograph."""
    wide, high = parts.size
    if max(wide, high) > MAX_RATIO * min(wide, high):
        raise RefusedError((0, f"is {wide:,} by {high:,} pixels, a strip; cut it to what it shows"))
    return parts


def told(parts: Parts) -> Told:
    """What the file says of the picture: XMP, and what that leaves open IPTC."""
    return joined(xmp.told(parts.xmp) if parts.xmp else Told(), iptc.told(parts.iptc) if parts.iptc else Told())


def stripped(data: bytes) -> bytes:
    """The same pixels in a file that says nothing but whose picture it is. Raises RefusedError for a bad one."""
    parts = looked_at(data)
    return put_together(parts, told(parts))
