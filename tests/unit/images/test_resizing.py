"""Photos in the sizes that pages ask for."""

from __future__ import annotations

import dataclasses
import io

import pytest
from msgspec.structs import replace
from PIL import Image, ImageCms

from newsbrief.images.forms import taken_apart
from newsbrief.images.look import told
from newsbrief.images.resizing import LIGHT, decoded, resized
from newsbrief.images.told import Told
from newsbrief.model.article import Photo
from newsbrief.model.entry import Picture
from newsbrief.model.refusal import RefusedError
from newsbrief.model.views import PhotoSize
from newsbrief.site.facts import photo
from tests.pictures import SECRET, drawn, iptc, jpeg, saved
from tests.unit.briefs import entry

SAID = Told("Osla Brandt", "© Tidings")


def sizes(width: int, height: int) -> tuple[PhotoSize, ...]:
    picture = Picture("images/quay.jpg", "ab", width, height)
    told = Photo("Osla Brandt", "© Tidings", "The quay.", "A quay", "images/quay.jpg")
    view = photo.view(replace(entry(photo=told), picture=picture), "2029/05/04/quay/")
    assert view
    return (*view.webp, *view.jpeg)


def colour(picture: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    found = picture.convert("RGB").getpixel((int(picture.width * x), int(picture.height * y)))
    assert isinstance(found, tuple)
    return found  # type: ignore[return-value]


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 24) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def test_every_size_is_made_as_it_was_planned() -> None:
    """WebP and progressive JPEG, with the pixels that the page is told, and with credit and rights only."""
    data = jpeg(drawn(2000, 1300), said=iptc({(2, 80): SECRET}))
    made = dict(resized(data, sizes(2000, 1300), SAID))
    assert sorted(made) == sorted(size.url for size in sizes(2000, 1300))
    for size in sizes(2000, 1300):
        file = made[size.url]
        picture = Image.open(io.BytesIO(file))
        assert picture.size == (size.width, size.height)
        assert picture.format == {"image/webp": "WEBP", "image/jpeg": "JPEG"}[size.kind]
        assert size.kind != "image/jpeg" or picture.info["progressive"]
        assert told(taken_apart(file)) == SAID
        assert not picture.getexif()
        assert SECRET.encode() not in file
        assert near(colour(picture, 0.05, 0.05), (200, 40, 40))


def test_same_picture_gives_same_bytes() -> None:
    """Each time."""
    data = jpeg(drawn(1000, 700))
    assert list(resized(data, sizes(1000, 700), SAID)) == list(resized(data, sizes(1000, 700), SAID))


@pytest.mark.parametrize("side", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_right_side_is_up(form: str, side: int) -> None:
    """As EXIF says: the corner with the red flag comes to the same place in every file."""
    turned = {
        1: [], 2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4],
    }[side]  # fmt: skip
    picture = drawn(600, 400)
    for step in turned:
        picture = picture.transpose(Image.Transpose(step))
    data = jpeg(picture, side=side) if form == "JPEG" else saved(form, picture, side=side)
    parts = taken_apart(data)
    upright = decoded(parts, 600)
    assert parts.size == (600, 400)
    assert upright.size == (600, 400)
    assert near(colour(upright, 0.05, 0.05), (200, 40, 40))
    assert near(colour(upright, 0.5, 0.9), (60, 90, 105))


@pytest.mark.parametrize(
    ("picture", "form"),
    [
        (drawn().convert("CMYK"), "JPEG"),
        (drawn().quantize(64), "PNG"),
        (drawn().quantize(64), "GIF"),
        (drawn().convert("RGBA"), "PNG"),
        (drawn().convert("RGBA"), "WEBP"),
        (drawn(), "WEBP"),
    ],
)
def test_every_kind_of_colours_is_read(picture: Image.Image, form: str) -> None:
    """Four colours, palettes and transparency become plain ones."""
    found = decoded(taken_apart(saved(form, picture)), 900)
    assert found.mode == "RGB"
    assert near(colour(found, 0.05, 0.05), (200, 40, 40), 40)


def test_grey_of_sixteen_bits_is_read() -> None:
    """Its shades stay what they are."""
    grey = Image.new("I;16", (40, 40), 0x8000)
    assert near(colour(decoded(taken_apart(saved("PNG", grey)), 40), 0.5, 0.5), (128, 128, 128), 2)


def test_what_is_transparent_is_white() -> None:
    """Paper, in the light and in the dark."""
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    assert colour(decoded(taken_apart(saved("PNG", clear)), 40), 0.5, 0.5) == (255, 255, 255)


def test_other_colours_become_those_of_the_web() -> None:
    """A profile is carried out, and a damaged one passed over."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    plain = decoded(taken_apart(saved("PNG", drawn())), 900)
    assert decoded(taken_apart(saved("PNG", drawn(), icc_profile=b"no profile")), 900).tobytes() == plain.tobytes()
    assert decoded(taken_apart(saved("PNG", drawn(), icc_profile=lab)), 900).mode == "RGB"


def test_first_frame_stands_for_a_moving_picture() -> None:
    """Nothing moves on a page of news."""
    data = saved("GIF", drawn(80, 60), save_all=True, append_images=[Image.new("RGB", (80, 60), (0, 0, 0))])
    assert near(colour(decoded(taken_apart(data), 80), 0.05, 0.05), (200, 40, 40))


def test_detailed_photo_is_light() -> None:
    """However much is in it, a phone's file stays within its share of a page's weight."""
    noise = Image.effect_noise((2400, 1600), 50).convert("RGB")
    busy = Image.blend(noise, drawn(2400, 1600), 0.6)
    for (url, file), size in zip(
        resized(jpeg(busy), sizes(2400, 1600), SAID),
        sorted(sizes(2400, 1600), key=lambda one: (-one.width, one.kind)),
        strict=True,
    ):
        assert len(file) <= LIGHT[size.kind] * size.width + 1_000, url


def test_damaged_pixels_are_refused() -> None:
    """Although the file's parts look well."""
    data = bytearray(saved("PNG"))
    at = data.index(b"IDAT") + 40
    data[at : at + 200] = b"\xaa" * 200
    with pytest.raises(RefusedError, match="cannot be decoded"):
        decoded(taken_apart(bytes(data)), 900)


def test_photo_is_planned_for_the_picture_as_it_is_shown() -> None:
    """A picture that lies on its side is as high as it is wide."""
    parts = taken_apart(jpeg(drawn(600, 400).transpose(Image.Transpose.ROTATE_90), side=6))
    assert parts.size == (600, 400)
    assert dataclasses.replace(parts, orientation=1).size == (400, 600)


@pytest.mark.parametrize("side", [1, 6])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_large_picture_is_reduced_and_stays_what_it_is(form: str, side: int) -> None:
    """Read at a fraction of its size it shows the same, with the right side up."""
    picture = drawn(3000, 2000) if side == 1 else drawn(3000, 2000).transpose(Image.Transpose.ROTATE_90)
    data = jpeg(picture, side=side) if form == "JPEG" else saved(form, picture, side=side)
    found = decoded(taken_apart(data), 900)
    assert found.size == (1500, 1000)
    assert near(colour(found, 0.05, 0.05), (200, 40, 40))
    assert near(colour(found, 0.5, 0.9), (60, 90, 105))
