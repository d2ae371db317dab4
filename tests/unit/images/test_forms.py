"""Pictures are taken apart and put together again with their pixels as they were, and with nothing private."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, ImageCms

from newsbrief.images.forms import is_picture, put_together, taken_apart
from newsbrief.images.look import stripped, told
from newsbrief.images.told import Told
from newsbrief.model.refusal import RefusedError
from tests import pictures
from tests.pictures import SECRET, drawn, iptc, jpeg, packet, saved

GPS = 0x8825
MOVING = [drawn(60, 40), drawn(60, 40).rotate(180)]
FILES = {
    "jpeg": jpeg(side=6, xmp=packet("A", "B"), said=iptc({(2, 120): SECRET, (2, 5): SECRET})),
    "jpeg, progressive": saved("JPEG", progressive=True, exif=pictures.secrets(3)),
    "jpeg, CMYK": saved("JPEG", drawn().convert("CMYK"), comment=SECRET.encode()),
    "jpeg, grey": saved("JPEG", drawn().convert("L"), comment=SECRET.encode()),
    "png": saved("PNG", side=8),
    "png, palette": saved("PNG", drawn().convert("P"), transparency=3),
    "png, moving": saved("PNG", MOVING[0], save_all=True, append_images=MOVING[1:]),
    "webp": saved("WEBP", side=6, xmp=packet("A", "B")),
    "webp, lossless, alpha": saved("WEBP", drawn().convert("RGBA").rotate(9), lossless=True),
    "webp, moving": saved("WEBP", MOVING[0], save_all=True, append_images=MOVING[1:]),
    "gif": saved("GIF", comment=SECRET.encode()),
    "gif, moving": saved("GIF", MOVING[0], save_all=True, append_images=MOVING[1:], loop=0, comment=SECRET.encode()),
}


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def segment(marker: int, body: bytes) -> bytes:
    """A JPEG's segment."""
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def longer(data: bytes, at: int) -> bytes:
    """The JPEG with a secret at the end of a segment."""
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return data[:at] + segment(data[at + 1], data[at + 4 : end] + SECRET.encode()) + data[end:]


def with_chunk(name: bytes, body: bytes) -> bytes:
    """A PNG with a chunk behind its head."""
    data = saved("PNG", drawn(64, 48))
    return (
        data[:33] + len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big") + data[33:]
    )


def behind_pixels() -> bytes:
    """A PNG with a secret in its chunk of pixels, and another chunk of them with no more than that."""
    data = stripped(saved("PNG", drawn(64, 48)))
    at = data.index(b"IDAT") - 4
    length = int.from_bytes(data[at : at + 4], "big")
    bodies = (data[at + 8 : at + 8 + length] + SECRET.encode(), SECRET.encode())
    chunks = (
        len(body).to_bytes(4, "big") + b"IDAT" + body + zlib.crc32(b"IDAT" + body).to_bytes(4, "big") for body in bodies
    )
    return data[:at] + b"".join(chunks) + data[at + 12 + length :]


def webp_chunk(name: bytes, body: bytes) -> bytes:
    """A WebP's chunk."""
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def moving(animation: bytes, frame: bytes) -> bytes:
    """A WebP of one frame."""
    head = webp_chunk(b"VP8X", bytes((2, 0, 0, 0, 0x3F, 0, 0, 0x2F, 0, 0)))
    chunks = b"WEBP" + head + animation + webp_chunk(b"ANMF", frame)
    return b"RIFF" + len(chunks).to_bytes(4, "little") + chunks


def seen(data: bytes) -> list[tuple[int, bytes]]:
    """All frames as they are coded, and which side is up."""
    picture = Image.open(io.BytesIO(data))
    found = []
    for frame in range(getattr(picture, "n_frames", 1)):
        picture.seek(frame)
        found.append((picture.getexif().get(0x0112, 1), picture.convert("RGBA").tobytes()))
    return found


@pytest.mark.parametrize("name", FILES)
def test_pixels_stay_and_secrets_go(name: str) -> None:
    """Every frame and its right side are as before; no word that a phone or program left is in the file."""
    data = FILES[name]
    assert SECRET.encode() in data or "progressive" in name
    bare = stripped(data)
    assert seen(bare) == seen(data)
    assert SECRET.encode() not in bare
    assert dict(Image.open(io.BytesIO(bare)).getexif().get_ifd(GPS)) == {}
    assert stripped(bare) == bare


MARK = SECRET.encode()
JPEG, GIF, WEBP = jpeg(), FILES["gif, moving"], FILES["webp"]
SCAN, FRAME = JPEG.index(b"\xff\xda"), JPEG.index(b"\xff\xc0")
LOOP, TIMING = GIF.index(b"NETSCAPE2.0") + 11, GIF.index(b"\x21\xf9") + 7
STILL = stripped(saved("WEBP", drawn(64, 48)))
PIXELS = STILL[STILL.index(b"VP8 ") :]
MOVED = b"\0" * 6 + b"\x3f\0\0\x2f\0\0\x64\0\0\0"
HIDDEN = {
    "a JPEG's segment that only begins as a profile": JPEG[:2] + segment(0xE2, b"ICC_PROFILE\0\1\1" + MARK) + JPEG[2:],
    "behind a JPEG's quantization tables": JPEG[:2] + segment(0xDB, b"\0" + b"\1" * 64 + MARK) + JPEG[2:],
    "behind a JPEG's restart interval": JPEG[:2] + segment(0xDD, b"\0\0" + MARK) + JPEG[2:],
    "in a JPEG's head of a scan": longer(JPEG, SCAN),
    "in a JPEG's frame": longer(JPEG, FRAME),
    "as the name of a PNG's profile": with_chunk(b"iCCP", MARK + b"\0\0" + zlib.compress(SRGB)),
    "behind a PNG's gamma": with_chunk(b"gAMA", b"\0\0\xb1\x8f" + MARK),
    "behind a PNG's pixels": behind_pixels(),
    "within a WebP's frame": moving(webp_chunk(b"ANIM", bytes(6)), MOVED + PIXELS + webp_chunk(b"EXIF", MARK)),
    "behind a WebP's animation": moving(webp_chunk(b"ANIM", bytes(6) + MARK), MOVED + PIXELS),
    "beside a GIF's loops": GIF[:LOOP] + bytes([len(MARK)]) + MARK + GIF[LOOP:],
    "beside a GIF's number of loops": GIF[: LOOP + 4] + bytes([len(MARK)]) + MARK + GIF[LOOP + 4 :],
    "beside a GIF's timing": GIF[:TIMING] + bytes([len(MARK)]) + MARK + GIF[TIMING:],
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_hides_within_pieces_that_stay_goes(name: str) -> None:
    """A piece that shows something keeps what its form gives it, and nothing behind or beside that."""
    assert MARK in HIDDEN[name]
    bare = stripped(HIDDEN[name])
    assert MARK not in bare
    assert seen(bare)
    assert stripped(bare) == bare


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("gif")])
def test_credit_and_rights_can_be_written(name: str) -> None:
    """What is written into a file is read from it again, in any script and with signs of markup."""
    said = Told("Osla Brandt & <Sons>/연합", "© 2029 “Tidings”")
    data = put_together(taken_apart(FILES[name]), said)
    assert told(taken_apart(data)) == said
    assert seen(data) == seen(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_cut_off_file_is_refused_wherever_it_ends(name: str) -> None:
    """With a reason, and never with another error."""
    whole = FILES[name].removesuffix(SECRET.encode())
    for length in sorted({*range(12, 200), *range(200, len(whole) - 1, 1 + len(whole) // 300)}):
        try:
            taken_apart(whole[:length])
        except RefusedError:
            continue
        raise AssertionError(length)


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.jpg", b"", True),
        ("A.JPEG", b"x", True),
        ("a.heic", b"x", True),
        ("a.tiff", b"x", True),
        ("notes", FILES["jpeg"], True),
        ("a.bin", FILES["webp"], True),
        ("a.wav", b"RIFF\0\0\0\0WAVE", False),
        ("a.svg", b"<svg/>", False),
        ("a.pdf", b"%PDF-1.7", False),
        ("jpg", b"", True),
    ],
)
def test_pictures_are_known_by_name_or_content(name: str, data: bytes, wanted: bool) -> None:
    """Also such as browsers show although they are named otherwise."""
    assert is_picture(name, data[:12]) == wanted


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain words",
        b"<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff",
        b"RIFF\xff\xff\xff\xffWEBP",
        b"GIF89a",
        saved("TIFF"),
        saved("BMP"),
    ],
)
def test_what_is_no_known_picture_is_refused(data: bytes) -> None:
    """Whatever its name is."""
    with pytest.raises(RefusedError):
        taken_apart(data)
