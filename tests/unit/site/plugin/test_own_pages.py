"""Pages that people write: a bad one is named and costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.site.plugin.own_pages import own_pages
from newsbrief.site.render.site import OwnPage
from tests.unit.site.pages.content_site import site


def read(content: Path, text: str) -> tuple[OwnPage | None, list[str]]:
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages" / "a.md").write_text(text, "utf-8")
    pages, refusals = own_pages(site(content).settings, content)
    assert {one.file for one in refusals} <= {f"{content.name}/pages/a.md"}
    return pages.get("pages/a.md"), [one.reason for one in refusals]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Title: x\nslug: ../../../x\n\nWords.", "`save_as` would be"),
        ("Title: x\nsave_as: ../../evil.html\n\nWords.", "`save_as` would be"),
        ("Title: x\nsave_as: /etc/evil.html\n\nWords.", "`save_as` would be"),
        ("Title: x\nsave_as: ..\\evil.html\n\nWords.", "`save_as` would be"),
        ("Title: x\nsave_as: timeline.html/a.html\n\nWords.", "`save_as` would be"),
        ("Title: x\nsave_as: theme/newsbrief.js\n\nWords.", "let it end with .html"),
        ("Title: x\nurl: javascript:alert(1)\n\nWords.", "`url` would be"),
        ("Title: x\nurl: //evil.example/\n\nWords.", "`url` would be"),
        ("Title: x\ntemplate: nosuch\n\nWords.", 'no template "nosuch"'),
        ("Title: x\ntemplate: ../../x\n\nWords.", "no template"),
        ("Title: x\nstatus: nonsense\n\nWords.", 'unknown status "nonsense"'),
        ("Words.", "no title"),
        ("Title: x\ndate: nonsense\n\nWords.", "cannot be read as Markdown"),
        ("", "empty"),
        ("Title: x\n    y\n\nWords.", "`title` stands on several lines"),
        ("Title: x\nlang: en\n    de\n\nWords.", "`lang` stands on several lines"),
    ],
)
def test_a_bad_page_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    """Whatever it says about itself, nothing leads out of the output folder or runs."""
    page, (said,) = read(tmp_path, text)
    assert page is None
    assert reason in said


def test_a_page_has_an_address_and_clean_html(tmp_path: Path) -> None:
    """Only known fields become metadata, because Pelican's themes get each as an attribute of the page."""
    page, said = read(
        tmp_path, "Title: About \u202eus\n_content: <script>x</script>\n\nWords <script>x</script> of ours."
    )
    assert page
    assert said == []
    assert {name: page.metadata[name] for name in ("title", "url", "save_as", "status")} == {
        "title": "About us",
        "url": "about-us/",
        "save_as": "about-us/index.html",
        "status": "published",
    }
    assert "_content" not in page.metadata
    assert "script" not in page.html
    assert "of ours." in page.html


@pytest.mark.parametrize(("status", "there"), [("published", True), ("hidden", True), ("draft", False)])
def test_a_draft_is_no_page(tmp_path: Path, status: str, there: bool) -> None:
    """A hidden page has an address, and no other page leads to it."""
    page, said = read(tmp_path, f"Title: x\nstatus: {status}\n\nWords.")
    assert said == []
    assert bool(page) is there
