"""One build of a site: the only way in which pages are made, whatever changed since the last build."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

import newsbrief
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.content.library import people_rules, story_files
from newsbrief.model.refusal import Refusal
from newsbrief.site import settings as own_settings
from newsbrief.site.build import output
from newsbrief.site.build.code_version import code_version
from newsbrief.site.build.keys import page_key
from newsbrief.site.build.output import Place
from newsbrief.site.build.plan import Page
from newsbrief.site.build.settings_digest import settings_digest
from newsbrief.site.build.sources import Sources, scan
from newsbrief.site.build.store import Memo, Store, StoredPage, open_store
from newsbrief.site.index.due import next_change
from newsbrief.site.index.gathering import Index
from newsbrief.site.options import BuildOptions
from newsbrief.site.pages import kinds
from newsbrief.site.render.frame import Frame, frame_of
from newsbrief.site.render.pages import Renderer
from newsbrief.site.render.site import OwnPage, Site
from newsbrief.site.render.templates import TemplateDigests
from newsbrief.site.render.translations import translations
from newsbrief.site.steps.commit import Known, Made, commit, finish, staged_by_others
from newsbrief.site.steps.make import Maker
from newsbrief.site.steps.plan import plan, relate
from newsbrief.site.steps.read import ReadOptions, StoredEntries, read_briefs
from newsbrief.site.steps.render import render
from newsbrief.site.steps.trace import step
from newsbrief.site.steps.unchanged import environment_version
from newsbrief.site.views.resolve import Views

PACKAGE = str(Path(newsbrief.__file__).parent)
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
    options = _options(settings, content, request)
    with step("facts") as count:
        read = read_briefs(store, _read_options(settings, content, options), files)
        count.number = read.changed
    entries, memo = StoredEntries(store), Memo(store)
    with step("index") as count:
        index, lost = relate(read.facts, options, lambda path: entries.head(path).brief, memo, content.name)
        count.number = len(index.by_path)
    site = _site(request, options, files, memo, read.unread)
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
        refusals=(*read.refusals, *lost, *request.refusals, *left_out),
        due=next_change(read.facts, options),
    )


def complete(planned: Planned) -> Outcome:
    """Render the pages whose keys changed, and bring them into place."""
    opened, request = planned.opened, planned.request
    with step("keys") as count:
        frame = frame_of(planned.site, planned.pages)
        keys = _keys(planned, frame)
        before = opened.store.pages()
        todo = [page for page in planned.pages if _is_stale(page, keys, before, planned)]
        gone = before.keys() - keys.keys()
        count.number = len(todo)
    maker = Maker(planned.views, planned.site, Renderer(request.env, frame, planned.site))
    with step("render") as count:
        files = render(todo, maker.files, str(opened.place.stage))
        count.number = len(files)
    made = {url: StoredPage(keys[url], of_it) for url, of_it in files.items()}
    others = staged_by_others(opened.place, (file for of_it in files.values() for file in of_it))
    if others:
        made[OTHERS] = StoredPage(b"", others)
        gone -= {OTHERS}
    with step("commit") as count:
        clear = bool(request.settings.get("DELETE_OUTPUT_DIRECTORY"))
        count.number = commit(
            opened.store,
            opened.place,
            Made(made, frozenset(gone), before, clear),
            Known(_meta(planned), *planned.sources, planned.memo),
            request.say,
        )
    opened.store.close()
    opened.lock.close()
    gc.enable()
    return Outcome(len(planned.pages), len(todo), planned.refusals)


def commit_staged(opened: Opened, clear: bool, say: Callable[[str], None]) -> None:
    """Bring into place what others wrote into the stage, as the whole site."""
    store, before = opened.store, opened.store.pages()
    made = {OTHERS: StoredPage(b"", staged_by_others(opened.place, ()))}
    gone = frozenset(before.keys() - made.keys())
    known = Known({"everything": "Pelican writes the site"}, {}, store.sources(), Memo(store))
    commit(store, opened.place, Made(made, gone, before, clear), known, say)
    store.close()
    opened.lock.close()


def _is_stale(page: Page, keys: Mapping[str, bytes], before: Mapping[str, StoredPage], planned: Planned) -> bool:
    known = before.get(page.url)
    if planned.request.everything or known is None or known.key != keys[page.url]:
        return True
    return not output.is_intact(planned.opened.place.output, known.files)


def _keys(planned: Planned, frame: Frame) -> dict[str, bytes]:
    """Return the key of every page by its address."""
    settings, digests = planned.request.settings, planned.index.digests
    version = f"{code_version(PACKAGE)} {settings_digest(settings)}".encode()
    templates = TemplateDigests(planned.request.env, planned.memo)
    common = {
        name: str(kind.VERSION).encode() if hasattr(kind, "VERSION") else version for name, kind in kinds().items()
    }
    bases: dict[str, bytes] = {}
    keys: dict[str, bytes] = {}
    for page in planned.pages:
        kind: Any = kinds()[page.kind]
        if hasattr(kind, "files"):
            base = common[page.kind]
        else:
            template = kind.template(page)
            base = bases.get(template) or bases.setdefault(
                template, b" ".join((version, templates.digest(f"{template}.html"), frame.digest))
            )
            feeds = frame.feeds_by_page.get(page.url)
            base = base + repr(feeds).encode() if feeds and page.url else base
        keys[page.url] = page_key(page, base, digests)
    return keys


def roots(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the folders and files that a site is made of: content, theme, overrides, translations, card font."""
    font = str(own_settings.value(settings, "NEWSBRIEF_CARD_FONT") or "")
    folders = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"])
    every = (*folders, *own_settings.translation_folders(settings), font)
    return tuple(dict.fromkeys(str(one) for one in every if str(one)))


def below(content: Path, sources: Sources) -> dict[str, str]:
    """Return the digests of the files below the content folder by their paths there."""
    above = f"{content}/"
    return {path[len(above) :]: one.digest for path, one in sources.items() if path.startswith(above)}


def _options(settings: Mapping[str, Any], content: Path, request: Request) -> BuildOptions:
    rules, wrong = people_rules(content)
    if wrong:
        # Without its rules the site would show names that it has to protect.
        raise own_settings.SettingsError("\n".join(map(str, wrong)))
    found = own_settings.options(settings, rules, story_files(content)[0])
    return replace(found, parts=_parts(request, publish=found.publish))


def _parts(request: Request, *, publish: bool) -> frozenset[str]:
    """Return the parts of the site that the theme has templates for."""
    has = TemplateDigests(request.env).has
    wanted = {
        "timelines": has("timeline.html"),
        "quotes": has("quotes.html") or has("quote.html"),
        "stories": has("story.html") or has("stories.html"),
        "related": has("article.html") or (has("stories.html") and not publish),
        "search": has("search.html"),
    }
    return frozenset(part for part, is_wanted in wanted.items() if is_wanted)


def _read_options(settings: Mapping[str, Any], content: Path, options: BuildOptions) -> ReadOptions:
    folders = own_settings.brief_folders(settings)
    static = tuple(
        sorted({f"{path.strip('/').partition('/')[0]}/" for path in settings["STATIC_PATHS"] if path.strip("/")})
    )
    values = (str(options.zone), options.brief_url, folders, static, code_version(PACKAGE))
    version = blake2b(repr(values).encode(), digest_size=8).hexdigest()
    return ReadOptions(content, folders, RAW_FOLDER, options.zone, options.brief_url, static, version)


def _site(
    request: Request, options: BuildOptions, files: Mapping[str, str], memo: Memo, unread: tuple[str, ...]
) -> Site:
    settings = request.settings
    has = TemplateDigests(request.env).has
    return Site(
        options=options,
        name=str(settings["SITENAME"]),
        tagline=str(settings.get("SITESUBTITLE") or ""),
        lang=str(settings.get("DEFAULT_LANG") or "en"),
        links=own_settings.links(settings),
        words=translations(settings),
        has=lambda name: has(f"{name}.html"),
        settings=settings,
        files=files,
        own_pages=request.own_pages,
        memo=memo,
        unread=unread,
    )


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
        "roots": "\n".join(roots(planned.request.settings)),
    }
