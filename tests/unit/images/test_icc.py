"""Colour profiles keep what colours are worked out from, and nothing else."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from newsbrief.images import icc
from newsbrief.images.look import stripped
from tests.pictures import SECRET, drawn, saved

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def named(profile: bytes) -> bytes:
    """The profile with a secret as its rights."""
    wide = "No copyright".encode("utf-16-be")
    return profile.replace(wide, f"{SECRET}!".encode("utf-16-be"))


def test_colours_stay_and_words_go() -> None:
    """A bare profile turns colours as the whole one does; its words and its day are gone."""
    bare = icc.bare(named(SRGB))
    assert SECRET.encode("utf-16-be") in named(SRGB)
    assert SECRET.encode("utf-16-be") not in bare
    assert bare[24:36] == bytes(12)
    assert icc.bare(bare) == bare
    to_lab = [
        ImageCms.profileToProfile(drawn(40, 40), io.BytesIO(one), io.BytesIO(LAB), outputMode="LAB")
        for one in (SRGB, bare)
    ]
    assert to_lab[0] is not None
    assert to_lab[1] is not None
    assert to_lab[0].tobytes() == to_lab[1].tobytes()


@pytest.mark.parametrize(
    "profile", [b"", SECRET.encode() * 100, SRGB[:200], SRGB[:36] + b"none" + SRGB[40:], SRGB + bytes(icc.LONGEST)]
)
def test_what_is_no_profile_goes(profile: bytes) -> None:
    """What is too long, cut off, or tells nothing of colours is no profile."""
    assert icc.bare(profile) == b""


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_profiles_of_all_forms_are_bare(form: str) -> None:
    """Each form keeps the profile under no name of its own."""
    whole = saved(form, icc_profile=named(SRGB))
    bare = Image.open(io.BytesIO(stripped(whole))).info["icc_profile"]
    assert bare == icc.bare(named(SRGB))
    assert "icc_profile" not in Image.open(io.BytesIO(stripped(saved(form, icc_profile=SECRET.encode())))).info
