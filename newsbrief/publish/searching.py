"""The search's index among the jobs: a segment that is as it was is not made again, nor is anything while all is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from newsbrief.build.jobs import Files
from newsbrief.export.search import about_file, cut, index, segment_files
from newsbrief.export.search.segments import Segment
from newsbrief.publish.keys import key
from newsbrief.publish.press import Press
from newsbrief.publish.printing import Printing

FOLDER = "search/"
JOB = "search index"


def offer_segments(press: Press) -> Sequence[Segment] | None:
    """Offer each segment; None if the whole index is as it was."""
    if press.printing.keep_group(JOB, key(press.site.findable)):
        return None
    segments = cut(press.site.findable, press.words.date)
    for segment in segments:
        press.printing.offer(f"{JOB} {segment.name}", segment.name, partial(_files, segment))
    return segments


def offer_index(press: Press, segments: Sequence[Segment]) -> None:
    """Offer the list of all segments, which each of them told something for: they have to be done."""
    press.printing.offer(JOB, key(press.site.findable), partial(_index, press.printing, segments))


def _files(segment: Segment) -> Files:
    return ((FOLDER + name, text) for name, text in segment_files(segment))


def _index(printing: Printing, segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    abouts = (printing.written(FOLDER + about_file(segment)).decode("utf-8") for segment in segments)
    yield f"{FOLDER}index.json", index(abouts)
