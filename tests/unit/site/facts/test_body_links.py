"""Links in a body that Pelican would resolve."""

from __future__ import annotations

import pytest

from newsbrief.site.facts.body_links import has_links, named_in, resolved, targets

PATH = "briefs/2029/a.md"


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("[b]({filename}b.md)", ("briefs/2029/b.md",)),
        ("[b](|FILENAME|../b.md#q1)", ("briefs/b.md",)),
        ("![c]({static}/images/quay.png) ![c]({attach}/images/quay.png)", ("images/quay.png",)),
        ('<img src="{static}/images/the%20quay.png">', ("images/the quay.png",)),
        (r"[b](\{filename}b.md) [c](&#123;filename}c.md)", ("briefs/2029/b.md", "briefs/2029/c.md")),
        ("[d]({filename}../../../secret.md) [e]({filename})", ()),
        ("[f]({tag}ferry) [g]({index})", ()),
        ("[h](b.md) {filenames}", ()),
    ],
)
def test_targets_are_the_files_that_links_lead_to(body: str, paths: tuple[str, ...]) -> None:
    """From the brief's folder or the content folder, however the bracket is written; never outside of it."""
    assert targets(PATH, body) == paths


@pytest.mark.parametrize(
    ("body", "linked"),
    [("[f](|tag|ferry)", True), ("[g]({index})", True), ("Plain | words { here", False), ("", False)],
)
def test_links_of_every_kind_are_found(body: str, linked: bool) -> None:
    """Those to tags and the front page too."""
    assert has_links(body) is linked


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/pages/about.md?x#y", "pages/about.md"),
        ("./b.md", "briefs/2029/b.md"),
        ("../..", ""),
        ("/../x", ""),
        ("#y", ""),
    ],
)
def test_target_outside_the_content_folder_means_nothing(target: str, path: str) -> None:
    """Query and fragment are no part of the path."""
    assert resolved(PATH, target) == path


def test_mentions_of_folders_run_to_the_end_of_the_line() -> None:
    """As written, and as an address with %20 means it."""
    body = "See images/the%20quay.png today.\nAnd files/tide.pdf"
    assert set(named_in(body, ("images/", "files/", "none/"))) == {
        *("images/the%20quay.png today.", "images/the quay.png today.", "files/tide.pdf")
    }
