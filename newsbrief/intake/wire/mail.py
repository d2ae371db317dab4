"""How an e-mail's source begins; `parts` reads one."""

from __future__ import annotations

import re

# Field names that programs write and people do not, one of which makes a text an e-mail's source.
SURE = re.compile(
    rb"^(?:mime-version|received|return-path|message-id|content-type|content-transfer-encoding|dkim-signature"
    rb"|delivered-to|x-mailer|x-[a-z0-9-]{2,40})[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
WRITTEN = re.compile(rb"^(?:from|subject)[ \t]*:", re.IGNORECASE | re.MULTILINE)
FIELD = re.compile(rb"(?:[!-9;-~]{1,76}[ \t]*:[^\r\n]*(?:\r\n?|\n)(?:[ \t]+[^\r\n]*(?:\r\n?|\n))*+)+")
MBOX = re.compile(rb"^>?From [^\r\n]{1,200}(?:\r\n?|\n)")
BLANK = re.compile(rb"\s*")
# How much of a file can be its head.
HEAD = 64_000


def begins(data: bytes) -> bool:
    """Whether bytes begin as the source of an e-mail does: a head of fields that a program wrote."""
    start = BLANK.match(data)
    at = start.end() if start else 0
    if mbox := MBOX.match(data, at):
        at = mbox.end()
    head = FIELD.match(data[:HEAD], at)
    return head is not None and bool(SURE.search(head[0])) and bool(WRITTEN.search(head[0]))
