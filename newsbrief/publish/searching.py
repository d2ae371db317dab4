"""The search's index among the jobs: a segment that is as it was is not made again, nor is anything while all is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from newsbrief.build.jobs import Files
from newsbrief.export.search import about_file, cut, index, part, segment_files
from newsbrief.export.search.segments import Segment
from newsbrief.model.search import Findable
from newsbrief.publish.keys import key
from newsbrief.publish.press import Press
from newsbrief.publish.printing import Printing
from newsbrief.publish.words import Words

FOLDER = "search/"
JOB = "search index"
# The name of each segment, and the addresses of its briefs.
Segments = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """`found`: a key of what is found of each brief, by its address, and all else under "". `kept`: all stands."""

    found: Mapping[str, str]
    segments: Segments
    kept: bool = False


def by_brief(items: Iterable[Findable]) -> Mapping[str, tuple[Findable, ...]]:
    """What is found of each brief, by its address; people and things are under ""."""
    groups: dict[str, list[Findable]] = {}
    url = ""
    for item in items:
        url = item.url if item.kind == "brief" else "" if not item.day else url
        groups.setdefault(url, []).append(item)
    return {url: tuple(of_it) for url, of_it in groups.items()}


def offer_segments(printing: Printing, items: Sequence[Findable], words: Words, last: Segments) -> Searched:
    """Offer each segment, unless the whole index is as it was. `last`: the segments of the last build, if known."""
    found = {url: key(of_it) for url, of_it in by_brief(items).items()}
    if last and printing.keep_group(JOB, _key(found)):
        return Searched(found, last, kept=True)
    segments = cut(items, words.date)
    for segment in segments:
        _offer(printing, segment)
    return Searched(found, tuple((segment.name, segment.briefs) for segment in segments))


def offer_segment(printing: Printing, items: Iterable[Findable], words: Words) -> Segment:
    """Offer one segment, of the briefs that it is known to have."""
    segment = part(items, words.date)
    _offer(printing, segment)
    return segment


def offer_index(printing: Printing, searched: Searched) -> None:
    """Offer the list of all segments, which each of them told something for: they have to be done."""
    if not searched.kept:
        names = [name for name, _ in searched.segments]
        printing.offer(JOB, _key(searched.found), partial(_index, printing, names))


def search_again(press: Press) -> tuple[Searched, set[str]]:
    """Offer the segments of the briefs that are printed again; also the jobs of those that there are no more."""
    last, gone = press.outline, set[str]()
    made = {last.briefs[path]: key(press.kept_plates[path].found) for path in press.offered}
    changed = {url: found for url, found in made.items() if url in last.found and last.found[url] != found}
    if not changed:
        return Searched(last.found, last.segments, kept=True), gone
    paths = {url: path for path, url in last.briefs.items()}
    segments = []
    for name, urls in last.segments:
        if changed.keys().isdisjoint(urls):
            segments.append((name, urls))
            continue
        items = (one for url in urls for one in press.kept_plates[paths[url]].found)
        segment = offer_segment(press.printing, items, press.words)
        segments.append((segment.name, segment.briefs))
        gone.add(job_of(name))
    return Searched({**last.found, **changed}, tuple(segments)), {*gone, JOB}


def job_of(name: str) -> str:
    """The job that makes a segment."""
    return f"{JOB} {name}"


def _key(found: Mapping[str, str]) -> str:
    return key(list(found.items()))


def _offer(printing: Printing, segment: Segment) -> None:
    printing.offer(job_of(segment.name), segment.name, partial(_files, segment))


def _files(segment: Segment) -> Files:
    return ((FOLDER + name, text) for name, text in segment_files(segment))


def _index(printing: Printing, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    abouts = (printing.written(FOLDER + about_file(name)).decode("utf-8") for name in names)
    yield f"{FOLDER}index.json", index(abouts)
