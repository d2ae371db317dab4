"""One build of a site: the only way in which pages are made, whatever changed since the last build."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content import published as published_file
from newsbrief.model.refusal import Refusal
from newsbrief.site.build import output
from newsbrief.site.build.output import Place
from newsbrief.site.build.plan import Page
from newsbrief.site.build.sources import Sources, scan
from newsbrief.site.build.store import MadePage, Memo, Store, open_store
from newsbrief.site.index.digests import view_digests
from newsbrief.site.index.due import next_change
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages import urls_of
from newsbrief.site.render.frame import frame_of
from newsbrief.site.render.links import file_of
from newsbrief.site.render.pages import Renderer
from newsbrief.site.render.site import OwnPage, Site
from newsbrief.site.render.templates import TemplateDigests
from newsbrief.site.steps.commit import Known, Made, commit, finish, staged_by_others
from newsbrief.site.steps.inputs import below, options_of, read_options_of, roots, site_of
from newsbrief.site.steps.make import Maker, Written
from newsbrief.site.steps.page_keys import page_keys
from newsbrief.site.steps.plan import plan, relate
from newsbrief.site.steps.read import StoredEntries, read_briefs
from newsbrief.site.steps.record import check_record, readers_state
from newsbrief.site.steps.render import FEW, render
from newsbrief.site.steps.trace import step
from newsbrief.site.steps.unchanged import environment_version
from newsbrief.site.views.resolve import Views

# The page that stands for files which Pelican and other plugins wrote into the stage.
OTHERS = "(other files)"


class First(NamedTuple):
    """The page that somebody is waiting for: its file below the output folder, and what to call when it is there."""

    file: str
    shown: Callable[[], None]


class Request(Struct, frozen=True):
    """What a build is asked for. `settings` are Pelican's, with ours among them; `env` renders templates.

    `arguments` digests the command line and the environment: the next build sees whether it is asked for the same.
    `own_pages` are those that people wrote; `refusals` are what of them was left out. `everything` says why every page
    is rendered, "" if only changed pages are. `say` prints a line for people.
    """

    settings: Mapping[str, Any]
    env: Environment
    arguments: str
    own_pages: Mapping[str, OwnPage]
    refusals: tuple[Refusal, ...]
    say: Callable[[str], None]
    everything: str = ""
    first: First | None = None


class Opened(Struct, frozen=True):
    """The folders, the lock and the store of a build, and what the store remembers for it."""

    place: Place
    lock: IO[str]
    store: Store
    memo: Memo


class Planned(Struct, frozen=True):
    """A build whose pages are planned. `sources` are the files it is made of, now and as the store has them."""

    opened: Opened
    request: Request
    sources: tuple[Sources, Sources]
    index: Index
    site: Site
    views: Views
    pages: list[Page]
    refusals: tuple[Refusal, ...]
    due: float | None


class Staged(Struct, frozen=True):
    """A build whose changed pages are in the stage.

    `made` are those pages by address; `gone` are the addresses without a page now. `first`: there was no build before.
    """

    planned: Planned
    made: Mapping[str, MadePage]
    gone: frozenset[str]
    first: bool


class Outcome(Struct, frozen=True):
    """`rendered` pages of `planned`; `refusals` are what was left out and why."""

    planned: int
    rendered: int
    refusals: tuple[Refusal, ...]


def open_build(folder: str | Path, say: Callable[[str], None]) -> Opened:
    """Wait for other builds of the output folder, open its store and finish or clear away what a killed build left."""
    return open_place(output.place_of(folder), say)


def open_place(place: Place, say: Callable[[str], None]) -> Opened:
    """Return the same for a folder whose place is known."""
    lock = output.lock(place, say)
    store = open_store(place.room, say)
    finish(store, place)
    place.stage.mkdir(parents=True, exist_ok=True)
    return Opened(place, lock, store, Memo(store))


def close(opened: Opened) -> None:
    """Let other builds begin."""
    opened.store.close()
    opened.lock.close()
    gc.enable()


def prepare(opened: Opened, request: Request) -> Planned:
    """Scan the files, read the briefs that changed, relate all briefs and plan all pages."""
    # Nothing of a build is rubbish before its end, and the collector would look through all of it again and again.
    gc.disable()
    store, settings = opened.store, request.settings
    content = Path(settings["PATH"])
    with step("scan") as count:
        stored = store.sources()
        sources = scan(roots(settings), stored)
        files = below(content, sources)
        count.number = len(sources)
    templates = TemplateDigests(request.env, opened.memo)
    options, unread = options_of(settings, templates)
    with step("facts") as count:
        read = read_briefs(store, read_options_of(settings, options), files)
        count.number = read.changed
    entries, memo = StoredEntries(store), opened.memo
    with step("index") as count:
        index, lost = relate(read.facts, options, lambda path: entries.head(path).brief, memo, content.name)
        count.number = len(index.by_path)
    site = replace(
        site_of(settings, options, templates), files=files, own_pages=request.own_pages, memo=memo, unread=read.unread
    )
    with step("plan") as count:
        pages, left_out = plan(index, site)
        count.number = len(pages)
    return Planned(
        opened=opened,
        request=request,
        sources=(sources, stored),
        index=index,
        site=site,
        views=Views(index, entries.head, entries.whole, entries.record),
        pages=pages,
        refusals=(*read.refusals, *unread, *lost, *request.refusals, *left_out),
        due=next_change(read.facts, options),
    )


def complete(planned: Planned) -> Outcome:
    """Render the pages whose keys changed, and bring them into place. Raises UnexplainedError."""
    return bring_into_place(render_pages(planned))


def render_pages(planned: Planned, context: Mapping[str, Any] | None = None, written: Written | None = None) -> Staged:
    """Write the pages whose keys changed into the stage. Raises UnexplainedError.

    `context` has what Pelican gives templates, where it read the articles; `written` is called after each page then.
    """
    opened, request, site = planned.opened, planned.request, planned.site
    check_record(planned.index, site, opened.store, opened.place.room, planned.refusals, request.say)
    with step("keys") as count:
        frame = frame_of(site, planned.pages)
        templates = TemplateDigests(request.env, opened.memo)
        keys = page_keys(planned.pages, view_digests(planned.index), request.settings, templates, frame)
        before = opened.store.keys()
        wrong = output.damaged(opened.place.output, opened.store.files())
        todo = [
            page
            for page in planned.pages
            if request.everything or before.get(page.url) != keys[page.url] or page.url in wrong
        ]
        count.number = len(todo)
    maker = Maker(planned.views, site, Renderer(request.env, frame, site, context), context or {}, written)
    if request.first and len(todo) > FEW:
        _bring_first(request.first, todo, maker, opened.place)
    with step("render") as count:
        # Other plugins expect to run in this process.
        files = render(todo, maker.files, opened.place, len(todo) if request.everything else FEW)
        count.number = len(files)
    # What other plugins did to a page is not in its key.
    made = {url: MadePage(b"" if request.everything else keys[url], of_it) for url, of_it in files.items()}
    return Staged(planned, made, frozenset(before.keys() - keys.keys()), not before)


def _bring_first(first: First, todo: Iterable[Page], maker: Maker, place: Place) -> None:
    """Bring the page that somebody is waiting for into place before all others. It is recorded with them."""
    page = next((one for one in todo if any(file_of(url) == first.file for url in urls_of(one))), None)
    if page:
        files = render([page], maker.files, place)[page.url]
        output.move(place, [(file.path, False) for file in files])
        first.shown()


def bring_into_place(staged: Staged) -> Outcome:
    """Commit a build: its pages, and what Pelican and other plugins wrote into the stage."""
    planned, made, gone = staged.planned, staged.made, staged.gone
    opened, request = planned.opened, planned.request
    others = staged_by_others(opened.place, (file for page in made.values() for file in page.files))
    if others:
        made = {**made, OTHERS: MadePage(b"", others)}
        gone -= {OTHERS}
    with step("commit") as count:
        # Without a last build, nobody knows which old files of the output folder are pages of ours.
        clear = bool(request.settings.get("DELETE_OUTPUT_DIRECTORY")) or staged.first
        count.number = commit(
            opened.store,
            opened.place,
            Made(made, gone, staged.first, clear),
            Known(_meta(planned), *planned.sources, opened.memo),
            request.say,
        )
    if planned.index.options.publish:
        shutil.copyfile(opened.place.output / published_file.FILE, opened.place.room / published_file.FILE)
    close(opened)
    return Outcome(len(planned.pages), len(staged.made), planned.refusals)


def commit_staged(opened: Opened, clear: bool, say: Callable[[str], None]) -> None:
    """Bring into place what others wrote into the stage, as the whole site."""
    store, before = opened.store, opened.store.keys()
    made = {OTHERS: MadePage(b"", staged_by_others(opened.place, ()))}
    gone = frozenset(before.keys() - made.keys())
    known = Known({"everything": "Pelican writes the site"}, {}, store.sources(), opened.memo)
    commit(store, opened.place, Made(made, gone, not before, clear), known, say)
    close(opened)


def _meta(planned: Planned) -> dict[str, str]:
    """What the next build has to know to see whether there is anything to do."""
    due = planned.due
    return {
        "arguments": planned.request.arguments,
        "due": "" if due is None else repr(due),
        "built": repr(planned.site.options.now.timestamp()),
        "refusals": "\n".join(map(str, planned.refusals)),
        "everything": planned.request.everything,
        "clear": "1" if planned.request.settings.get("DELETE_OUTPUT_DIRECTORY") else "",
        "version": environment_version(),
        "readers": readers_state(planned.index, planned.site),
        "roots": "\n".join(roots(planned.request.settings)),
    }
