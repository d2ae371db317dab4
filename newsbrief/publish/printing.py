"""What a run is to write: jobs are offered; those that would come out as last time are passed over, the others done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from msgspec import Struct, field

from newsbrief.build.jobs import Done, Files, Job, do
from newsbrief.build.ledger import Ledger, intact
from newsbrief.build.looks import Looks, Noted, clock, looked, noted
from newsbrief.build.results import Results
from newsbrief.build.workers import WithoutWordsError, attended
from newsbrief.model.views import Link
from newsbrief.publish.keys import Asked, Templates


def _asked(found: Sequence[Sequence[Any]]) -> Asked:
    others, asked, own, reads = map(tuple, found)
    return others, asked, own, reads


def _tried(make: Callable[[], Files]) -> Files:
    try:
        yield from make()
    except Exception as error:
        raise WithoutWordsError from error


NOTHING = Results()


class Elsewhere(Struct, frozen=True):
    """Jobs that another process does meanwhile: their `names`, and what became of them, once that is known.

    `end`: where nobody waits for that any more. When it is done, nothing more is written there.
    """

    names: frozenset[str]
    done: Callable[[], Done]
    end: Callable[[], None]


class Printing(Struct):
    """`last`: the ledger, if what it tells of was made by the same programs with the same settings.

    `whole`: why Pelican has to do everything as it always does; "" where it has not. `jobs` are still to be done,
    `done` what became of those that are; `kept` are the files that were passed over. `staying`: all files of the last
    build are as it left them, or nothing will come of this run. All that it did stays then, and is not among what is
    `done` here, but the `forgotten` jobs, and the `dropped` files, which jobs of that one made and none of this one
    does.
    `outline`: the name of what is kept of the site as a whole, once that is known; `save_plates` does so with the
    plates, or waits until that is done. `own_pages`: those that people wrote, as the foot of every page names them.
    `tried`: a build that may give up, without a word, whatever goes wrong. `made`: how many files were not passed over,
    and `looks`: how each did when it was written, or was found. `noted`: what is known of the folder since.
    `elsewhere`: jobs that are not offered here; `copied`: whether this is a copy of the process that waits for it.
    """

    output: Path
    folder: Path
    last: Ledger | None
    workers: int
    templates: Templates = field(default_factory=lambda: Templates(Environment(autoescape=True)))
    whole: str = ""
    jobs: list[Job] = field(default_factory=list)
    done: Results = field(default_factory=Results)
    kept: set[str] = field(default_factory=set)
    staying: bool = False
    dropped: set[str] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)
    outline: str = ""
    save_plates: Callable[[], object] | None = None
    own_pages: tuple[Link, ...] = ()
    tried: bool = False
    made: int = 0
    looks: dict[str, Looks | None] = field(default_factory=dict)
    noted: Noted = field(default_factory=Noted)
    elsewhere: Elsewhere | None = None
    copied: bool = False

    def read_templates(self, env: Environment) -> Templates:
        """The theme's templates; what an earlier build found out about them need not be found out again."""
        known = self.last.made.templates if self.last and self.last.made else {}
        self.templates = Templates(env, {digest: _asked(found) for digest, found in known.items()})
        return self.templates

    def has(self, template: str) -> bool:
        """Whether the theme has pages of a kind, by their template."""
        return self.templates.in_theme(f"{template}.html")

    def do_all(self, why: str) -> None:
        """Pass over nothing: what pages are made of is not known."""
        self.whole, self.last, self.workers = why, None, 1

    def offer(self, name: str, key: str | Callable[[], str], make: Callable[[], Files]) -> None:
        """A job; one without a key is done in any case. A key that takes its time is better found out by the worker."""
        made = partial(_tried, make) if self.tried else make
        self.jobs.append(Job(name, key if callable(key) else lambda: key, made))

    def keep_group(self, name: str, key: str) -> bool:
        """Pass over a job and all whose names begin with its own, if all of them can be."""
        keys = self.before.keys
        group = [one for one in keys if one.startswith(name)]
        if keys.get(name) != key or any(self.standing(one, keys[one]) is None for one in group):
            return False
        for one in group:
            self.done.note(one, keys[one], self.before.files(one))
            self.kept.update(self.before.files(one))
        return True

    @property
    def before(self) -> Results:
        """What became of the last build's jobs."""
        return self.last.jobs if self.last else NOTHING

    def key_of(self, name: str, otherwise: str = "") -> str:
        """What a job's files are made of in this build, once it is done."""
        if not self.staying or name in self.done.keys or name in self.forgotten:
            return self.done.keys.get(name, otherwise)
        return self.before.keys.get(name, otherwise)

    def keep_others(self, gone: Collection[str]) -> None:
        """Pass over all that the last build did and that is not offered now: what it is made of is known to stand.

        `gone`: jobs that there are no more.
        """
        elsewhere = self.elsewhere.names if self.elsewhere else ()
        others = {*gone, *elsewhere, *(job.name for job in self.jobs)}
        if self.staying:
            known = others & self.before.keys.keys()
            self.forgotten |= known
            self.dropped.update(chain.from_iterable(map(self.before.files, known)))
        else:
            kept = self.before.without(others)
            self.done.add(kept)
            self.kept.update(kept.all_files())

    def written(self, name: str) -> bytes:
        """A file of this build, made or passed over."""
        made = self.folder / name
        return (made if made.is_file() else self.output / name).read_bytes()

    def finish(self) -> None:
        """Do all that was offered and not passed over."""
        # In the order in which they were offered, whoever did them.
        self._take(do(self.jobs, self.folder, self.workers, self.standing), [job.name for job in self.jobs])
        self.jobs.clear()
        if self.elsewhere:
            done, self.elsewhere = self.elsewhere.done(), None
            self._take(done, sorted(done.results.keys))

    def give_up(self) -> None:
        """Nothing will come of it: whoever begins anew must not find another process at work there."""
        if self.elsewhere:
            self.elsewhere.end()

    def finish_elsewhere(self) -> Done:
        """Do all that was offered, in one process, for another one to know of it."""
        return do(self.jobs, self.folder, 1, self.standing, attended if self.copied else iter)

    def _take(self, done: Done, names: Sequence[str]) -> None:
        for name in names:
            self.done.note(name, done.results.keys[name], done.results.files(name))
            self.forgotten.discard(name)
            self.dropped.difference_update(done.results.files(name))
        for name in done.kept:
            self.kept.update(done.results.files(name))
        self.looks |= done.looks
        self.made += len(done.looks)

    def look(self) -> None:
        """Look at what others wrote before: pages of Pelican's own."""
        self.looks.update(looked(str(self.folder)).files)

    def note(self) -> None:
        """Note how all that is there looks, while nobody else writes. Nobody may have since there was a `look`."""
        self.noted = noted(self.looks, clock(self.folder.parent))

    def standing(self, name: str, key: str) -> tuple[str, ...] | None:
        """The files of the last build's job, if it made them of the same and they are as it left them."""
        if self.last is None or self.before.keys.get(name) != key:
            return None
        files = self.before.files(name)
        return files if self.staying or intact(self.last, files, self.output) else None
