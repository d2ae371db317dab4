"""A site's sources as files: what changed is written, what went is removed, the rest keeps its time stamp."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def lay(folder: Path, files: Mapping[str, str], before: Mapping[str, str] | None = None) -> list[str]:
    """Bring a folder from the files of `before` (none: it is fresh) to `files`; gives the paths that were touched."""
    old = before or {}
    changed = [path for path, text in files.items() if old.get(path) != text]
    for path in changed:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(files[path], "utf-8", newline="\n")
    gone = [path for path in old if path not in files]
    for path in gone:
        (folder / path).unlink()
    return [*changed, *gone]


def theme(folder: Path, below: str, imprint: str) -> dict[str, str]:
    """A theme's files as they lie in a site; `@imprint@` is the sentence that stands on every page."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    texts = {f"{below}{path.relative_to(folder).as_posix()}": path.read_text("utf-8") for path in found}
    return {path: text.replace("@imprint@", imprint) for path, text in texts.items()}
