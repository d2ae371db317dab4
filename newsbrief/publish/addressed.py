"""Which brief is at which address of a site, as its last build left it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newsbrief.build.named import read
from newsbrief.build.stage import Stage
from newsbrief.publish.outline import Outline
from newsbrief.publish.press import OUTLINE


def addressed(output: Path) -> Mapping[str, str] | None:
    """The path of each brief below the content folder, by its address; None where no build kept them."""
    stage = Stage(output)
    made = stage.last.made if stage.last else None
    kept = read(OUTLINE, stage.room, made.outline, Outline) if made else None
    return {url: path for path, url in kept.briefs.items()} if kept else None
