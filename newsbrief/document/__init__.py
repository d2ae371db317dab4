"""Briefs as files: Markdown with YAML front matter, read, written, changed in place and searched.

This is the only room that knows YAML. Everything here works on text and plain values; no function touches a disk.
"""

from newsbrief.document.anchor import locate, nearest
from newsbrief.document.blocks import markdown
from newsbrief.document.decoding import MAX_BYTES, as_written, decode
from newsbrief.document.edtf import fault as edtf_fault
from newsbrief.document.escaping import escape
from newsbrief.document.fingerprint import desk_status, fingerprints, stamp
from newsbrief.document.inplace import rewritten
from newsbrief.document.lines import places
from newsbrief.document.merge import Update, unread, update, withdraw
from newsbrief.document.pagetext import is_page, page_notices, page_words
from newsbrief.document.plaintext import plain
from newsbrief.document.read import parse
from newsbrief.document.signs import cleaned
from newsbrief.document.splice import set_body, set_fields
from newsbrief.document.write import field_source, render

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
]
