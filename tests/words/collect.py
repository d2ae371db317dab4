"""Bring every catalogue up to date with the words of templates and code; run it after changing or adding words.

New messages come in without a translation, those that nobody says any more go; a person does the rest.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parents[2]
TRANSLATIONS = PROJECT / "theme" / "translations"
TEMPLATES = "theme/templates/**.html"
CODE = tuple(f"newsbrief/{room}/**.py" for room in ("edtf", "export", "site"))
WHERE = [(TEMPLATES, "jinja2"), *((files, "python") for files in CODE)]
OPTIONS = {TEMPLATES: {"trimmed": "true", "silent": "false"}}
# A pattern of a day is a message too.
KEYWORDS = {**DEFAULT_KEYWORDS, "calendar": None}


def messages() -> Catalog:
    """What the interface says in English."""
    found = Catalog()
    for file, _, message, comments, context in extract_from_dir(
        PROJECT, WHERE, OPTIONS, KEYWORDS, ("Translators:",), strip_comment_tags=True, directory_filter=_is_source
    ):
        found.add(message, None, [(file, None)], auto_comments=comments, context=context)
    return found


def _is_source(folder: str | Path) -> bool:
    parts = Path(folder).relative_to(PROJECT).parts
    return not parts or parts[0] in ("theme", "newsbrief")


def updated(text: str) -> str:
    """A catalogue's text with today's messages; its head stays as it is."""
    head, _, _ = text.partition("\n\n")
    catalogue, today = read_po(io.StringIO(text)), messages()
    catalogue.update(today, no_fuzzy_matching=True)
    for message in catalogue:
        now = today.get(message.id, message.context)
        message.locations = now.locations if now else []
    body = io.BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return f"{head}\n\n{body.getvalue().decode().strip()}\n"


if __name__ == "__main__":
    for path in sorted(TRANSLATIONS.glob("*/newsbrief.po")):
        path.write_text(updated(path.read_text("utf-8")), "utf-8")
        print(path.relative_to(PROJECT))
