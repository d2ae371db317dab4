"""Photos of briefs: what becomes of a picture file on its way to the page, and which never get there."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image

from newsbrief.images.forms import taken_apart
from newsbrief.images.look import told
from newsbrief.images.told import Told
from tests.newsroom import Newsroom, files_of
from tests.pictures import SECRET, drawn, jpeg, jpeg_claiming, packet, png_claiming, saved
from tests.site.reading import broken_links
from tests.site.test_leaks import brief

PAGE = "2029/05/04/parade/index.html"
NAMED = "status: published\nphoto: {file: images/quay.jpg, alt: A quay, caption: The quay at dawn., credit: Osla Brandt"
WHOLE = f"{NAMED}, rights: © Tidings}}"


def put(newsroom: Newsroom, path: str, data: bytes) -> Path:
    file = newsroom.content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def pictures(newsroom: Newsroom) -> dict[str, bytes]:
    """Every picture of the output but the theme's and cards."""
    others = ("theme/", "cards/")
    return {
        name: data
        for name, data in newsroom.pages().items()
        if name.endswith((".jpg", ".png", ".webp", ".gif")) and not name.startswith(others)
    }


def published(newsroom: Newsroom) -> None:
    done = newsroom.build("--publish", SITEURL="https://news.example")
    assert done.returncode == 0, done.stderr


@pytest.fixture
def pictured(newsroom: Newsroom) -> Newsroom:
    """A site with one brief that shows a photo."""
    newsroom.brief("2029-05-04-parade.md", brief(WHOLE))
    put(newsroom, "images/quay.jpg", jpeg(drawn(1000, 700), side=6))
    return newsroom


def test_page_offers_sizes_and_keeps_the_place(pictured: Newsroom) -> None:
    """WebP and JPEG by width, width and height beforehand, caption, credit and rights; and every file is there."""
    published(pictured)
    page = pictured.page(PAGE)
    figure = re.search(r"<figure class=\"nb-photo\">.*?</figure>", page, re.DOTALL)
    assert figure
    assert re.search(r'<source type="image/webp" srcset="[^"]+-480.webp 480w, [^"]+-700.webp 700w" sizes="', figure[0])
    assert re.search(r'<img src="[^"]+-700.jpg" srcset="[^"]+-480.jpg 480w, [^"]+-700.jpg 700w" sizes="', figure[0])
    assert 'width="700" height="1000" alt="A quay"' in figure[0]
    assert "The quay at dawn." in figure[0]
    assert "Photo: Osla Brandt" in figure[0]
    assert "© Tidings" in figure[0]
    assert "The article’s photo" not in page
    assert broken_links(pictured.pages(), "/")[0] == []


def test_nothing_private_is_in_any_byte(pictured: Newsroom) -> None:
    """Of photos and of pictures in bodies: no place, no name, no serial number; credit and rights stay."""
    text = brief("status: published") + "\n![Lamps]({static}/images/lamps.png) ![Nets]({attach}nets.webp)\n"
    pictured.brief("2029-05-05-lamps.md", text)
    put(pictured, "images/lamps.png", saved("PNG", drawn(60, 40), side=3))
    put(pictured, "images/unused.jpg", jpeg(drawn(60, 40), xmp=packet("HNA", "© HNA")))
    put(pictured, "briefs/nets.webp", saved("WEBP", drawn(60, 40)))
    published(pictured)
    found = pictures(pictured)
    assert {name for name in found if not name.startswith("photos/")} == {
        *("images/lamps.png", "images/unused.jpg", "briefs/nets.webp")
    }
    for name, data in pictured.pages().items():
        assert SECRET.encode() not in data, name
    for name, data in found.items():
        exif = Image.open(io.BytesIO(data)).getexif()
        assert set(exif) <= {0x0112}, name
    assert Image.open(io.BytesIO(found["images/lamps.png"])).getexif()[0x0112] == 3
    assert told(taken_apart(found["images/unused.jpg"])) == Told("HNA", "© HNA")
    assert {told(taken_apart(data)) for name, data in found.items() if name.startswith("photos/")} == {
        Told("Osla Brandt", "© Tidings")
    }


@pytest.mark.parametrize(
    ("fields", "xmp", "credit"),
    [
        ("{file: images/quay.jpg}", packet("HNA &amp; Sons", "© &lt;b>HNA&lt;/b>"), "Photo: HNA &amp; Sons"),
        ("{file: images/quay.jpg, credit: Osla Brandt}", packet("HNA", "© HNA"), "Photo: Osla Brandt"),
        ("{file: images/quay.jpg}", packet("HNA", ""), ""),
        ("{file: images/quay.jpg, credit: Osla Brandt}", b"", ""),
        ("{file: images/quay.jpg, rights: Fair Use}", b"", ""),
    ],
)
def test_credit_and_rights_may_be_the_files_own(newsroom: Newsroom, fields: str, xmp: bytes, credit: str) -> None:
    """The text's words come first. With no credit or no rights the photo is nowhere: page, card, feed, JSON-LD."""
    newsroom.brief("2029-05-04-parade.md", brief(f"status: published\nphoto: {fields}"))
    put(newsroom, "images/quay.jpg", jpeg(drawn(90, 60), xmp=xmp))
    published(newsroom)
    page = newsroom.page(PAGE)
    if credit:
        assert credit in page
        assert "<b>HNA" not in page
        assert pictures(newsroom)
    else:
        assert "<figure" not in page
        assert "ImageObject" not in page
        assert "/cards/" in page
        assert pictures(newsroom) == {}
        assert not any(b"quay" in data for name, data in newsroom.pages().items())


def test_networks_feeds_and_machines_get_the_photo(pictured: Newsroom) -> None:
    """In place of a card, with its size and whose it is; in feeds with its caption."""
    published(pictured)
    page = pictured.page(PAGE)
    (large,) = (name for name in pictures(pictured) if name.endswith("-700.jpg"))
    address = f"https://news.example/{large}"
    for name, content in {
        "og:image": address,
        "og:image:width": "700",
        "og:image:height": "1000",
        "og:image:alt": "A quay",
    }.items():
        assert f'<meta property="{name}" content="{content}">' in page
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    graph = data.get("@graph", [data])[0]
    assert graph["image"] == {
        "@type": "ImageObject",
        "url": address,
        "width": 700,
        "height": 1000,
        "caption": "The quay at dawn.",
        "creditText": "Osla Brandt",
        "copyrightNotice": "© Tidings",
    }
    (item,) = json.loads(pictured.page("feeds/all.json"))["items"]
    assert item["image"] == address
    feed = pictured.page("feeds/all.atom.xml")
    assert f'&lt;img src="{address}" alt="A quay" width="700" height="1000"&gt;' in feed
    assert "Osla Brandt · © Tidings" in feed


@pytest.mark.parametrize(
    ("extra", "publish"),
    [
        ("status: draft", False),
        ("status: published\nembargo: 2030-03-01 00:00:01", True),
        ("status: withdrawn", True),
        ("status: retracted", False),
        ("status: published\nrights: excerpt\nlink: https://a.example/", True),
        ("status: published\nevents: broken", False),
        ("status: review", False),
        ("status: review", True),
    ],
)
def test_photo_of_what_is_not_shown_leaves_no_file(newsroom: Newsroom, extra: str, publish: bool) -> None:
    """Neither resized nor copied, whether the brief names it as its photo or in its body."""
    newsroom.brief("2029-05-04-parade.md", brief())
    text = brief(WHOLE.replace("status: published", extra).replace("quay", f"{SECRET}-photo"), "Secret")
    text += f"\n![x]({{static}}/images/{SECRET}-body.png) ![y](/images/{SECRET}%20two.png)\n"
    newsroom.brief("2029-05-05-secret.md", text)
    put(newsroom, f"images/{SECRET}-photo.jpg", jpeg(drawn(90, 60)))
    put(newsroom, f"images/{SECRET}-body.png", saved("PNG", drawn(90, 60)))
    put(newsroom, f"images/{SECRET} two.png", saved("PNG", drawn(90, 60)))
    newsroom.build(*(["--publish"] if publish else []), SITEURL="https://news.example")
    shown = extra == "status: review" and not publish
    found = pictures(newsroom)
    assert bool(found) == shown, list(found)
    assert any(SECRET in name for name in newsroom.pages()) == shown


def test_picture_that_is_in_use_stays(newsroom: Newsroom) -> None:
    """A draft that shows what another brief, a page or a template shows takes nothing away from them."""
    for name in ("body", "page", "theme"):
        put(newsroom, f"images/{name}.png", saved("PNG", drawn(90, 60)))
    newsroom.brief("2029-05-04-parade.md", brief() + "\n![x]({static}/images/body.png)\n")
    (newsroom.content / "pages" / "about.md").write_text("Title: About\n\n![x]({static}/images/page.png)\n", "utf-8")
    own = newsroom.folder / "own"
    own.mkdir()
    (own / "base.html").write_text('{% extends "!theme/base.html" %}{# images/theme.png #}', "utf-8")
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME_TEMPLATES_OVERRIDES = [str(HERE / "own")]\n')
    links = " ".join(f"![x]({{static}}/images/{name}.png)" for name in ("body", "page", "theme"))
    newsroom.brief("2029-05-05-draft.md", brief("status: draft") + links)
    assert newsroom.build().returncode == 0
    assert sorted(pictures(newsroom)) == ["images/body.png", "images/page.png", "images/theme.png"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (png_claiming(100_000, 100_000), "claims 100,000 by 100,000 pixels"),
        (jpeg_claiming(65_000, 65_000), "claims 65,000 by 65,000 pixels"),
        (jpeg()[:5_000], "is damaged or cut off"),
        (b"<html><script>alert(1)</script>", "is no JPEG, PNG, WebP or GIF"),
        (saved("TIFF"), "is no JPEG, PNG, WebP or GIF"),
        (None, "is not there"),
    ],
)
def test_bad_photo_costs_itself(newsroom: Newsroom, data: bytes | None, words: str) -> None:
    """Its brief is built without it; file, line and reason are told, and the exit code tells too."""
    newsroom.brief("2029-05-04-parade.md", brief(WHOLE))
    if data is not None:
        put(newsroom, "images/quay.jpg", data)
    for _ in range(2):
        done = newsroom.build()
        assert done.returncode == 1
        assert f"content/briefs/2029-05-04-parade.md:5: the photo images/quay.jpg {words}" in done.stderr
        assert "Traceback" not in done.stderr
    assert "We carry the lamps" in newsroom.page(PAGE)
    assert "<figure" not in newsroom.page(PAGE)
    assert pictures(newsroom) == {}


def test_bad_picture_is_not_copied(newsroom: Newsroom) -> None:
    """What is no picture, or cannot be freed of what is private, stays where it is, and it is told."""
    newsroom.brief("2029-05-04-parade.md", brief())
    put(newsroom, "images/page.jpg", b"<html><script>alert(1)</script>")
    put(newsroom, "images/raw.heic", b"\0\0\0 ftypheic" + bytes(100))
    put(newsroom, "images/good.png", saved("PNG", drawn(60, 40)))
    done = newsroom.build()
    assert done.returncode == 1
    assert "content/images/page.jpg: is not copied: is no JPEG" in done.stderr
    assert "content/images/raw.heic: is not copied: is no JPEG" in done.stderr
    assert list(pictures(newsroom)) == ["images/good.png"]


def test_photo_lies_beside_its_brief(newsroom: Newsroom) -> None:
    """Named without a folder; nothing but its sizes reaches the output, and no raw picture ever does."""
    newsroom.brief("2029-05-04-parade.md", brief(WHOLE.replace("images/quay.jpg", "quay.jpg")))
    newsroom.brief("2029-05-04-other.md", brief(WHOLE.replace("images/quay.jpg", "raw/quay.jpg")))
    for folder in ("briefs", "raw"):
        put(newsroom, f"{folder}/quay.jpg", jpeg(drawn(90, 60)))
    done = newsroom.build()
    assert done.returncode == 1
    assert "the photo raw/quay.jpg lies among the raw articles, which are never published" in done.stderr
    assert len(pictures(newsroom)) == 2
    assert all(name.startswith("photos/parade-") for name in pictures(newsroom))


def test_photo_is_resized_once(pictured: Newsroom) -> None:
    """A later build takes the files as they are, also when all else is built anew; another picture is resized."""
    published(pictured)
    stamps = {name: (pictured.output / name).stat().st_mtime_ns for name in pictures(pictured)}
    pictured.brief("2029-05-05-later.md", brief(title="Later"))
    published(pictured)
    assert {name: (pictured.output / name).stat().st_mtime_ns for name in pictures(pictured)} == stamps
    # A word of the settings: nothing of what was made with others is kept, and still no picture is decoded.
    conf = pictured.folder / "pelican.conf.py"
    conf.write_text(conf.read_text("utf-8") + '\nSITENAME = "Another"\nNEWSBRIEF_CARDS = False\n' + BLIND, "utf-8")
    published(pictured)
    assert {name: (pictured.output / name).stat().st_mtime_ns for name in pictures(pictured)} == stamps
    put(pictured, "images/quay.jpg", jpeg(drawn(1000, 700).rotate(180), side=6))
    done = pictured.build("--publish", SITEURL="https://news.example")
    assert done.returncode != 0
    assert "nobody may decode" in done.stderr


# Settings in which whoever decodes or resizes a picture fails.
BLIND = """
import PIL.Image
def _blind(*_, **__):
    raise SystemExit("nobody may decode")
PIL.Image.open = _blind
"""


def test_same_site_from_nothing(pictured: Newsroom) -> None:
    """After each change of the photo the output is what a build from nothing gives, in bytes."""
    quay = pictured.content / "images" / "quay.jpg"
    changes = [
        lambda: quay.write_bytes(jpeg(drawn(600, 500))),
        lambda: pictured.brief("2029-05-04-parade.md", brief(WHOLE.replace("Osla Brandt", "Una Wick"))),
        lambda: pictured.brief("2029-05-04-parade.md", brief("status: published")),
        lambda: pictured.brief("2029-05-04-parade.md", brief(f"{NAMED}}}")),
        lambda: quay.write_bytes(jpeg(drawn(600, 500), xmp=packet("A", "© B"))),
        quay.unlink,
    ]
    pictured.build()
    same_as_from_nothing(pictured, changes)


def same_as_from_nothing(pictured: Newsroom, changes: Sequence[Callable[[], object]]) -> None:
    for change in changes:
        change()
        pictured.build()
        pictured.build("-o", "whole")
        assert pictured.pages() == files_of(pictured.folder / "whole")
        for folder in ("whole", ".whole.newsbrief"):
            for file in sorted((pictured.folder / folder).rglob("*"), reverse=True):
                file.unlink() if file.is_file() else file.rmdir()


def test_changed_body_takes_no_picture_out_and_lets_none_in(pictured: Newsroom) -> None:
    """Where only a body changed the photo stays, and so does what is withheld, until the body names it."""
    put(pictured, "images/plan.png", saved("PNG", drawn(60, 40)))
    put(pictured, "images/plan.pdf", b"%PDF-1.7 secret")
    words = "\n![x](/images/plan.png) [y](/images/plan.pdf)\n"
    pictured.brief("2029-05-05-draft.md", brief("status: draft") + words)
    pictured.build()
    assert "images/plan.pdf" not in pictured.pages()
    same_as_from_nothing(
        pictured,
        [
            lambda: pictured.brief("2029-05-04-parade.md", brief(WHOLE) + "\nA word more.\n"),
            lambda: pictured.brief("2029-05-04-parade.md", brief(WHOLE) + words),
            lambda: pictured.brief("2029-05-04-parade.md", brief(WHOLE) + "\nAnother word.\n"),
        ],
    )
    assert "images/plan.pdf" not in pictured.pages()
    assert any(name.startswith("photos/") for name in pictured.pages())


def test_whole_build_makes_the_same_files(pictured: Newsroom) -> None:
    """Where Pelican reads the articles for a list of its own, photos and copies are made all the same."""
    put(pictured, "images/lamps.png", saved("PNG", drawn(60, 40)))
    published(pictured)
    wanted = pictures(pictured)
    own = pictured.folder / "own"
    own.mkdir()
    (own / "old.html").write_text("{% for one in articles %}{{ one.title }}{% endfor %}", "utf-8")
    with (pictured.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nTHEME_TEMPLATES_OVERRIDES = [str(HERE / "own")]\nDIRECT_TEMPLATES = ["old"]\n')
    done = pictured.build("--publish", SITEURL="https://news.example")
    assert "Everything is built anew" in done.stdout + done.stderr
    assert "Lantern parade" in pictured.page("old.html"), done.stderr
    assert pictures(pictured) == wanted
    assert len(wanted) == 5
