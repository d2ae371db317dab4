"""The search's index among the jobs: a segment that is as it was is not made again, nor is anything while all is.

What is shown of a segment and the words by which it is found are two jobs. Where only the bodies of some briefs
changed, what is shown stands, and the words are amended where they lie: no other brief is looked at. After a late
change the parts that it reaches are made anew, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from newsbrief.build.jobs import Files
from newsbrief.export.search import about_file, amended_files, cut, index, part, row_files, sheet_files, word_files
from newsbrief.export.search.amending import Change
from newsbrief.export.search.results import result
from newsbrief.export.search.segments import Segment, named, words_sum
from newsbrief.model.search import Findable
from newsbrief.publish.keys import key
from newsbrief.publish.press import Press
from newsbrief.publish.printing import Printing
from newsbrief.publish.searched import Known, Part, Searched, Segments, Sought, by_brief, key_of
from newsbrief.publish.words import Words

Told = TypeVar("Told")
FOLDER = "search/"
JOB = "search index"


def offer_segments(printing: Printing, items: Sequence[Findable], words: Words, last: Segments) -> Searched:
    """Offer each segment, unless the whole index is as it was. `last`: the segments of the last build, if known."""
    found = {url: key_of(of_it) for url, of_it in by_brief(items).items()}
    if last and printing.keep_group(JOB, _key(found)):
        return Searched(found, last, kept=True)
    return Searched(found, tuple(_offered(printing, one) for one in cut(items, words.date)))


def _offered(printing: Printing, segment: Segment) -> Known:
    printing.offer(job_of(segment.name), segment.name, partial(_files, word_files, segment))
    for sheet in segment.sheets:
        printing.offer(job_of(sheet.name), sheet.name, partial(_files, sheet_files, sheet))
    if not segment.sheets:
        printing.offer(job_of(segment.rows), segment.rows, partial(_files, row_files, segment))
    return segment.name, segment.rows, segment.briefs, segment.sums


def index_of(printing: Printing, searched: Searched) -> Callable[[], None]:
    """What offers the list of all segments, which each of them told something for: they have to be done before.

    Its key is found out at once: all that it looks at, copies of this process share with it until they are made.
    """
    names = [name for name, *_ in searched.segments]
    return partial(printing.offer, JOB, _key(searched.found), partial(_index, printing, names))


def search_again(press: Press) -> tuple[Searched, set[str]]:
    """Offer what the changed briefs ask for of a search that is known; also the jobs that there are no more."""
    return _with_other_parts(press, press.sought) if press.sought else _with_other_words(press)


def _with_other_parts(press: Press, sought: Sought) -> tuple[Searched, set[str]]:
    """After a late change: the parts that it reaches, from the plates of their briefs."""
    last = press.outline
    if list(sought.found.items()) == list(last.found.items()):
        return Searched(last.found, last.segments, kept=True), set()
    segments = tuple(one.stands or _offered(press.printing, _segment(press, sought, one)) for one in sought.parts)
    return Searched(sought.found, segments), {*_jobs(last.segments) - _jobs(segments), JOB}


def _segment(press: Press, sought: Sought, of: Part) -> Segment:
    items = (one for path in of.briefs for one in press.kept_plates[path].found)
    return part(items if of.briefs else sought.undated, press.words.date)


def _jobs(segments: Segments) -> set[str]:
    return {job_of(name) for words, shown, *_ in segments for name in (words, *shown.split())}


def _with_other_words(press: Press) -> tuple[Searched, set[str]]:
    """After other bodies: the words of the parts that have the briefs printed again."""
    last, gone = press.outline, set[str]()
    made = {last.briefs[path]: key_of(press.kept_plates[path].found) for path in press.offered}
    changed = {url: found for url, found in made.items() if url in last.found and last.found[url] != found}
    if not changed:
        return Searched(last.found, last.segments, kept=True), gone
    paths = {url: path for path in press.offered if (url := last.briefs[path]) in changed}
    segments = []
    for known in last.segments:
        amended = _offer_amended(press, known, paths) if not paths.keys().isdisjoint(known[2]) else known
        segments.append(amended)
        if amended != known:
            gone.add(job_of(known[0]))
    return Searched({**last.found, **changed}, tuple(segments)), {*gone, JOB}


def _offer_amended(press: Press, known: Known, paths: Mapping[str, str]) -> Known:
    """Offer the words of a segment in which some briefs have others; `paths`: of these, by their addresses."""
    name, rows, urls, sums = known
    places = {url: number for number, url in enumerate(urls) if url in paths}
    now = {url: [result(one, press.words.date) for one in press.kept_plates[paths[url]].found] for url in places}
    new_sums = tuple(words_sum(now[url]) if url in now else one for url, one in zip(urls, sums, strict=True))
    new_name = named(rows, new_sums)
    if new_name != name:
        # A brief comes first among what is found of it, and briefs come first in a segment; only their bodies changed.
        before = {url: result(press.found_before[paths[url]][0], press.words.date) for url in now}
        changes = [Change(places[url], before[url], now[url][0]) for url in now]
        amend = partial(_amended, press, name, new_name, changes)
        press.printing.offer(job_of(new_name), new_name, lambda: amend() or _from_plates(press, urls))
    return (new_name, rows, urls, new_sums)


def _amended(press: Press, old: str, name: str, changes: Sequence[Change]) -> Files | None:
    def read(file: str) -> str:
        return (press.printing.output / FOLDER / file).read_text("utf-8")

    try:
        return [(FOLDER + file, text) for file, text in amended_files(old, name, changes, read)]
    except Exception:  # whatever somebody did to the files, all can be made anew
        return None


def _from_plates(press: Press, urls: Iterable[str]) -> Files:
    paths = {url: path for path, url in press.outline.briefs.items()}
    items = (one for url in urls for one in press.kept_plates[paths[url]].found)
    return _files(word_files, part(items, press.words.date))


def job_of(name: str) -> str:
    """The job that makes a segment's words, or what is shown of it or of some in it."""
    return f"{JOB} {name}"


def _key(found: Mapping[str, str]) -> str:
    return key("\n".join(chain.from_iterable(found.items())))


def _files(make: Callable[[Told], Iterator[tuple[str, str]]], told: Told) -> Files:
    return ((FOLDER + name, text) for name, text in make(told))


def _index(printing: Printing, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    abouts = (printing.written(FOLDER + about_file(name)).decode("utf-8") for name in names)
    yield f"{FOLDER}index.json", index(abouts)
