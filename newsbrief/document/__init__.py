"""Briefs as files: Markdown with YAML front matter, read, written, changed in place and searched.

This is the only room that knows YAML. Everything here works on text and plain values; no function touches a disk.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsbrief.document.anchor import locate
    from newsbrief.document.blocks import markdown
    from newsbrief.document.decoding import MAX_BYTES, as_written, decode
    from newsbrief.document.edtf import fault as edtf_fault
    from newsbrief.document.escaping import escape
    from newsbrief.document.fingerprint import desk_status, fingerprints, stamp
    from newsbrief.document.inplace import rewritten
    from newsbrief.document.lines import places
    from newsbrief.document.merge import Update, unread, update, withdraw
    from newsbrief.document.pagetext import is_page, page_notices, page_words
    from newsbrief.document.plaintext import plain, words_alone
    from newsbrief.document.read import parse
    from newsbrief.document.signs import cleaned
    from newsbrief.document.splice import set_body, set_fields
    from newsbrief.document.write import field_source, render

# Where each name is found when it is asked for: a build reads briefs and writes none, and goes without half of this.
PLACES = {
    "MAX_BYTES": "decoding.MAX_BYTES",
    "Update": "merge.Update",
    "as_written": "decoding.as_written",
    "cleaned": "signs.cleaned",
    "decode": "decoding.decode",
    "desk_status": "fingerprint.desk_status",
    "edtf_fault": "edtf.fault",
    "escape": "escaping.escape",
    "field_source": "write.field_source",
    "fingerprints": "fingerprint.fingerprints",
    "is_page": "pagetext.is_page",
    "locate": "anchor.locate",
    "markdown": "blocks.markdown",
    "nearest": "passage.nearest",
    "page_notices": "pagetext.page_notices",
    "page_words": "pagetext.page_words",
    "parse": "read.parse",
    "places": "lines.places",
    "plain": "plaintext.plain",
    "render": "write.render",
    "rewritten": "inplace.rewritten",
    "set_body": "splice.set_body",
    "set_fields": "splice.set_fields",
    "stamp": "fingerprint.stamp",
    "unread": "merge.unread",
    "update": "merge.update",
    "withdraw": "merge.withdraw",
    "words_alone": "plaintext.words_alone",
}

__all__ = [
    "MAX_BYTES",
    "Update",
    "as_written",
    "cleaned",
    "decode",
    "desk_status",
    "edtf_fault",
    "escape",
    "field_source",
    "fingerprints",
    "is_page",
    "locate",
    "markdown",
    "nearest",
    "page_notices",
    "page_words",
    "parse",
    "places",
    "plain",
    "render",
    "rewritten",
    "set_body",
    "set_fields",
    "stamp",
    "unread",
    "update",
    "withdraw",
    "words_alone",
]


def __getattr__(name: str) -> Any:
    """A function of this room, loaded with what it needs."""
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, _, own = PLACES[name].partition(".")
    found = globals()[name] = getattr(import_module(f"{__name__}.{room}"), own)
    return found
