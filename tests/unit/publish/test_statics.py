"""Files that are copied as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.publish.statics import fault, harmless_svg, refused


@pytest.mark.parametrize(
    ("link", "allowed"),
    [
        ("images/quay.jpg", True),
        ("briefs/quay.jpg", True),
        ("images/../images/quay.jpg", True),
        ("images/quay at dawn, 50% & more's.jpg", True),
        ("raw/article.txt", False),
        ("images/../raw/article.txt", False),
        ("images/linked.txt", False),
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
def test_link_carries_public_files_only(tmp_path: Path, link: str, allowed: bool) -> None:
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
    assert (fault(content, link) == "") is allowed


def folder(place: Path, *files: str) -> Path:
    """A content folder with these empty files."""
    for name in files:
        (place / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "content" / name).touch()
    return place / "content"


@pytest.mark.parametrize(
    "name",
    ['a".png', "a<b.png", "a>b.png", "a|b.png", "a?b.png", "a*b.png", "a:b.png", "a\\b.png", "a\nb.png",
     "a\r\nB: c.png", "a\x1b[2J.png", "gnp\u202e.a", "a\u200bb.png", "con.png", "AUX", "lpt1.tar.gz", "a.png ", "a.",
     "page.html", "page.XHTML", "data.xml", "feed.atom", "drawing.svgz", "script.js", "script.mjs", "a.swf",
     "a" * 201 + ".png", "con/a.png"],
)  # fmt: skip
def test_file_that_disks_and_browsers_read_otherwise_is_refused(tmp_path: Path, name: str) -> None:
    """Names that are markup, header lines or devices to somebody, and kinds that a browser runs."""
    content = folder(tmp_path, f"images/{name}")
    ((file, line, reason),) = [(one.file, one.line, one.reason) for one in refused(content, ["images"], [])]
    assert (file, line) == (f"content/images/{name}", 0)
    assert reason.startswith("is not copied: ")


def test_everything_else_is_copied(tmp_path: Path) -> None:
    """Pictures, sounds, papers and a name in any script; nothing is said of hidden and Markdown files."""
    content = folder(
        tmp_path, "images/a.png", "images/b/c d.webp", "images/港.jpg", "images/x.pdf", "images/CNAME", "images/r.csv",
        "images/.DS_Store", "images/notes.md", "images/.git/config", "raw/a.html", "briefs/a.html",
    )  # fmt: skip
    assert refused(content, ["images"], []) == ()
    assert refused(content, [""], ["raw", "briefs"]) == ()


def test_names_that_differ_in_capitals_only_are_refused(tmp_path: Path) -> None:
    """One of the two would be lost on a disk that does not tell capitals apart."""
    (lost,) = refused(folder(tmp_path, "images/Quay.png", "images/quay.png"), ["images"], [])
    assert lost.file == "content/images/quay.png"
    assert "images/Quay.png" in lost.reason


def test_link_to_a_folder_elsewhere_is_named(tmp_path: Path) -> None:
    """A symbolic link that leads out of the content folder is not followed."""
    content = folder(tmp_path, "images/a.png")
    (content / "images" / "etc").symlink_to("/etc")
    (content / "images" / "loop").symlink_to(".")
    assert [one.file for one in refused(content, ["images"], [])] == ["content/images/etc"]


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" style="fill:#a3261b;opacity:.5"/><text>a = b</text>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/><use href="#a"/>',
        '<image href="data:image/png;base64,iVBOR"/><style>.a{fill:red}</style><title>Quay &amp; crane</title>',
    ],
)
def test_plain_drawing_is_copied(inside: str) -> None:
    """Shapes, gradients, styles, text and pictures written out in the file."""
    assert harmless_svg(DRAWING.format(inside).encode())
    assert harmless_svg(b'<?xml version="1.0" encoding="UTF-8"?>\n' + DRAWING.format(inside).encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
        "<SCRIPT/>",
        '<rect onload="alert(1)"/>',
        '<rect on&#108;oad="alert(1)" onfocus ="x"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<a xlink:href="java&#115;cript:alert(1)"><rect/></a>',
        '<a href="https://evil.example/"><rect/></a>',
        '<use href="other.svg#a"/>',
        '<use href = "data:image/svg+xml,x#a"/>',
        '<image href="//evil.example/x.png"/>',
        "<image href=x/>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<style>@import '//evil.example'</style>",
        '<rect style="fill:url(https://evil.example/x)"/>',
        '<rect style="fill:u\\72l(//evil.example)"/>',
        '<rect xml:base="//evil.example"/>',
        '<iframe src="x"/>',
    ],
)
def test_drawing_that_does_more_is_not(inside: str) -> None:
    """Scripts, handlers, other hosts, foreign elements, however they are written."""
    assert not harmless_svg(DRAWING.format(inside).encode())


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING.format("&a;").encode(),
        b'<?xml-stylesheet href="x.xsl"?>' + DRAWING.format("").encode(),
        b'<?xml version="1.0" encoding="iso-2022-jp"?>' + DRAWING.format("").encode(),
        DRAWING.format("<script/>").encode("utf-16"),
        DRAWING.format("caf\xe9").encode("latin-1"),
        DRAWING.format("\0").encode(),
        DRAWING.format(" " * 5_000_001).encode(),
    ],
)
def test_drawing_that_cannot_be_told_is_not(data: bytes) -> None:
    """Entities, style sheets, other encodings, too much."""
    assert not harmless_svg(data)
