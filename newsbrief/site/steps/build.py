"""One build of a site: the only way in which pages are made, whatever changed since the last build."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content import published as published_file
from newsbrief.model.refusal import Refusal
from newsbrief.site import settings as own_settings
from newsbrief.site.build import output
from newsbrief.site.build.output import Place
from newsbrief.site.build.plan import Page
from newsbrief.site.build.sources import Sources, scan
from newsbrief.site.build.store import Memo, Store, StoredPage, open_store
from newsbrief.site.index import published, unexplained
from newsbrief.site.index.digests import view_digests
from newsbrief.site.index.due import next_change
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.published import Published
from newsbrief.site.render.frame import frame_of
from newsbrief.site.render.pages import Renderer
from newsbrief.site.render.site import OwnPage, Site
from newsbrief.site.render.templates import TemplateDigests
from newsbrief.site.steps.commit import Known, Made, commit, finish, staged_by_others
from newsbrief.site.steps.inputs import below, options_of, read_options_of, roots, site_of
from newsbrief.site.steps.make import Maker, Written
from newsbrief.site.steps.page_keys import page_keys
from newsbrief.site.steps.plan import plan, relate
from newsbrief.site.steps.read import StoredEntries, read_briefs
from newsbrief.site.steps.render import FEW, render
from newsbrief.site.steps.trace import step
from newsbrief.site.steps.unchanged import environment_version
from newsbrief.site.views.resolve import Views

# The page that stands for files which Pelican and other plugins wrote into the stage.
OTHERS = "(other files)"


class Request(Struct, frozen=True):
    """What a build is asked for. `settings` are Pelican's, with ours among them; `env` renders templates.

    `arguments` digests the command line and the environment: the next build sees whether it is asked for the same.
    `own_pages` are those that people wrote; `refusals` are what of them was left out. `everything` says why every page
    is rendered, "" if only changed pages are. `first` are the addresses of pages to bring into place before others.
    `say` prints a line for people.
    """

    settings: Mapping[str, Any]
    env: Environment
    arguments: str
    own_pages: Mapping[str, OwnPage]
    refusals: tuple[Refusal, ...]
    say: Callable[[str], None]
    everything: str = ""
    first: frozenset[str] = frozenset()


class Opened(Struct, frozen=True):
    """The folders, the lock and the store of a build."""

    place: Place
    lock: IO[str]
    store: Store


class Planned(Struct, frozen=True):
    """A build whose pages are planned. `sources` are the files it is made of, now and as the store has them."""

    opened: Opened
    request: Request
    sources: tuple[Sources, Sources]
    memo: Memo
    index: Index
    site: Site
    views: Views
    pages: list[Page]
    refusals: tuple[Refusal, ...]
    due: float | None


class Staged(Struct, frozen=True):
    """A build whose changed pages are in the stage.

    `made` are those pages, and `before` the last build's, by address; `gone` are the addresses without a page now.
    """

    planned: Planned
    made: Mapping[str, StoredPage]
    gone: frozenset[str]
    before: Mapping[str, StoredPage]


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
    return Opened(place, lock, store)


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
    templates = TemplateDigests(request.env)
    options, unread = options_of(settings, templates)
    with step("facts") as count:
        read = read_briefs(store, read_options_of(settings, options), files)
        count.number = read.changed
    entries, memo = StoredEntries(store), Memo(store)
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
        memo=memo,
        index=index,
        site=site,
        views=Views(index, entries.head, entries.whole, entries.record),
        pages=pages,
        refusals=(*read.refusals, *unread, *lost, *request.refusals, *left_out),
        due=next_change(read.facts, options),
    )


class UnexplainedError(Exception):
    """Readers had something otherwise, and nothing says why. The last site stays."""

    exitcode = 1


def check_record(planned: Planned) -> None:
    """Compare a build for readers with what readers have. Raises UnexplainedError for changes without a note."""
    request, index, store = planned.request, planned.index, planned.opened.store
    if not index.options.publish:
        return
    content = planned.site.content
    branch = str(own_settings.value(request.settings, "NEWSBRIEF_PUBLISHED_BRANCH"))
    before = published_file.last(content.parent, branch, planned.opened.place.room)

    def now(path: str) -> Published | None:
        text = store.brief_record(path)
        return published_file.read_fragment(text) if text else None

    whole = StoredEntries(store).whole
    changes = published.unexplained_since(before, index.briefs, now, whole, index.options)
    message = unexplained.error_message(changes, planned.refusals, content.name)
    if message:
        raise UnexplainedError(message)
    for one in unexplained.without_reason(index, content.name):
        request.say(str(one))


def complete(planned: Planned) -> Outcome:
    """Render the pages whose keys changed, and bring them into place. Raises UnexplainedError."""
    return bring_into_place(render_pages(planned))


def render_pages(planned: Planned, context: Mapping[str, Any] | None = None, written: Written | None = None) -> Staged:
    """Write the pages whose keys changed into the stage. Raises UnexplainedError.

    `context` has what Pelican gives templates, where it read the articles; `written` is called after each page then.
    """
    check_record(planned)
    opened, request, site = planned.opened, planned.request, planned.site
    with step("keys") as count:
        frame = frame_of(site, planned.pages)
        templates = TemplateDigests(request.env, planned.memo)
        keys = page_keys(planned.pages, view_digests(planned.index), request.settings, templates, frame)
        before = opened.store.pages()
        todo = [page for page in planned.pages if _is_stale(page, keys, before, planned)]
        count.number = len(todo)
    maker = Maker(planned.views, site, Renderer(request.env, frame, site, context), context or {}, written)
    with step("render") as count:
        # Other plugins expect to run in this process.
        files = render(todo, maker.files, opened.place, len(todo) if request.everything else FEW)
        count.number = len(files)
    # What other plugins did to a page is not in its key.
    made = {url: StoredPage(b"" if request.everything else keys[url], of_it) for url, of_it in files.items()}
    return Staged(planned, made, frozenset(before.keys() - keys.keys()), before)


def bring_into_place(staged: Staged) -> Outcome:
    """Commit a build: its pages, and what Pelican and other plugins wrote into the stage."""
    planned, made, gone, before = staged.planned, staged.made, staged.gone, staged.before
    opened, request = planned.opened, planned.request
    others = staged_by_others(opened.place, (file for page in made.values() for file in page.files))
    if others:
        made = {**made, OTHERS: StoredPage(b"", others)}
        gone -= {OTHERS}
    with step("commit") as count:
        # Without a last build, nobody knows which old files of the output folder are pages of ours.
        clear = bool(request.settings.get("DELETE_OUTPUT_DIRECTORY")) or not before
        count.number = commit(
            opened.store,
            opened.place,
            Made(made, gone, before, clear),
            Known(_meta(planned), *planned.sources, planned.memo),
            request.say,
        )
    if planned.index.options.publish:
        shutil.copyfile(opened.place.output / published_file.FILE, opened.place.room / published_file.FILE)
    close(opened)
    return Outcome(len(planned.pages), len(staged.made), planned.refusals)


def commit_staged(opened: Opened, clear: bool, say: Callable[[str], None]) -> None:
    """Bring into place what others wrote into the stage, as the whole site."""
    store, before = opened.store, opened.store.pages()
    made = {OTHERS: StoredPage(b"", staged_by_others(opened.place, ()))}
    gone = frozenset(before.keys() - made.keys())
    known = Known({"everything": "Pelican writes the site"}, {}, store.sources(), Memo(store))
    commit(store, opened.place, Made(made, gone, before, clear), known, say)
    close(opened)


def _is_stale(page: Page, keys: Mapping[str, bytes], before: Mapping[str, StoredPage], planned: Planned) -> bool:
    known = before.get(page.url)
    if planned.request.everything or known is None or known.key != keys[page.url]:
        return True
    return not output.is_intact(planned.opened.place.output, known.files)


def _meta(planned: Planned) -> dict[str, str]:
    """What the next build has to know to see whether there is anything to do."""
    due = planned.due
    return {
        "arguments": planned.request.arguments,
        "due": "" if due is None else repr(due),
        "built": repr(planned.site.options.now.timestamp()),
        "refusals": "\n".join(map(str, planned.refusals)),
        "everything": planned.request.everything,
        "version": environment_version(),
        "readers": _readers(planned),
        "roots": "\n".join(roots(planned.request.settings)),
    }


def _readers(planned: Planned) -> str:
    """Return what tells whether readers have another site since; "" for a preview."""
    if not planned.index.options.publish:
        return ""
    branch = str(own_settings.value(planned.request.settings, "NEWSBRIEF_PUBLISHED_BRANCH"))
    return published_file.state(planned.site.content.parent, branch)
