"""The theme's style and scripts, each joined into one file, and the files that it has copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from hashlib import blake2b
from pathlib import Path

import rcssmin
import rjsmin

from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

STYLE, SCRIPT, SEARCH = "theme/newsbrief.css", "theme/newsbrief.js", "theme/search.js"
# Names the files of a folder in the order in which they are joined; the others follow by name.
ORDER = "order.txt"
# The script of one page, which the other pages need not load.
ALONE = "search.js"


def plan(_index: Index, site: Site) -> Iterable[Page]:
    """Return the style, the scripts, and each copied file. Their values are the files below the theme and a digest."""
    static = site.theme / "static"
    scripts = [name for name in _names(static / "js", ".js") if name != ALONE]
    joined = (
        (STYLE, [f"static/css/{name}" for name in _names(static / "css", ".css")]),
        (SCRIPT, [f"static/js/{name}" for name in scripts]),
        (SEARCH, [f"static/js/{ALONE}"] if (static / "js" / ALONE).is_file() else []),
    )
    for url, names in joined:
        if names:
            yield Page(url, "theme_file", (), ("joined", tuple(names), _digest(site.theme, names)))
    for target, name in _copied(site):
        yield Page(target, "theme_file", (), ("copied", (name,), _digest(site.theme, [name])))


def _names(folder: Path, suffix: str) -> list[str]:
    order = folder / ORDER
    named = order.read_text("utf-8").split() if order.is_file() else []
    others = sorted(path.name for path in folder.glob(f"*{suffix}"))
    return [*(name for name in named if name in others), *(name for name in others if name not in named)]


def _copied(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the address and the path below the theme of each file of THEME_STATIC_PATHS."""
    folder = str(site.settings["THEME_STATIC_DIR"]).strip("/")
    for path in site.settings["THEME_STATIC_PATHS"]:
        root = site.theme / path
        for file in sorted(root.rglob("*")) if root.is_dir() else [root] if root.is_file() else []:
            if file.is_file() and not any(fnmatch(file.name, ignored) for ignored in site.settings["IGNORE_FILES"]):
                below = file.relative_to(root).as_posix() if root.is_dir() else file.name
                yield f"{folder}/{below}", file.relative_to(site.theme).as_posix()


def _digest(theme: Path, names: Sequence[str]) -> str:
    whole = blake2b(digest_size=8)
    for name in names:
        whole.update((theme / name).read_bytes())
    return whole.hexdigest()


def files(page: Page, _views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the file. Comments and white space of joined files are left out."""
    how, names, _ = page.values
    if how == "copied":
        yield page.url, (site.theme / names[0]).read_bytes()
        return
    squeeze = rjsmin.jsmin if page.url.endswith(".js") else rcssmin.cssmin
    between = "\n" if page.url.endswith(".js") else ""
    texts = (squeeze((site.theme / name).read_text("utf-8")) for name in names)
    yield page.url, f"{between.join(texts)}\n".encode()
