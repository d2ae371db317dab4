"""The pages of content/pages/: read with Pelican's Markdown reader, then checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican.readers import MarkdownReader
from pelican.utils import slugify

from newsbrief.content.text_files import read_text
from newsbrief.document import cleaned
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.site.render.body import clean
from newsbrief.site.render.site import OwnPage

Metadata = dict[str, Any]
# All fields that a page may have.
FIELDS = ("title", "date", "modified", "status", "slug", "lang", "template", "summary", "save_as", "url")
STATUSES = ("published", "hidden", "draft")
SEGMENT = re.compile(r"(?!\.{1,2}$)[\w.~-]{1,100}")
TEMPLATE = re.compile(r"[A-Za-z0-9_-]+")


def own_pages(settings: Mapping[str, Any], content: Path) -> tuple[dict[str, OwnPage], tuple[Refusal, ...]]:
    """Return every page by its path below the content folder, and what is left out. Drafts are no pages."""
    pages: dict[str, OwnPage] = {}
    refusals: list[Refusal] = []
    for file in _files(settings, content):
        path = file.relative_to(content).as_posix()
        try:
            page = _page(file, settings)
            if page.metadata["status"] != "draft":
                pages[path] = page
        except RefusedError as error:
            refusals += error.refusals(f"{content.name}/{path}")
    return pages, tuple(refusals)


def _files(settings: Mapping[str, Any], content: Path) -> Iterable[Path]:
    folders = (content / folder for folder in settings["PAGE_PATHS"])
    found = (file for folder in folders for file in folder.rglob("*.md"))
    return sorted(file for file in found if file.is_file() and not file.name.startswith((".", "#")))


def _page(file: Path, settings: Mapping[str, Any]) -> OwnPage:
    read_text(file)  # raises RefusedError for a file that is too large or not UTF-8
    try:
        html, found = MarkdownReader(settings).read(str(file))
    except Exception as error:  # whatever the file does to the reader, it costs this page alone
        raise RefusedError((0, f"cannot be read as Markdown: {error}")) from None
    metadata = {name: _plain(name, found[name]) for name in FIELDS if name in found}
    metadata.setdefault("status", "published")
    if not metadata.get("title"):
        raise RefusedError((1, "the page has no title; begin it with a line `Title: …`"))
    if metadata["status"] not in STATUSES:
        raise RefusedError((0, f'unknown status "{metadata["status"]}"; use published, hidden or draft'))
    _set_address(metadata, settings)
    _check_template(metadata, settings)
    return OwnPage(clean(html or ""), metadata)


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, list):
        raise RefusedError((0, f"`{name}` stands on several lines; write it on one"))
    if name == "summary":
        return clean(value)  # Pelican has made HTML of it
    return cleaned(value).strip() if isinstance(value, str) else value


def _set_address(metadata: Metadata, settings: Mapping[str, Any]) -> None:
    """Set slug, url and save_as: plain paths below the output folder."""
    slug = metadata.get("slug") or slugify(metadata["title"], regex_subs=settings["SLUG_REGEX_SUBSTITUTIONS"])
    parts = {"slug": slug[:100] or "page", "lang": metadata.get("lang") or settings["DEFAULT_LANG"]}
    metadata["slug"] = parts["slug"]
    for name, form in (("save_as", settings["PAGE_SAVE_AS"]), ("url", settings["PAGE_URL"])):
        path = metadata.get(name) or form.format(**parts)
        if not _is_plain_path(path):
            raise RefusedError((0, f'`{name}` would be "{path}"; use letters, digits and hyphens between slashes'))
        metadata[name] = path
    if not metadata["save_as"].endswith(".html"):
        raise RefusedError((0, f'`save_as` is "{metadata["save_as"]}"; let it end with .html'))


def _is_plain_path(path: str) -> bool:
    """Return whether a path has no way up or out, no scheme, and no file in the place of a folder."""
    *folders, last = path.split("/")
    return all(SEGMENT.fullmatch(one) and not one.endswith(".html") for one in folders) and (
        not last or SEGMENT.fullmatch(last) is not None
    )


def _check_template(metadata: Metadata, settings: Mapping[str, Any]) -> None:
    name = metadata.get("template")
    folders = [*settings["THEME_TEMPLATES_OVERRIDES"], str(Path(settings["THEME"]) / "templates")]
    known = name is None or (
        TEMPLATE.fullmatch(name) and any((Path(one) / f"{name}.html").is_file() for one in folders)
    )
    if not known:
        raise RefusedError((0, f'there is no template "{name}"; leave `template` out, or add it to the theme'))
