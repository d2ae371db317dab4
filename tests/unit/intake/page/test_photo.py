"""The lead picture's caption, credit and rights."""

from __future__ import annotations

import pytest

from newsbrief.intake.page.look import look
from newsbrief.intake.page.photo import captions, lead
from newsbrief.model.article import Photo
from newsbrief.rules import pages
from tests.unit.intake.page.saved import article, saved

RULES = pages.load("en")
H1 = "<h1>Harbour reopens after the storm</h1>"
IMG = '<img src="/media/quay-at-dawn-1024x576.jpg?w=9">'
CAPTION = "The quay at dawn."
WIRE = Photo("Osla Brandt/Ellery Wire", "", CAPTION)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<figure>{IMG}<figcaption>{CAPTION} <span class='credit'>Photo: Osla Brandt/Ellery Wire</span></figcaption>"
         "</figure>", WIRE),
        (f"<figure>{IMG}<div class='figure-caption'>{CAPTION}</div><div class='figure-credit'>(Osla Brandt/Ellery Wire)"
         "</div></figure>", WIRE),
        (f"<figure>{IMG}<figcaption>{CAPTION} Photograph: Osla Brandt/Ellery Wire</figcaption></figure>", WIRE),
        (f"<figure>{IMG}<figcaption>{CAPTION} (Osla Brandt/Ellery Wire)</figcaption></figure>", WIRE),
        (f"<figure>{IMG}<figcaption>{CAPTION} Osla Brandt/Ellery Wire</figcaption></figure>", WIRE),
        (f"<figure>{IMG}<figcaption>{CAPTION} | Osla Brandt/Ellery Wire</figcaption></figure>", WIRE),
        (f"<figure>{IMG}<figcaption class='credit'>{CAPTION} (Osla Brandt/Ellery Wire)</figcaption></figure>", WIRE),
        (f"<div>{IMG}<p class='wp-caption-text'>{CAPTION} (Photo by Osla Brandt/Ellery Wire)</p></div>", WIRE),
        (f"<figure>{IMG}<figcaption><span>Image source, </span>Osla Brandt/Ellery Wire</figcaption></figure>"
         f"<figure>{IMG}<figcaption><span>Image caption, </span>{CAPTION}</figcaption></figure>", WIRE),
        (f"<figure>{IMG}<figcaption>{CAPTION} <b itemprop='copyrightHolder'>Credit...Osla Brandt/Ellery Wire</b>"
         "</figcaption></figure>", WIRE),
        (f"<figure>{IMG}<figcaption>{CAPTION} Photo: Ellery Wire (Fair Use)</figcaption></figure>",
         Photo("Ellery Wire", "Fair Use", CAPTION)),
        (f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>", Photo("", "", CAPTION)),
        (f"<figure>{IMG}<figcaption>The quay (before the storm).</figcaption></figure>",
         Photo("", "", "The quay (before the storm).")),
        (f"<figure>{IMG}<figcaption>{CAPTION}<span class='credit'>03:29</span></figcaption></figure>",
         Photo("", "", f"{CAPTION} 03:29")),
        (f"<figure>{IMG}</figure>", None),
        ("", None),
    ],
)  # fmt: skip
def test_on_the_page(body: str, found: Photo | None) -> None:
    """Caption and credit come out of a figure, or what a template uses for one, each without the other."""
    assert lead(look(saved(body=H1 + body)), RULES) == found


PICTURE = {"@type": "ImageObject", "url": "https://tidings.example/media/quay-at-dawn.jpg"}


@pytest.mark.parametrize(
    ("image", "found"),
    [
        (PICTURE | {"creditText": "Osla Brandt/Ellery Wire", "caption": CAPTION}, WIRE),
        (PICTURE | {"caption": f"{CAPTION} Picture: Osla Brandt/Ellery Wire"}, WIRE),
        (PICTURE | {"creator": {"name": "Osla Brandt"}, "license": "CC BY 4.0", "copyrightNotice": "© EW"},
         Photo("Osla Brandt", "© EW, CC BY 4.0")),
        (PICTURE | {"creator": {"name": "Osla Brandt"}, "license": "https://ew.example/cc", "copyrightNotice": "© EW."},
         Photo("Osla Brandt", "© EW.")),
        (PICTURE | {"copyrightHolder": {"name": "Ellery Wire"}}, Photo("Ellery Wire")),
        ([PICTURE, PICTURE | {"url": "/media/another-picture.jpg", "creditText": "Bela Korvin"}], None),
        ([PICTURE, PICTURE | {"url": "/quay-at-dawn-800x450.jpg", "creditText": "Osla Brandt"}], Photo("Osla Brandt")),
        ("https://tidings.example/media/quay-at-dawn.jpg", None),
    ],
)  # fmt: skip
def test_in_json_ld(image: object, found: Photo | None) -> None:
    """What the article's picture object says counts where the page shows nothing; another picture's does not."""
    assert lead(look(saved(data=article(image=image))), RULES) == found


def test_the_declared_picture_is_the_lead() -> None:
    """Of two pictures the one whose file the page declares is the lead, not the first."""
    other = (
        "<figure><img src='/media/storm-of-2026.jpg'><figcaption>The storm. Photo: Bela Korvin</figcaption></figure>"
    )
    own = f"<figure>{IMG}<figcaption>{CAPTION} Photo: Osla Brandt/Ellery Wire</figcaption></figure>"
    page = saved('<meta property="og:image" content="https://cdn.example/quay-at-dawn-1200x630.jpg">', H1 + other + own)
    assert lead(look(page), RULES) == WIRE


def test_a_lead_without_caption_takes_none_from_another() -> None:
    """Where the declared picture stands without a credit, nobody is credited for it."""
    other = (
        "<figure><img src='/media/storm-of-2026.jpg'><figcaption>The storm. Photo: Bela Korvin</figcaption></figure>"
    )
    page = saved('<meta property="og:image" content="https://cdn.example/quay-at-dawn.jpg">', H1 + IMG + other)
    assert lead(look(page), RULES) is None


def test_every_caption_is_known() -> None:
    """Captions and their parts are told from paragraphs by their words."""
    page = saved(body=f"{H1}<figure>{IMG}<figcaption>{CAPTION} <i class='credit'>Photo: EW</i></figcaption></figure>")
    assert captions(look(page)) == {"the quay at dawn photo ew", "photo ew"}
