"""A photo decoded and written again in the sizes that pages ask for, as WebP and JPEG."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, features

from newsbrief.images.forms import put_together, taken_apart
from newsbrief.images.forms.parts import Parts
from newsbrief.images.told import Told
from newsbrief.model.refusal import RefusedError
from newsbrief.model.views import PhotoSize

PLUGINS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}
SRGB = ImageCms.createProfile("sRGB")
# Tried one after the other until the file is light enough: so many bytes for each pixel of its width.
QUALITIES = (78, 70, 62, 54, 46, 38, 30, 20, 10)
LIGHT = {"image/webp": 66, "image/jpeg": 96}
# How hard the coders try: the next step takes twice as long and saves one byte in fifty.
WEBP_METHOD = 4
WHITE = (255, 255, 255)
REDUCIBLE = ("RGB", "RGBA", "L", "CMYK")


def made_by() -> str:
    """What decides, beside the picture, which bytes come out: the coders, and this very module."""
    coders = " ".join(f"{name} {features.version(name) or '-'}" for name in ("pil", "webp", "jpg", "libjpeg_turbo"))
    return f"{coders} {hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]}"


def decoded(parts: Parts, wanted: int) -> Image.Image:
    """The pixels as a viewer shows them: the right side up, in sRGB, without transparency; of an animation the first.

    `wanted`: the width that is asked for; a larger picture may be read at a half or a quarter of its size.
    Raises RefusedError for a picture that cannot be decoded.
    """
    bare = put_together(parts)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes were looked at before
            picture: Image.Image = Image.open(io.BytesIO(bare), formats=[PLUGINS[parts.kind]])
            if picture.size != (parts.width, parts.height):
                raise RefusedError((0, "is damaged: its parts name different sizes; save the picture again"))
            # Before anything is done with all its pixels; what is still half as large again as asked for loses nothing.
            times = max(1, 2 * parts.size[0] // (3 * wanted))
            picture.draft(None, (parts.width // times, parts.height // times))
            picture.load()
            times = picture.width * times // parts.width
            if times > 1 and picture.mode in REDUCIBLE:
                picture = _reduced(picture, times)
            ImageOps.exif_transpose(picture, in_place=True)
            return _plain(picture)
    except RefusedError:
        raise
    except Exception as error:  # whatever a decoder stumbles over, it costs this picture
        reason = " ".join(str(error).split())[:80]
        raise RefusedError((0, f"cannot be decoded ({reason}); fetch or save the picture again")) from None


def _reduced(picture: Image.Image, times: int) -> Image.Image:
    """The same at a fraction of its size, with what it knows of its right side and its colours."""
    smaller = picture.reduce(times)
    smaller.info.update(picture.info)
    smaller.getexif().update(picture.getexif())
    return smaller


def _plain(picture: Image.Image) -> Image.Image:
    """RGB in the colours of the web, on white where there was nothing."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        picture = picture.point(lambda level: level / 256).convert("L")
    if picture.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    colours = _in_srgb(picture.convert("RGB") if alpha else picture, profile)
    if alpha is None:
        return colours
    paper = Image.new("RGB", colours.size, WHITE)
    paper.paste(colours, mask=alpha)
    return paper


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """A profile that is damaged, or another kind of picture's, is passed over, as browsers do."""
    if profile:
        try:
            found = ImageCms.profileToProfile(picture, io.BytesIO(profile), SRGB, outputMode="RGB")
            return found or picture.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def resized(data: bytes, sizes: Iterable[PhotoSize], told: Told) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each size; in each file stand credit and rights. Raises RefusedError."""
    wanted = sorted(sizes, key=lambda size: (-size.width, size.kind))
    picture = decoded(taken_apart(data), wanted[0].width)
    for size in wanted:
        # Each is made of the next larger one, which has all that it needs.
        if picture.size != (size.width, size.height):
            picture = picture.resize((size.width, size.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield size.url, put_together(taken_apart(_light(picture, size)), told)


def _light(picture: Image.Image, size: PhotoSize) -> bytes:
    """The best quality of those that are light enough for a phone; the lowest, if none is."""
    written = b""
    for quality in QUALITIES:
        written = _webp(picture, quality) if size.kind == "image/webp" else _jpeg(picture, quality)
        if len(written) <= LIGHT[size.kind] * size.width:
            break
    return written


def _webp(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=WEBP_METHOD)
    return out.getvalue()


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, progressive=True, optimize=True, subsampling="4:2:0")
    return out.getvalue()
