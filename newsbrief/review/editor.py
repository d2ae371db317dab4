"""The person's own editor, opened at a line."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from newsbrief.review.session import OpenEditor, Session

FALLBACK_EDITOR = "vi"


def edit(session: Session, wanted: OpenEditor) -> None:
    """Open the editor at the line, wait for it, and read the brief anew."""
    command = editor(wanted.file, wanted.line)
    try:
        subprocess.run(command, check=False)  # noqa: S603  # the person's own editor
        said = ""
    except OSError as error:
        said = f"{command[0]}: {error.strerror}; set EDITOR to a program that is there"
    session.reload()
    session.message = said


def editor(file: Path, line: int) -> list[str]:
    """The command that opens a file at a line, as VISUAL, EDITOR or vi understand it."""
    words = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK_EDITOR) or [FALLBACK_EDITOR]
    program = Path(words[0]).name
    if program in ("code", "codium", "cursor"):
        return [*words, "--wait", "--goto", f"{file}:{line or 1}"]
    if program in ("subl", "hx", "zed"):
        return [*words, f"{file}:{line or 1}"]
    return [*words, f"+{line or 1}", str(file)]
