"""Which pictures belong to briefs that nobody is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.document import parse
from newsbrief.model.entry import Entry
from newsbrief.publish.guest.concealed import concealed, hidden_briefs, texts_shown

HEAD = "---\ntitle: x\ndate: 2029-05-04\nstatus: {}\n---\n"
PICTURES = ("images/quay.png", "images/the quay.png", "images/2029/quay.png", "images/logo.png")


def found(tmp_path: Path, hidden: str, shown: str = "", others: str = "", template: str = "") -> set[str]:
    content, theme = tmp_path / "content", tmp_path / "theme"
    (content / "briefs").mkdir(parents=True)
    theme.mkdir()
    (theme / "base.html").write_text(template, "utf-8")
    for name, text in (("hidden", hidden), ("shown", HEAD.format("published") + shown)):
        (content / "briefs" / f"{name}.md").write_text(text, "utf-8")
    entries = {"briefs/shown.md": Entry("briefs/shown.md", parse(HEAD.format("published") + shown))}
    away = hidden_briefs(entries, content, ["briefs"])
    assert [file.stem for file in away] == ["hidden"]
    return set(concealed(PICTURES, away, [*texts_shown(entries), others], [theme]))


@pytest.mark.parametrize(
    ("words", "pictures"),
    [
        ("![]({static}/images/quay.png)", {"images/quay.png"}),
        ("![](|static|/images/quay.png)", {"images/quay.png"}),
        ("![]({attach}../images/quay.png)", {"images/quay.png"}),
        ("![](/images/quay.png)", {"images/quay.png"}),
        ("![](../images/./quay.png 'The quay')", {"images/quay.png"}),
        ('<img src="{static}/images/the quay.png">', {"images/the quay.png"}),
        ("![](<{static}/images/the quay.png>)", {"images/the quay.png"}),
        ("![]({static}/images/the%20quay.png)", {"images/the quay.png"}),
        ("[x]: {static}/images/2029/quay.png", {"images/2029/quay.png"}),
        ("No picture.", set()),
    ],
)
def test_picture_of_a_hidden_brief(tmp_path: Path, words: str, pictures: set[str]) -> None:
    """However the body leads to it; one that nobody mentions is no secret."""
    assert found(tmp_path, HEAD.format("draft") + words) == pictures


@pytest.mark.parametrize("where", ["shown", "others", "template"])
def test_picture_that_is_shown_elsewhere(tmp_path: Path, where: str) -> None:
    """By another brief, a page or a template."""
    words = HEAD.format("draft") + "![]({static}/images/quay.png)"
    assert found(tmp_path, words, **{where: '<img src="../images/quay.png">'}) == set()


def test_picture_of_a_brief_that_cannot_be_read(tmp_path: Path) -> None:
    """It may be a draft as well as any other."""
    assert found(tmp_path, "title: x\n![]({static}/images/quay.png)") == {"images/quay.png"}
