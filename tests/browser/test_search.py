"""Searching as readers do: real key presses in a real browser, the index served as any static host serves it."""

from __future__ import annotations

import re
import shutil
import statistics
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bench.briefs import write
from newsbrief.site.search.words import Terms, terms
from tests.browser.conftest import follow, served
from tests.effort import AUDIT
from tests.newsroom import Newsroom

# At so many briefs an answer stands on the page within so many milliseconds of the key that asked for it. Outside of an
# audit the machine may be busy with other tests, and there are fewer briefs.
BRIEFS, SOON = (500, 100) if AUDIT else (60, 1000)
# Milliseconds between two keys: a swift typist's.
TYPING = 90
# All that was loaded when the first results stand there, page, style and scripts included, as it lies on the disk.
MOST_BYTES = 150_000
KOREAN = """---
title: 항구 시장, 여객선을 지키다
date: 2029-05-20
status: published
lang: ko
people:
- {name: 윤미라, role: 항만 시장}
quotes:
- {id: q1, speaker: 윤미라, text: 여객선은 봄까지 다닌다}
---
“여객선은 봄까지 다닌다.” 항만 시장 윤미라는 말했다. 東京都からの船も来る。 Die Fähre fährt über die Förde.
"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """The project's content, the briefs of the other browser tests, one in Korean, and other spellings."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("search") / "site", project)
    shutil.copytree(project / "content", newsroom.content, dirs_exist_ok=True)
    for file in sorted((Path(__file__).parent / "briefs").glob("*.md")):
        shutil.copy(file, newsroom.content / "briefs")
    newsroom.brief("2029-05-20-korean.md", KOREAN)
    rules = "Yoon Suk Yeol: {also: [Yun Seok-yeol, 윤석열]}\nAnsel Quay: {page: no}\n"
    (newsroom.content / "people.yaml").write_text(rules, "utf-8")
    approved = newsroom.content / "briefs" / "2023-09-21-south-korean-leader-warns-russia.md"
    approved.write_text(approved.read_text("utf-8").replace("status: review", "status: published"), "utf-8")
    assert newsroom.build().returncode == 0
    return newsroom


@pytest.fixture(scope="module")
def address(newsroom: Newsroom) -> Iterator[str]:
    """The site, served under a prefix."""
    with served(newsroom.output) as where:
        yield where


def ask(page: Page, words: str) -> None:
    """Type the words, sign by sign, and wait for what comes of the last."""
    page.locator("input").press_sequentially(words)
    expect(page.get_by_role("status").first).not_to_be_empty()
    page.wait_for_load_state("networkidle")


def links(page: Page) -> list[str]:
    """Where the results lead, as paths below the site's root."""
    return [
        re.sub(r"^.*?/brief/", "", url)
        for url in page.locator(".nb-search li a").evaluate_all("a => a.map(a => a.href)")
    ]


@pytest.mark.parametrize(
    ("words", "near"), [("paradoxcal", "paradoxical"), ("yoon paradoxcal", "yoon paradoxical"), ("ferry nonesuch", "")]
)
def test_a_wrong_letter_is_told(page: Page, address: str, words: str, near: str) -> None:
    """Where nothing is found, the page leads to the same search with the nearest known word, or says what may help."""
    page.goto(f"{address}search/")
    ask(page, words)
    status = page.get_by_role("status").first
    if near:
        expect(status.locator("a")).to_have_text(f"Search for “{near}”")
        follow(status.locator("a"))
        expect(page.locator(".nb-search li").first).to_be_visible()
    else:
        expect(status).to_have_text(f"Nothing found for “{words}”. Fewer words, or the beginning of one, find more.")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Yoon Suk Yeol", "people/yoon-suk-yeol/"),
        ("suk ye", "people/yoon-suk-yeol/"),
        ("Yun Seok-yeol", "people/yoon-suk-yeol/"),
        ("윤석", "people/yoon-suk-yeol/"),
        ("it is paradoxical that a permanent member", "quotes/2023-09-21-south-korean-leader-warns-russia-q1/"),
        ("20 September 2023", "2023/09/21/south-korean-leader-warns-russia/#e"),
        ("September 2023", "2023/09/21/south-korean-leader-warns-russia/#e"),
        ("2023-09-20", "2023/09/21/south-korean-leader-warns-russia/#e"),
        ("2023년 9월 20일 x", ""),
        ("weapons collab", "2023/09/21/south-korean-leader-warns-russia/"),
        ("여객선 봄", "quotes/2029-05-20-korean-q1/"),
        ("항구", "2029/05/20/korean/"),
        ("京都", "2029/05/20/korean/"),
        ("FORDE", "2029/05/20/korean/"),
        ("ferry nonesuch", ""),
        ("<img src=x onerror=alert(1)>", ""),
    ],
)
def test_what_is_typed_is_found(page: Page, address: str, words: str, first: str) -> None:
    """Names whole and in part and in other spellings, phrases, dates, words of a body, in any script."""
    page.goto(address + "search/")
    ask(page, words)
    found = links(page)
    assert found[:1] == [] if not first else found[0].startswith(first), found


def test_people_and_briefs_that_nobody_may_find(page: Page, address: str) -> None:
    """What is in review, taken back or protected is not found by its words."""
    for words in ("Ansel", "Quay", "review", "retracted"):
        page.goto(address + "search/")
        ask(page, words)
        found = links(page)
        assert not [url for url in found if url.startswith(("people/ansel", "2029/05/05", "2029/05/06", "2029/05/07"))]
        assert words != "Ansel" or found == []


def test_results_tell_their_kind_and_mark_the_words(page: Page, address: str) -> None:
    """Kind and date above, the headline or quote as a link, what was asked for marked; the count is told."""
    page.goto(address + "search/")
    ask(page, "paradoxical")
    first = page.locator(".nb-search li").first
    assert first.locator(".nb-kicker").inner_text().startswith("Quote · ")
    assert first.locator("a mark").inner_text() == "paradoxical"
    count = page.locator(".nb-search li").count()
    assert page.get_by_role("status").first.inner_text() == f"Results: {count}"


def test_a_search_has_an_address(page: Page, address: str) -> None:
    """?q= stands in it while one types; a link with it searches; Back comes back to the same results."""
    page.goto(address + "search/")
    ask(page, "paradoxical")
    assert page.url.endswith("search/?q=paradoxical")
    found = links(page)
    page.locator(".nb-search li a").first.click()
    page.wait_for_url(re.compile("/quotes/"))
    page.go_back()
    expect(page.locator(".nb-search li a").first).to_be_visible()
    assert links(page) == found
    page.goto(address + "search/?q=%3C%3E%20paradoxical")
    expect(page.locator(".nb-search mark").first).to_be_visible()
    assert page.locator("input").input_value() == "<> paradoxical"


def test_keys_lead_through_the_results(page: Page, address: str) -> None:
    """Arrows go down and up and back into the field, Enter follows, and / comes back to the field."""
    page.goto(address + "search/")
    ask(page, "Yoon")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".nb-search li a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("/")
    expect(page.locator("input")).to_be_focused()
    assert page.locator("input").input_value() == "Yoon"
    page.keyboard.press("ArrowDown")
    goal = page.locator(".nb-search li a").first.evaluate("a => a.href")
    page.keyboard.press("Enter")
    page.wait_for_url(goal)


def test_more_results_come_when_asked_for(page: Page, address: str) -> None:
    """Ten at first, then the next ten behind them, with the focus on the first of those."""
    page.goto(address + "search/?q=the")
    expect(page.locator(".nb-search li")).to_have_count(10)
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".nb-search li a").nth(10)).to_be_focused()
    assert len(set(links(page))) == len(links(page)) > 10


def test_without_javascript_the_page_leads_on(browser: Browser, address: str) -> None:
    """No field that cannot work; archive, topics and people in its place."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search/")
    assert page.locator("input:visible").count() == 0
    assert "needs JavaScript" in page.locator("main").inner_text()
    follow(page.locator("main").get_by_role("link", name="Archive"))
    assert page.locator("h1").inner_text() == "Archive"
    context.close()


def test_field_has_its_place_before_its_script_has_come(page: Page, address: str) -> None:
    """What stands below it does not move when the script uncovers it, and until then nothing of it can be used."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search.js", hold)
    page.goto(address + "search/", wait_until="commit")
    below = page.locator("main nav")
    expect(below).to_be_visible()
    expect(page.locator("input:visible, .nb-search-off:visible")).to_have_count(0)
    place = below.bounding_box()
    held[0].continue_()
    expect(page.locator("input")).to_be_visible()
    assert below.bounding_box() == place


def test_from_a_disk_the_page_says_what_it_needs(browser: Browser, newsroom: Newsroom) -> None:
    """A browser lets no page read other files from a disk: the page says so and leads to archive, topics, people."""
    folder = newsroom.folder / "disk"
    assert newsroom.build("-o", str(folder), "--relative-urls").returncode == 0
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((folder / "search" / "index.html").as_uri())
    assert "needs a server" in page.locator("main").inner_text()
    assert page.locator("input:visible").count() == 0
    follow(page.locator("main").get_by_role("link", name="People"))
    assert page.locator("h1").inner_text() == "People"
    assert complaints == []
    page.close()


def test_a_site_that_was_built_anew_is_still_searched(page: Page, tmp_path: Path, newsroom: Newsroom) -> None:
    """The parts that an open page knows of are gone: it reads the list of them again, and says so if it cannot."""
    shutil.copytree(newsroom.output, tmp_path / "site")
    with served(tmp_path / "site") as address:
        page.goto(address + "search/")
        page.wait_for_load_state("networkidle")
        index = tmp_path / "site" / "search" / "index.json"
        text = index.read_text("utf-8")
        for at in re.findall('"at":"([0-9a-f]+)"', text):
            (index.parent / at).rename(index.parent / at[::-1])
            text = text.replace(at, at[::-1])
        index.write_text(text, "utf-8")
        ask(page, "paradoxical")
        assert links(page)
        page.route("**/search/**/*.json", lambda route: route.abort())
        page.reload()
        page.locator("input").fill("collaboration")
        expect(page.get_by_role("status").first).to_contain_text("could not be reached")


def test_page_and_index_cut_words_in_the_same_way(page: Page, project: Path) -> None:
    """Python and the browser make the same terms of every sign of Unicode that both know, and of mixed texts."""
    script = (project / "theme" / "static" / "js" / "search.js").read_text("utf-8")
    cutting = script[script.index("{") + 1 : script.index("class Index")]
    signs = [chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    texts = [
        *signs,
        "2023년 9월 20일",
        "Zürich’s 007 ½ 東京tower",
        "İstanbul ΟΔΟΣ ﬁre e\u0301cole",
        "a" * 50,
        "हिन्दी १२",
    ]
    known = Terms()
    theirs = page.evaluate(f"texts => {{ {cutting} return texts.map(terms); }}", texts)
    mine = [list(terms(text, known)) for text in texts]
    wrong = [(text, one, other) for text, one, other in zip(texts, mine, theirs, strict=True) if one != other]
    assert wrong == []
    assert len(texts) > 100_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """A site of generated briefs."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("many") / "site", project)
    write(newsroom.content / "briefs", BRIEFS)
    assert newsroom.build().returncode == 0
    return newsroom


WATCH = """() => {
  window.waited = [];
  let pressed = 0;
  document.querySelector("input").addEventListener("keydown", () => { pressed = performance.now(); }, true);
  new MutationObserver(() => waited.push(performance.now() - pressed))
    .observe(document.querySelector(".nb-search ol"), {childList: true});
}"""


@pytest.mark.parametrize(
    "words", ["Mira Sol", "in 40 days, and not", "20 January 2020", "2020-01-20", "ferry", "council voted"]
)
def test_the_first_answer_is_soon_there_and_small(browser: Browser, many: Newsroom, words: str) -> None:
    """Typed into a page just opened: from a key to its results, and all bytes up to them, as many as on the disk."""
    with served(many.output) as address:
        context = browser.new_context()
        page = context.new_page()
        loaded: list[str] = []
        page.on("response", lambda response: loaded.append(response.url.removeprefix(address).partition("?")[0]))
        page.goto(address + "search/")
        page.wait_for_load_state("networkidle")
        page.evaluate(WATCH)
        page.locator("input").press_sequentially(words, delay=TYPING)
        expect(page.locator(".nb-search li").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        waited = page.evaluate("waited")
        context.close()
    files = [many.output / (f"{name}index.html" if name.endswith("/") else name) for name in loaded]
    size = sum(file.stat().st_size for file in files if file.is_file())
    print(f"{BRIEFS} briefs, “{words}”: {size:,} bytes in {len(files)} files; ms: {[round(one) for one in waited]}")
    assert size <= MOST_BYTES
    assert statistics.median(waited) < SOON
