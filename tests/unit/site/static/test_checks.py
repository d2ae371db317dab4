"""Which files of the content folder may be published at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.site.static.checks import OUTSIDE, content_fault, fault, is_harmless_svg, way_out
from tests.pictures import drawn, jpeg


def folder(place: Path, *files: str) -> Path:
    """A content folder with these empty files."""
    for name in files:
        (place / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "content" / name).touch()
    return place / "content"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("images/quay.jpg", True),
        ("briefs/quay.jpg", True),
        ("images/../images/quay.jpg", True),
        ("images/quay at dawn, 50% & more's.jpg", True),
        ("images/twin.jpg", True),
        ("raw/article.txt", False),
        ("images/../raw/article.txt", False),
        ("images/linked.txt", False),
        ("images/all/article.txt", False),
        ("images/missing.jpg", False),
        ("briefs/draft.md", False),
        ("briefs/Draft.MD", False),
        ("people.yaml", False),
        ("images/.hidden", False),
        ("../secret.txt", False),
        ("images/../../secret.txt", False),
        ("/etc/hostname", False),
        ("images/\0", False),
    ],
)
def test_only_public_files_may_be_published(tmp_path: Path, path: str, allowed: bool) -> None:
    """No spelling of a path, and no symbolic link, leads to a raw article, a source or out of the content folder."""
    content = folder(
        tmp_path,
        "raw/article.txt",
        "images/quay.jpg",
        "images/quay at dawn, 50% & more's.jpg",
        "briefs/quay.jpg",
        "briefs/draft.md",
        "people.yaml",
        "images/.hidden",
    )
    (tmp_path / "secret.txt").touch()
    (content / "images" / "linked.txt").symlink_to("../raw/article.txt")
    (content / "images" / "all").symlink_to("../raw")
    (content / "images" / "twin.jpg").symlink_to("quay.jpg")
    assert (fault(content, path) == "") is allowed


def test_the_link_that_leads_out_is_named(tmp_path: Path) -> None:
    """One message says it for all files behind it."""
    content = folder(tmp_path, "images/a.png")
    folder(tmp_path / "away", "b/c.csv")
    (content / "images" / "away").symlink_to(tmp_path / "away")
    assert fault(content, "images/away/content/b/c.csv") == OUTSIDE
    assert way_out(content, "images/away/content/b/c.csv") == "images/away"


@pytest.mark.parametrize(
    "name",
    ['a".png', "a<b.png", "a>b.png", "a|b.png", "a?b.png", "a*b.png", "a:b.png", "a\\b.png", "a\nb.png",
     "a\r\nB: c.png", "a\x1b[2J.png", "gnp\u202e.a", "a\u200bb.png", "con.png", "AUX", "lpt1.tar.gz", "a.png ", "a.",
     "page.html", "page.XHTML", "data.xml", "feed.atom", "drawing.svgz", "script.js", "script.mjs", "a.swf",
     "a" * 201 + ".png", "con/a.png"],
)  # fmt: skip
def test_names_that_disks_and_browsers_read_otherwise_are_refused(tmp_path: Path, name: str) -> None:
    """Names that are markup, header lines or devices to somebody, and kinds that a browser runs."""
    assert fault(folder(tmp_path, f"images/{name}"), f"images/{name}")


@pytest.mark.parametrize("name", ["a.png", "b/c d.webp", "港.jpg", "x.pdf", "CNAME", "r.csv"])
def test_other_names_may_be_published(tmp_path: Path, name: str) -> None:
    """Pictures, sounds, papers, and a name in any script."""
    assert fault(folder(tmp_path, f"images/{name}"), f"images/{name}") == ""


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.jpg", jpeg(drawn(20, 20)), ""),
        ("a.txt", b"words", ""),
        ("a.svg", b"<svg/>", ""),
        ("a.svg", b"<svg onload='x'/>", "has a script"),
        ("a.png", b"words", "is no JPEG, PNG, WebP or GIF"),
        ("a.txt", jpeg(drawn(20, 20))[:200], "cut off"),
    ],
)
def test_drawings_and_pictures_are_looked_into(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """A file is a picture by its name or by how it begins."""
    (tmp_path / name).write_bytes(data)
    found = content_fault(tmp_path / name)
    assert reason in found
    assert bool(found) is bool(reason)


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("inside", "harmless"),
    [
        ('<path d="M0 0h9" style="fill:#a3261b;opacity:.5"/><text>a = b</text>', True),
        ('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/><use href="#a"/>', True),
        ('<image href="data:image/png;base64,iVBOR"/><style>.a{fill:red}</style><title>Quay &amp; crane</title>', True),
        ("<script>alert(1)</script>", False),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', False),
        ("<SCRIPT/>", False),
        ('<rect onload="alert(1)"/>', False),
        ('<rect on&#108;oad="alert(1)" onfocus ="x"/>', False),
        ('<a href="javascript:alert(1)"><rect/></a>', False),
        ('<a xlink:href="java&#115;cript:alert(1)"><rect/></a>', False),
        ('<a href="https://evil.example/"><rect/></a>', False),
        ('<use href="other.svg#a"/>', False),
        ('<use href = "data:image/svg+xml,x#a"/>', False),
        ('<image href="//evil.example/x.png"/>', False),
        ("<image href=x/>", False),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', False),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', False),
        ('<set attributeName="onload" to="alert(1)"/>', False),
        ("<style>@import '//evil.example'</style>", False),
        ('<rect style="fill:url(https://evil.example/x)"/>', False),
        ('<rect style="fill:u\\72l(//evil.example)"/>', False),
        ('<rect xml:base="//evil.example"/>', False),
        ('<iframe src="x"/>', False),
        ("\0", False),
        (" " * 5_000_001, False),
    ],
)
def test_a_drawing_has_shapes_and_nothing_that_runs(inside: str, harmless: bool) -> None:
    """Scripts, handlers, other hosts and foreign elements are found, however they are written."""
    assert is_harmless_svg(DRAWING.format(inside).encode()) is harmless
    assert is_harmless_svg(b'<?xml version="1.0" encoding="UTF-8"?>\n' + DRAWING.format(inside).encode()) is harmless


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<?xml-stylesheet href="x.xsl"?><svg/>',
        b'<?xml version="1.0" encoding="iso-2022-jp"?><svg/>',
        "<svg/>".encode("utf-16"),
        "<svg>caf\xe9</svg>".encode("latin-1"),
    ],
)
def test_a_drawing_that_cannot_be_judged_is_refused(data: bytes) -> None:
    """Entities, style sheets and other encodings."""
    assert not is_harmless_svg(data)
