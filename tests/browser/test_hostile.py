"""The site full of hostile strings in a real browser: nothing runs, nothing is asked of anybody, no link is a script.

Done without the Content-Security-Policy, so that it is the words and not the policy that are proved; and once with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import hostile
from tests.browser.conftest import served
from tests.effort import AUDIT, sample
from tests.hostile.attack import Attack

# In each page, by the browser's own parser: what it would run, load or send, and where it leads.
LOOK = """sources => sources.flatMap(([name, source]) => {
  // The sizes of a brief's photo, as our template writes them.
  const sizes = value => value.split(",").every(
    one => /^(\\.\\.\\/)*photos\\/[^\\s:?#]+-\\d+\\.(webp|jpg) \\d+w$/.test(one.trim()));
  const page = new DOMParser().parseFromString(source, "text/html"), found = [];
  for (const element of page.querySelectorAll("*")) {
    const tag = element.localName;
    // The strip over a timeline is the one drawing that our templates write.
    const drawn = element.closest("svg[aria-hidden]") && ["svg", "rect", "text", "path"].includes(tag);
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" && !drawn)
      found.push(element.outerHTML);
    const asks = tag === "input" && element.type === "search" && name === "search/index.html";
    if (/^(iframe|object|embed|form|base|style|frame|input|template|video|audio|marquee|portal)$/.test(tag) && !asks)
      found.push(element.outerHTML);
    const ours = element.type === "application/ld+json" || /theme\\/(newsbrief|search)\\.js$/.test(element.src);
    if (tag === "script" && !ours)
      found.push(element.outerHTML);
    for (const {name, value} of element.attributes)
      if (/^on|^(style|srcdoc|ping|formaction|background)$/.test(name) || name === "srcset" && !sizes(value))
        found.push(`${tag} ${name}=${value}`);
    const address = element.getAttribute("href") ?? element.getAttribute("src");
    if (address === null) continue;
    const url = new URL(address, "https://here.example/brief/" + name);
    const own = url.origin === "https://here.example" || url.origin === "https://news.example";
    if (!own && tag !== "a" || !["http:", "https:", "mailto:"].includes(url.protocol)) found.push(`${tag} ${address}`);
  }
  return found.map(what => `${name}: ${what.slice(0, 200)}`);
})"""
AT_ONCE = 400
# Pages opened besides those that every string is on.
VISITS = 400 if AUDIT else 40


@dataclass
class Watched:
    """A page on which everything that happens is written down."""

    page: Page
    site: str
    events: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, context: BrowserContext, site: str) -> Watched:
        watched = cls(context.new_page(), site)
        page, events = watched.page, watched.events
        page.on("dialog", lambda dialog: (events.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: events.append(f"popup {popup.url}"))
        page.on("pageerror", lambda error: events.append(f"error {error}"))
        page.on("console", lambda message: watched.said(message.text))
        page.on("download", lambda download: events.append(f"download {download.url}"))
        page.on("request", lambda request: watched.asked(request.url))
        # The engine itself says which scripts it reads: inline ones, handlers and javascript: addresses included.
        session = context.new_cdp_session(page)
        session.on("Debugger.scriptParsed", watched.ran)
        session.send("Debugger.enable")
        return watched

    def said(self, words: str) -> None:
        """A complaint of the browser; that a picture of the site's own is missing is none."""
        if "404" not in words:
            self.events.append(f"console {words}")

    def asked(self, url: str) -> None:
        """A request: only for the site's own files."""
        if not url.startswith(self.site):
            self.events.append(f"request {url}")

    def ran(self, script: dict[str, Any]) -> None:
        """A script: only the theme's own, and Playwright's."""
        if script["url"] and not re.fullmatch(re.escape(self.site) + r"theme/(newsbrief|search)\.js", script["url"]):
            self.events.append(f"script {script['url']} line {script['startLine']}")

    def visit(self, path: str) -> None:
        """Open one page and let everything on it have its turn: what is focused, hovered, opened, clicked."""
        self.page.goto(self.site + path)
        self.page.evaluate(
            """kinds => { for (const one of document.querySelectorAll("main *"))
              for (const kind of kinds) one.dispatchEvent(new Event(kind, {bubbles: true})); }""",
            ["pointerover", "mouseover", "focus", "toggle", "wheel", "animationend", "error", "load"],
        )


@pytest.fixture(scope="module")
def hostile_site(attacked: Attack) -> Iterator[str]:
    with served(attacked.newsroom.output) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["without policy", "with policy"])
def watched(browser: Browser, hostile_site: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    context = browser.new_context(bypass_csp=request.param)
    yield Watched.open(context, hostile_site)
    context.close()


def test_browser_finds_nothing_active_in_any_page(browser: Browser, attacked: Attack) -> None:
    """Parsed by the browser itself, no page of the whole site has a script, handler, frame, form or foreign address."""
    pages = [(name, data.decode()) for name, data in attacked.newsroom.pages().items() if name.endswith(".html")]
    page = browser.new_page()
    for start in range(0, len(pages), AT_ONCE):
        assert page.evaluate(LOOK, pages[start : start + AT_ONCE]) == []
    feed = json.loads(attacked.newsroom.page("feeds/all.json"))
    bodies = [(item["id"], item["content_html"]) for item in feed["items"] if "content_html" in item]
    assert page.evaluate(LOOK, bodies) == []
    page.close()
    assert len(bodies) > len(attacked.strings.own)


def test_nothing_happens_on_any_kind_of_page(watched: Watched, attacked: Attack) -> None:
    """No dialog, script, error, popup or download, no request to another host."""
    names = sorted(name for name in attacked.newsroom.pages() if name.endswith("index.html"))
    together = ["", "timeline/", "quotes/", "people/", "topics/", "sections/", "authors/", "archive/"]
    together += ["feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json", "timeline/events.json"]
    for path in (*together, *(name.removesuffix("index.html") for name in names[:: len(names) // VISITS])):
        watched.visit(path)
    assert watched.events == []


def test_nothing_happens_in_results_of_a_search(watched: Watched, attacked: Attack) -> None:
    """Every kind of result shows its string as words, whether found by its signature or asked for as it stands."""
    shown = 0
    for name in ("title", "summary", "person", "role", "also", "speaker", "quote", "event", "label"):
        for number in sample(sorted(attacked.put[name])):
            watched.visit(f"search/?q=zq{name}{number}z")
            expect(watched.page.locator(".nb-search [role=status]")).not_to_be_empty()
            shown += watched.page.locator(".nb-search li").count()
    for text in sample(attacked.strings.own):
        watched.visit(f"search/?q={quote(text, safe='')}")
        watched.page.locator("input").press("Enter")
        inside = watched.page.locator(".nb-search ol *").evaluate_all("all => all.map(one => one.localName)")
        assert set(inside) <= {"li", "p", "a", "span", "mark"}
    assert watched.events == []
    assert shown > 20


@pytest.mark.parametrize("way", ["tags", "handlers", "svg", "reparsed", "comments"])
def test_the_same_strings_do_harm_where_nobody_cleans_them(browser: Browser, way: str) -> None:
    """The proof can fail: written into a page as they are, strings of each way are found and make things happen."""
    raw = "".join(f"<div>{one}</div>" for one in hostile.by_way()[way])
    page = browser.new_page()
    assert page.evaluate(LOOK, [("raw.html", f"<!doctype html><main>{raw}</main>")]) != []
    page.close()
    context = browser.new_context()
    context.route("**/*", lambda route: route.abort())
    watched = Watched.open(context, "http://nobody.example/")
    watched.page.set_content(f"<!doctype html><main>{raw}</main>", wait_until="commit")
    watched.page.wait_for_function("document.readyState === 'complete'")
    context.close()
    assert [event for event in watched.events if event.startswith(("script", "dialog", "request"))] != []
