"""Articles of folders, zips and lines to briefs: drafted by workers, filed here one after the other.

The same comes of any number of workers. Each brief is on the disk before the next is filed, so that a run which was
ended goes on where it was: what has its brief is kept, and is not even read again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from newsbrief import intake
from newsbrief.archive import crew, sources
from newsbrief.archive.item import Item, Parcel, Step
from newsbrief.archive.sources import RawItem, Source
from newsbrief.archive.steps import parcelled
from newsbrief.desk.drafting import drafted, drafts
from newsbrief.desk.filing import Filer
from newsbrief.desk.records import Desk, Drafted, Outcome, refused
from newsbrief.images.beside import Picture
from newsbrief.model.refusal import RefusedError
from newsbrief.site.build.workers import cores

# For fewer articles no workers are called: they take longer to begin than the work does.
FEW = 64
# What is told: bytes of the input that are read, of how many, articles so far.
Tell = Callable[[int, int, int], None]


class Result(Struct, frozen=True):
    """What a worker makes of one item: its drafts, or why there are none as (line, reason) pairs."""

    drafts: tuple[Drafted, ...] = ()
    reasons: tuple[tuple[int, str], ...] = ()


class _Waiting(Struct, frozen=True):
    """An item that waits for its turn. `brief`: where it stands already, as it is."""

    item: RawItem
    pictures: Sequence[Picture]
    brief: Path | None = None


class _Feed(Struct):
    """The items of all that is given, those that are to be drafted handed out, the others only in their turn.

    `size`: bytes of all; `articles`: how many have had their turn.
    """

    sources: Sequence[Source]
    filer: Filer
    tell: Tell
    size: int
    waiting: deque[_Waiting] = field(default_factory=deque)
    begun: set[str] = field(default_factory=set)
    articles: int = 0

    def to_draft(self) -> Iterator[Step]:
        """Items that a worker has something to do with."""
        read = 0
        for source in self.sources:
            for step in source.steps():
                item = step.item
                brief = self._stands(item) if item.kind != "refused" else None
                bare = replace(item, data=b"", raw=replace(item.raw, data=b""))
                self.waiting.append(_Waiting(bare, source.pictures(item.raw.file), brief))
                if brief or item.kind == "refused":
                    self.tell(read + step.read, self.size, self.articles)
                else:
                    yield Step(item, step.after, read + step.read)
            read += source.size

    def _stands(self, item: RawItem) -> Path | None:
        # What comes twice in one run is decided when it is its turn.
        first = item.raw.recorded not in self.begun
        self.begun.add(item.raw.recorded)
        try:
            return self.filer.unchanged(item.raw) if first else None
        except (RefusedError, OSError):
            return None

    def settled(self) -> Iterator[Outcome]:
        """The outcomes of what comes before the next draft."""
        while self.waiting and (self.waiting[0].brief or self.waiting[0].item.kind == "refused"):
            yield from self._turn(Result())

    def filed(self, result: Result) -> Iterator[Outcome]:
        """The outcomes of the next draft."""
        yield from self.settled()
        yield from self._turn(result)

    def _turn(self, result: Result) -> Iterator[Outcome]:
        one = self.waiting.popleft()
        self.articles += 1
        raw = one.item.raw
        if one.item.kind == "refused":
            yield refused(raw.file, RefusedError((0, one.item.reason)))
        elif result.reasons:
            yield refused(raw.file, RefusedError(*result.reasons))
        elif one.brief:
            yield self.filer.keep(raw, one.brief, one.pictures)
        else:
            yield from self.filer.file(raw, result.drafts, one.pictures)


def ingested(given: Sequence[Path], desk: Desk, jobs: int, tell: Tell) -> Iterator[Outcome]:
    """Bring the briefs of everything given up to date, in order: files, folders, zips and lines of JSON.

    `jobs`: how many processes; 0 for as many as are worth it. What cannot be read costs only itself.
    """
    with ExitStack() as stack:
        found = [sources.opened(one, desk.content, stack) for one in given]
        feed = _Feed(found, Filer.of(desk), tell, sum(source.size for source in found))
        steps = feed.to_draft()
        first = list(islice(steps, FEW))
        work = partial(result_of, desk=desk)
        if jobs or len(first) == FEW:
            made = crew.spread(parcelled(chain(first, steps)), crew.Crew(jobs or cores(), work, _lost))
            stack.callback(made.close)  # type: ignore[attr-defined]  # a generator, which ends its workers
        else:
            made = _here(first, work)
        for parcel, results in made:
            for result in results:
                yield from feed.filed(result)
            tell(parcel.read, feed.size, feed.articles)
        yield from feed.settled()


def _here(steps: Iterable[Step], work: Callable[[Item], Result]) -> Iterator[tuple[Parcel, list[Result]]]:
    """In this process, one by one."""
    for step in steps:
        yield Parcel((step.item,), step.after, step.read), [work(step.item)]


def result_of(item: Item, desk: Desk) -> Result:
    """What comes of one item; nothing that a stranger wrote may end a run."""
    try:
        if not isinstance(item, RawItem):
            raise TypeError("an item without its raw file")
        if item.kind == "line":
            return Result(tuple(drafted(intake.of_line(item.data, desk.lang), item.raw, desk)))
        return Result(drafts(item.raw, desk))
    except RefusedError as error:
        return Result(reasons=error.reasons)
    except MemoryError:
        return Result(reasons=((0, "takes more memory than an article may"),))
    except Exception as error:  # of any kind
        return Result(reasons=((0, f"could not be read ({type(error).__name__}: {error})"),))


def _lost(item: Item, reason: str) -> Result:
    return Result(reasons=((0, reason),))
