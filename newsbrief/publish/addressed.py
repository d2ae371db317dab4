"""Which brief is at which address of a site, as its last build left it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newsbrief.build.pack import Pack
from newsbrief.build.stage import Stage
from newsbrief.publish import outline
from newsbrief.publish.press import PLATES


def addressed(output: Path) -> Mapping[str, str] | None:
    """The path of each brief below the content folder, by its address; None where no build kept them."""
    kept = Pack(Stage(output).room / PLATES).newest(outline.NAME)
    if kept is None:
        return None
    try:
        return {url: path for path, url in outline.read(kept[1]).briefs.items()}
    except Exception:  # whatever is wrong with what was kept, briefs can be read
        return None
