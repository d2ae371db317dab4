"""Files that are made to fill a memory, to keep a decoder busy, or to be something else."""

from __future__ import annotations

import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from newsbrief.images import shelf
from newsbrief.images.forms import taken_apart
from newsbrief.model.refusal import RefusedError
from tests.pictures import SECRET, drawn, jpeg, jpeg_claiming, png_claiming, saved

SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
PROGRESSIVE = saved("JPEG", drawn(64, 64).convert("L"), progressive=True)
WEBP = saved("WEBP", drawn(40, 40), lossless=True, exif=b"")
PNG, GIF = saved("PNG", drawn(40, 40)), saved("GIF", drawn(40, 40)).removesuffix(SECRET.encode())


def riff(chunks: bytes) -> bytes:
    """A WebP file of these chunks."""
    return b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks


BOMBS = {
    "a PNG of 100,000 by 100,000 pixels": png_claiming(100_000, 100_000),
    "a PNG of 20,001 by 20 pixels": png_claiming(20_001, 20),
    "a PNG of 8,000 by 8,000 pixels that is all there": png_claiming(8_000, 8_000, zlib.compress(b"\0" * 1_000_000)),
    "a PNG whose rows are missing": png_claiming(2_000, 2_000),
    "a PNG of no width": png_claiming(0, 10),
    "a JPEG of 65,500 by 65,500 pixels": jpeg_claiming(65_500, 65_500),
    "a JPEG of 65,535 by 1 pixels": jpeg_claiming(65_535, 1),
    "a JPEG of no height": jpeg_claiming(10, 0),
    "a JPEG that is cut off": jpeg()[:9_000],
    "a JPEG of a thousand passes": PROGRESSIVE[: PROGRESSIVE.rindex(b"\xff\xd9")] + SCAN * 1_000 + b"\xff\xd9",
    "a WebP that claims a small canvas": WEBP[:12] + b"VP8X\x0a\0\0\0\0\0\0\0\x01\0\0\x01\0\0" + WEBP[12:],
    "a page named .jpg": b"<!doctype html><script>alert(1)</script>",
    "a page that begins as a GIF": b"GIF89a/*<html><script>alert(1)//*/=1;</script>",
    "a drawing named .jpg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "a TIFF named .jpg": saved("TIFF"),
    "an empty file": b"",
    "a JPEG of 100,000 empty comments": jpeg()[:2] + b"\xff\xfe\0\2" * 100_000 + jpeg()[2:],
    "a JPEG of 100,000 markers": jpeg()[:2] + b"\xff\1" * 100_000 + jpeg()[2:],
    "a PNG of 100,000 empty chunks": PNG[:33] + (b"\0\0\0\0gAMA" + b"x" * 4) * 100_000 + PNG[33:],
    "a WebP of 100,000 empty chunks": riff(WEBP[12:] + b"ALPH\0\0\0\0" * 100_000),
    "a GIF of 2,000,000 blocks of a byte": GIF[:-2] + b"\1a" * 2_000_000 + b"\0;",
    "a strip": saved("PNG", drawn(3_000, 20)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_refused_at_once(tmp_path: Path, name: str) -> None:
    """Within a second of its own, and with a line that says what to do."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "bomb.jpg").write_bytes(BOMBS[name])
    before = time.process_time()
    with pytest.raises(RefusedError) as refused:
        shelf.photo(tmp_path, "images/bomb.jpg", decode=True)
    assert time.process_time() - before < 1
    ((_, reason),) = refused.value.reasons
    assert "\n" not in reason
    assert len(reason) < 200


def test_many_small_segments_take_little_time() -> None:
    """Photoshop's resources, in as many segments as a picture may have, are read in the length of the file."""
    data = jpeg()[:2] + (b"\xff\xed\4\0" + b"Photoshop 3.0\0" + bytes(1_008)) * 19_000 + jpeg()[2:]
    before = time.process_time()
    taken_apart(data)
    assert time.process_time() - before < 1


def test_bombs_need_little_memory(tmp_path: Path) -> None:
    """All of them together in one process, in less than 100 MB more than Pillow itself needs."""
    for number, data in enumerate(BOMBS.values()):
        (tmp_path / f"{number}.jpg").write_bytes(data)
    script = f"""
import resource
from pathlib import Path
from newsbrief.images import resizing, shelf
from newsbrief.model.refusal import RefusedError
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for number in range({len(BOMBS)}):
    try:
        shelf.photo(Path({str(tmp_path)!r}), f"{{number}}.jpg", decode=True)
    except RefusedError:
        continue
    raise SystemExit(number)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.returncode, done.stderr)
    scale = 1024 if sys.platform != "darwin" else 1
    assert int(done.stdout) * scale < 100_000_000


def test_too_many_bytes_are_not_read(tmp_path: Path) -> None:
    """A file's size is asked before anything else."""
    file = tmp_path / "huge.jpg"
    with file.open("wb") as handle:
        handle.truncate(5_000_000_000)
    with pytest.raises(RefusedError, match="5,000,000,000 bytes"):
        shelf.photo(tmp_path, "huge.jpg")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("../secret.jpg", "no path"),
        ("/etc/passwd", "no path"),
        ("images/../../secret.jpg", "no path"),
        ("images/.hidden.jpg", "no path"),
        ("images\\x.jpg", "no path"),
        ("https://a.example/x.jpg", "no path"),
        ("x" * 400, "no path"),
        ("images/a\x00.jpg", "no path"),
        ("raw/harbour.jpg", "raw articles"),
        ("images/to-raw.jpg", "raw articles"),
        ("images/to-secret.jpg", "outside"),
        ("images/missing.jpg", "not there"),
        ("images", "not there"),
    ],
)
def test_photo_lies_in_the_content_folder(tmp_path: Path, path: str, words: str) -> None:
    """No path leads out of it, and none to a raw article, not by a link either."""
    content = tmp_path / "content"
    for folder in ("raw", "images"):
        (content / folder).mkdir(parents=True)
    for file in (content / "raw" / "harbour.jpg", tmp_path / "secret.jpg"):
        file.write_bytes(jpeg())
    (content / "images" / "to-raw.jpg").symlink_to("../raw/harbour.jpg")
    (content / "images" / "to-secret.jpg").symlink_to("../../secret.jpg")
    with pytest.raises(RefusedError, match=words):
        shelf.photo(content, path)
