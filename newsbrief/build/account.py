"""What a build enters into the ledger: how it was made, of what, and what became of its jobs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import plain
from newsbrief.build.code import Code
from newsbrief.build.pieces import Piece
from newsbrief.build.results import Names, Results
from newsbrief.build.sources import Source, Sources

Value = TypeVar("Value")


class Made(Struct, frozen=True):
    """`asked`: a digest of the command, its folder and its environment. `settings`: a digest of all of them.

    `roots`: where sources were looked for; `folders`: in which there were some. `templates`: what each template asks,
    by a digest of its text. `built`: the build instant; `until`: when the site changes by itself, None for never; both
    in seconds since 1970. `told`: what was refused. `outline`: the name of what is kept elsewhere of the site as a
    whole, "" where nothing is. `readers`: the state of what a site for readers was held against. `settled`: the
    settings as a build may take them that does without Pelican, "" where none may.
    """

    asked: str
    python: str
    code: Code
    settings: str
    roots: tuple[str, ...]
    folders: frozenset[str]
    templates: Mapping[str, Any]
    built: float
    until: float | None = None
    told: tuple[str, ...] = ()
    outline: str = ""
    readers: str = ""
    settled: str = ""


class Account(Struct, frozen=True):
    """`made` None where nothing is known of it. `sources` and jobs, as `Results` has them: all, or some.

    `behind`: only those that are others since the last build.
    """

    made: Made | None = None
    sources: Piece[Source] = Piece({})
    keys: Piece[str] = Piece({})
    others: Piece[Names] = Piece({})
    behind: bool = False


class Written(Struct, frozen=True):
    """An account as it is kept; `made` has no bytes where nothing is known of it."""

    made: bytes
    sources: bytes
    keys: bytes
    others: bytes
    behind: bool


def written(account: Account) -> Written:
    """As it is kept."""
    made = plain.written(account.made) if account.made else b""
    return Written(made, account.sources.written(), account.keys.written(), account.others.written(), account.behind)


def whole(account: Account, sources: Sources, jobs: Results) -> Account:
    """An account of all, from one of what is other since these."""
    if not account.behind:
        return account
    return replace(
        account,
        sources=Piece(_after(sources, account.sources)),
        keys=Piece(_after(jobs.keys, account.keys)),
        others=Piece(_after(jobs.others, account.others)),
        behind=False,
    )


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """The folders in which these files are."""
    return frozenset(path.rpartition(os.sep)[0] for path in paths)


def without(values: Mapping[str, Value], names: Iterable[str]) -> dict[str, Value]:
    """A copy of many values without a few."""
    found = dict(values)
    for name in names:
        found.pop(name, None)
    return found


def _after(values: Mapping[str, Value], piece: Piece[Value]) -> dict[str, Value]:
    return without({**values, **piece.values}, piece.gone)
