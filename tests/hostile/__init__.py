"""Strings that attack a page, how they are signed to be found again, and what of a string a page may hold."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared" / "hostile"
# What no page may hold: docs/security.md, "Signs". The first become U+FFFD or a space, the others go.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\u206a-\u206f\u00ad\u200b\u2060\ufeff]")
SIGNATURE = re.compile(r"zq([a-z]+)(\d+)z")


@dataclass(frozen=True)
class Strings:
    """Our own payloads by the way they take, and public lists where they lie beside the project."""

    own: tuple[str, ...]
    public: tuple[str, ...] = ()
    naughty: tuple[str, ...] = ()

    @cached_property
    def all(self) -> tuple[str, ...]:
        """Every string; a string's number is its place in here."""
        return self.own + self.public + self.naughty


def by_way() -> dict[str, list[str]]:
    """Our own payloads: for each way into a page those that try it."""
    return {
        name: table["strings"] for name, table in tomllib.loads((HERE / "payloads.toml").read_text("utf-8")).items()
    }


def strings() -> Strings:
    """All there are on this machine."""
    own = tuple(one for way in by_way().values() for one in way)
    xss, naughty = SHARED / "xss.txt", SHARED / "naughty_strings.json"
    public = xss.read_text("utf-8", "replace").split("\n") if xss.is_file() else []
    odd = json.loads(naughty.read_text("utf-8")) if naughty.is_file() else []
    return Strings(own, tuple(filter(shown, public)), tuple(filter(shown, odd)))


def signed(text: str, field: str, number: int) -> str:
    """The string with a word behind it that tells which it is and where it was put in; its beginning stays first."""
    return f"{text} zq{field}{number}z"


def shown(text: str) -> str:
    """What has to be read of a string on a page: without the signs that no page may hold, white space folded."""
    return " ".join(CONTROL.sub(" ", UNSEEN.sub("", text)).split())


def line(text: str) -> str:
    """A string on one line, as a text has to have it: there a line's end ends a paragraph. NUL is in no text file."""
    return " ".join(text.replace("\0", " ").split())


def quoted(text: str) -> str:
    """A string in YAML's double quotes, every sign that YAML does not take as it is written as its number."""
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in '"\\' else sign if sign.isprintable() else f"\\U{ord(sign):08x}"


def file_name(text: str) -> str:
    """A string as a disk takes it for a file's name."""
    return text.encode("utf-8")[:150].decode("utf-8", "ignore").translate({0: "_", ord("/"): "_"})
