"""The proofs of briefs as pages, made when they are asked for. Nothing of them is ever a file of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from newsbrief.proof import Fact, Sheet, Shelf, sheet
from newsbrief.serve.saves import Saves

HERE = Path(__file__).parent
ROOT, CHANGES = "/.newsbrief/proof/", "/.newsbrief/saves"
STATIC = {
    "/.newsbrief/proof.css": "text/css; charset=utf-8",
    "/.newsbrief/proof.svg": "image/svg+xml",
    "/.newsbrief/proof.js": "text/javascript; charset=utf-8",
    "/.newsbrief/preview.css": "text/css; charset=utf-8",
}
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# So long may the list of briefs take to count what is unsure; what is not counted then is counted at the next request.
SECONDS_TO_COUNT = 1.0


class Answer(Struct, frozen=True):
    """What is sent back."""

    status: HTTPStatus
    kind: str
    data: bytes


class Proofs:
    """The pages below ROOT, and their style and script.

    `addresses`: the path of each brief below the content folder, by its address, as far as somebody knows. To read all
    briefs for it takes a while, and each page that is loaded asks.
    """

    def __init__(self, shelf: Shelf, addresses: Callable[[], Mapping[str, str] | None] = lambda: None) -> None:
        self._shelf, self._addresses = shelf, addresses
        self._by_address: Mapping[str, str] | None = None
        self.saves = Saves(shelf.room.content)
        self._pages = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals["root"] = ROOT
        self._pages.filters["address"] = address

    def answer(self, path: str) -> Answer:
        """The page or file at a path of the server."""
        if path in STATIC:
            return Answer(HTTPStatus.OK, STATIC[path], (HERE / "static" / path.rpartition("/")[2]).read_bytes())
        if path in (ROOT, ROOT[:-1]):
            return self._page("proofs.html", rows=self._shelf.rows(SECONDS_TO_COUNT))
        try:
            found = sheet(unquote(path.removeprefix(ROOT)).strip("/"), self._shelf.room)
        except (OSError, ValueError):
            return self._page("missing.html", HTTPStatus.NOT_FOUND)
        return self._page("proof.html", proof=found, page=self._shelf.url(found.path), parts=_parts(found))

    def link(self, url: str) -> bytes:
        """The way from a page of the site to its brief's proof, as HTML; b"" for a page that is no brief's."""
        path = self._at(url)
        return self._pages.get_template("link.html").render(path=path).encode() if path else b""

    def refresh(self) -> None:
        """Ask for the addresses anew."""
        self._by_address = self._addresses()

    def _at(self, url: str) -> str:
        if self._by_address is None:
            return self._shelf.at(url)
        bare = url.lstrip("/").removesuffix("index.html")
        return self._shelf.room.path(self._by_address.get(bare, ""))

    def _page(self, name: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Answer:
        # What is saved while the page is made is told to it as a change.
        saves = self.saves.news.count
        text = self._pages.get_template(name).render(saves=saves, **values)
        return Answer(status, "text/html; charset=utf-8", text.encode("utf-8", "replace"))


def address(path: str) -> str:
    """The address of the proof of a brief."""
    return ROOT + quote(path)


def _parts(proof: Sheet) -> dict[str, object]:
    """What the template looks up: the facts by key, where each is marked, and in which of three groups it stands."""
    sides = {"b": proof.paragraphs, "r": proof.raw.paragraphs if proof.raw else ()}
    places = {
        side: {mark.key for one in paragraphs for segment in one.segments for mark in segment.marks}
        for side, paragraphs in sides.items()
    }
    return {"facts": {fact.key: fact for fact in proof.facts}, "places": places, "groups": _groups(proof.facts)}


def _groups(facts: Iterable[Fact]) -> tuple[tuple[str, str, list[Fact]], ...]:
    unsure = [fact for fact in facts if fact.doubts]
    loose = [fact for fact in facts if fact.loose and not fact.doubts]
    rest = [fact for fact in facts if not fact.loose and not fact.doubts]
    return (
        ("unsure", "Unsure", unsure),
        ("loose", "In the text, without an entry", loose),
        ("rest", "The others", rest),
    )
