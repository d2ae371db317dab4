"""A link to a page or a file of this site that is not there. Other sites are not asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsbrief.check.seen import Seen
from newsbrief.check.targets import Site, faults, page_files
from newsbrief.content.text_files import read_text
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.model.refusal import RefusedError
from newsbrief.site.facts.addresses import slug

CODE = "broken-link"
REMEDY = "correct the address, or take the link out"
SILENCED = re.compile(rf"^silence:[^\n]*\b{CODE}\s*:\s*[^\s}}]", re.MULTILINE)


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each link of the body; a brief in draft or review may lead to others that wait with it."""
    brief = entry.brief
    url = f"{brief.date.day:%Y/%m/%d}/{slug(entry)}/"
    for offset, fault in faults(brief.body, entry.path, url, seen.across.site):
        if brief.status != "published" and fault.endswith("in review"):
            continue
        line = brief.body_line + brief.body.count("\n", 0, offset)
        yield Finding(CODE, seen.file, line, f"{fault}; {REMEDY}")


def of_pages(site: Site) -> Iterator[Finding]:
    """The same for pages and the words about stories."""
    if site.content is None:
        return
    for file in page_files(site.content):
        path = file.relative_to(site.content).as_posix()
        try:
            text = read_text(file)
        except RefusedError:
            continue  # the build names what is wrong with it
        if SILENCED.search(text):
            continue
        url = f"{file.stem}/" if path.startswith("pages/") else f"stories/{file.stem}/"
        for offset, fault in faults(text, path, url, site):
            yield Finding(CODE, f"{site.content.name}/{path}", 1 + text.count("\n", 0, offset), f"{fault}; {REMEDY}")
