"""A site in Korean speaks Korean, on every kind of page and to other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.newsroom import Newsroom
from tests.site.reading import Page

# What a reader is told by an attribute; names of formats and of the program are the same everywhere.
TOLD = (
    *("aria-label", "title", "alt", "data-copied", "data-refused", "data-copy"),
    *("data-new", "data-one", "data-many", "data-entry", "data-entries", "data-none", "data-quoted"),
)
NAMES = {"Atom", "RSS", "JSON", "Feed", "TimelineJS", "iCalendar"}
FERRY = """---
title: 아침 여객선 유지하기로
date: 2029-05-04
modified: 2029-05-06
status: published
authors: [한별]
source: [항구통신, 소식사]
link: https://wire.example/2029/05/1
rights: licensed
category: 항구
story: 아침 배
tags: [여객선]
photo: {credit: 항구통신, rights: 공정 이용}
summary: 표결은 일곱 대 넷이었다.
people:
- {name: 강바다, role: 항만장}
- {name: 오포구}
places: [북항]
organisations: [항만공사]
quotes:
- {id: q1, speaker: 강바다, text: 물때는 달력을 보지 않고 우리도 그렇습니다, said: 2029-05-03, occasion: 시의회에서}
- {id: q2, speaker: 오포구, text: 우리는 기다렸습니다}
events:
- {id: e1, date: 2029-05-03, when: 목요일에, text: 시의회는 목요일에 표결했다}
- {id: e2, date: 2021, when: 2021년에, text: 북항은 2021년에 문을 열었다}
- {id: e3, date: 2029-06, when: 다음 달에, text: 강바다는 다음 달에 배를 탄다}
- {id: e4, date: 2031-22, when: 2031년 여름에, text: 새 배가 2031년 여름에 온다}
- {id: e5, date: 199X, when: 1990년대에, text: 첫 배는 1990년대에 떴다}
- {id: e6, date: 2029-04-01/2029-04-03, when: 4월 초에, text: 파업은 4월 초에 있었다}
notes:
- {kind: correction, date: 2029-05-06, about: q2, text: 시각이 틀렸다.}
- {kind: clarification, text: 배는 한 척이다.}
- {kind: reply, text: 선사가 답했다.}
- {kind: update, text: 표결이 끝났다.}
---
시의회는 목요일에 표결했다. 북항은 2021년에 문을 열었다. 강바다는 다음 달에 배를 탄다. 새 배가 2031년 여름에 온다.

“물때는 달력을 보지 않고 우리도 그렇습니다”라고 강바다는 말했다. 첫 배는 1990년대에 떴다. 파업은 4월 초에 있었다.

“우리는 기다렸습니다”라고 오포구는 말했다.
"""
SHORT = """---
title: {title}
date: {date}
{more}
story: 아침 배
tags: [여객선]
category: 항구
authors: [한별]
people:
- {{name: 강바다, role: 항만장}}
quotes:
- {{id: q1, speaker: 강바다, text: {said}}}
events:
- {{id: e1, date: {date}, when: 그날, text: 그날 배가 떴다}}
---
그날 배가 떴다. “{said}”라고 강바다는 말했다.
"""
BRIEFS = {
    "2029-05-04-ferry.md": FERRY,
    "2029-05-05-again.md": SHORT.format(
        title="다시 뜬 배",
        date="2029-05-05",
        more="status: published\nplaces: [북항]\norganisations: [항만공사]\naliases: [2029/05/01/1/]",
        said="물때는 달력을 보지 않고 우리도 그렇습니다",
    ),
    "2029-05-07-review.md": SHORT.format(title="검토할 글", date="2029-05-07", more="status: review", said="곧 압니다"),
    "2029-05-08-excerpt.md": SHORT.format(
        title="발췌한 글",
        date="2029-05-08",
        more="status: published\nrights: excerpt\nlink: https://wire.example/2029/05/8",
        said="표는 충분했습니다",
    ),
    "2029-05-09-gone.md": SHORT.format(
        title="철회한 글",
        date="2029-05-09",
        more="status: retracted\nnotes:\n- {kind: retraction, text: 사실이 아니었다.}",
        said="아니었습니다",
    ),
    "2029-05-10-away.md": SHORT.format(title="내린 글", date="2029-05-10", more="status: withdrawn", said="없습니다"),
}
BRIEF_IN_ENGLISH = "---\ntitle: The ferry stays\ndate: 2029-05-11\n{more}\n---\n{said}\n"
ENGLISH = SHORT.format(title="The ferry stays", date="2029-05-11", more="status: published\nlang: en", said="We waited")


def korean(newsroom: Newsroom) -> Newsroom:
    settings = newsroom.folder / "pelican.conf.py"
    text = settings.read_text("utf-8").replace('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "ko"')
    text = text.replace('"The Brief"', '"항구 소식"').replace(
        '"Who said what, and what happened when"', '"누가 무슨 말을"'
    )
    settings.write_text(text, "utf-8")
    return newsroom


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """A preview with every kind of page and brief, all of it in Korean."""
    newsroom = korean(Newsroom.open(tmp_path_factory.mktemp("korean") / "site", project))
    for name, text in BRIEFS.items():
        newsroom.brief(name, text)
    (newsroom.content / "pages" / "about.md").write_text("---\ntitle: 우리는\n---\n알립니다.\n", "utf-8")
    done = newsroom.build(NEWSBRIEF_LANG="en")
    assert (done.returncode, done.stderr) == (0, "")
    return newsroom


def html(newsroom: Newsroom) -> dict[str, Page]:
    return {name: Page(data.decode()) for name, data in newsroom.pages().items() if name.endswith(".html")}


def told(page: Page) -> Iterator[str]:
    """Everything that a page says to people."""
    yield page.text
    for tag, attributes in page.tags:
        yield from (attributes[name] for name in TOLD if name in attributes)
        if tag == "meta" and attributes.get("name") == "description":
            yield attributes["content"]


def english(text: str) -> list[str]:
    bare = re.sub(r"https?://\S+|wire\.example|content/raw/|make html|story:|NEWSBRIEF_REPORT", "", text)
    return [word for word in re.findall(r"[A-Za-z]{2,}", bare) if word not in NAMES]


def test_no_page_has_an_english_word(site: Newsroom) -> None:
    """Text, titles, descriptions, labels, and what the script will say."""
    pages = html(site)
    assert {name: words for name, page in pages.items() if (words := english(" ".join(told(page))))} == {}
    kinds = {re.sub(r"[^/]+", "*", name.removesuffix("index.html").rstrip("/")) for name in pages}
    assert kinds == {"", "*", "*/*", "*/*/*", "*/*/*/*"}
    assert len(pages) > 30


def test_no_page_has_a_message_in_english(site: Newsroom, project: Path) -> None:
    """Not even a short one: every message of the catalogue is sought as a whole word or sentence."""
    with (project / "theme" / "translations" / "ko" / "newsbrief.po").open("rb") as file:
        messages = {
            str(one.id) for one in read_po(file) if isinstance(one.id, str) and re.search("[A-Za-z]{3}", one.id)
        }
    whole = {message for message in messages if "%(" not in message}
    assert len(whole) > 80
    for name, page in html(site).items():
        assert not whole & {word.strip() for word in (*page.words, *told(page))}, name


def test_every_page_says_that_it_is_korean(site: Newsroom) -> None:
    """`lang` is the site's, and no part of a page says otherwise."""
    for name, page in html(site).items():
        assert [attributes["lang"] for _, attributes in page.tags if "lang" in attributes] == ["ko"], name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("index.html", ("2029년 5월 4일 금요일", "발언 2건", "출처: 항구통신, 소식사", "예고")),
        ("2029/05/04/ferry/index.html", ("2029년 5월 4일", "글 한별", "2029년 5월 6일 수정", "정정, 2029년 5월 6일:")),
        ("2029/05/04/ferry/index.html", ("1990년대", "2031년 여름", "2029년 4월 1일~3일", "(2029년 6월)")),
        ("2029/05/04/ferry/index.html", ("원문 사진: 항구통신. 권리 표시: 공정 이용",)),
        ("2029/05/04/ferry/index.html", ("해당 부분: “우리는 기다렸습니다”",)),
        ("timeline/index.html", ("2031년", "5월 5일 토요일", "4월 1일~3일", "1990년대", "배경 제외", "결과 미보도")),
        ("timeline/index.html", ("언제 무슨 일이 있었는지 기사에 적힌 대로 정리했습니다.",)),
        ("timeline/index.html", ("다른 프로그램에서 쓰기: 달력",)),
        ("timeline/announced/index.html", ("예고된 일",)),
        ("quotes/index.html", ("2029년 5월 3일 목요일", "2명, 발언 4건")),
        ("quotes/2029-05-04-ferry-q1/index.html", ("강바다의 발언", "같은 발언이 실린 기사: 다시 뜬 배")),
        ("people/index.html", ("발언 3건, 기사 4건",)),
        ("archive/index.html", ("지난 기사", "2029년", "기사 5건")),
        ("2029/05/index.html", ("2029년 5월",)),
        ("topics/index.html", ("주제", "여객선 기사 4건")),
        ("2029/05/08/excerpt/index.html", ("원문 전체 읽기(wire.example)", "발췌")),
        ("2029/05/09/gone/index.html", ("이 기사는 철회되었습니다.", "철회: 사실이 아니었다.")),
        ("2029/05/10/away/index.html", ("이 페이지는 게재를 중단했습니다.",)),
        ("404.html", ("최신 기사는 첫 화면에 있습니다.",)),
    ],
)  # fmt: skip
def test_dates_and_counts_are_korean(site: Newsroom, name: str, said: tuple[str, ...]) -> None:
    """Whole sentences in the order of the language, not English ones with other words."""
    text = Page(site.page(name)).text
    assert [words for words in said if words not in text] == []


def test_words_that_date_an_event_need_no_explanation_twice(site: Newsroom) -> None:
    """“2021년에” names its year though an ending follows it; “목요일에” gets its day."""
    body = site.page("2029/05/04/ferry/index.html").partition('<div class="nb-body">')[2]
    assert ">2021년에</time> <small>" not in body
    assert ">목요일에</time> <small>(5월 3일)</small>" in body


def test_other_programs_are_told_in_korean(site: Newsroom) -> None:
    """Calendar, TimelineJS and plain JSON say titles, dates and precision as the pages do."""
    slides = json.loads(site.page("timeline/timelinejs.json"))
    assert slides["title"]["text"]["headline"] == "항구 소식: 연표"
    dates = {slide["display_date"] for slide in slides["events"]}
    assert {"2029년 5월 3일", "2029년 6월", "2031년 여름", "1990년대", "2021년"} <= dates
    assert any("월까지 알려짐" in slide["text"]["text"] for slide in slides["events"])
    calendar = site.page("timeline/events.ics").replace("\r\n ", "")
    assert "연대까지 알려짐" in calendar
    rows = json.loads(site.page("timeline/announced/events.json"))
    assert rows["title"] == "항구 소식: 예고된 일"
    assert {"2029년 6월", "2031년 여름"} == {row["date_text"] for row in rows["events"]}


def test_brief_in_another_language_keeps_the_interface(newsroom: Newsroom) -> None:
    """The page is the brief's, what stands around it the site's, and each says so."""
    korean(newsroom).brief("2029-05-11-stays.md", ENGLISH)
    assert newsroom.build().returncode == 0
    page = Page(newsroom.page("2029/05/11/stays/index.html"))
    lang = {
        (tag, attributes.get("class", "")): attributes["lang"] for tag, attributes in page.tags if "lang" in attributes
    }
    assert lang[("html", "")] == "en"
    assert lang[("header", "")] == lang[("footer", "")] == "ko"
    assert "지난 기사" in page.text
    assert "2029년 5월 11일" in page.text


class Tongues(HTMLParser):
    """The words of a page with the language that each is said to be in, those of links' labels among them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.said: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        lang = attributes.get("lang") or self.open[-1][1]
        if tag == "a":
            self.said.append((lang, attributes.get("aria-label") or ""))
        if tag not in ("meta", "link", "br", "img", "source"):
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.said.append((self.open[-1][1], data))


def test_interface_says_its_language_amid_a_brief_in_another(newsroom: Newsroom) -> None:
    """Whatever stands in Korean on the page of an English brief is said to be Korean, and nothing of the brief is."""
    facts = "people: [{name: Mira Solberg, role: mayor}]\nquotes:\n- {id: q1, text: We waited, speaker: Mira Solberg}\n"
    facts += "events:\n- {id: e1, date: 2029-05-10, when: on Thursday, text: They came on Thursday.}\n"
    facts += "notes:\n- {kind: correction, date: 2029-05-12, text: An earlier version had the wrong day.}"
    said = "They came on Thursday. “We waited,” said Mira Solberg, the mayor."
    more = f"status: published\nlang: en\nsummary: The ferry stays where it is.\n{facts}"
    korean(newsroom).brief("2029-05-11-stays.md", BRIEF_IN_ENGLISH.format(more=more, said=said))
    assert newsroom.build().returncode == 0
    tongues = Tongues(newsroom.page("2029/05/11/stays/index.html")).said
    korean_words = [one for one in tongues if re.search("[가-힣]", one[1]) and "항구 소식" not in one[1]]
    assert {lang for lang, _ in korean_words} == {"ko"}
    english_words = [one for one in tongues if re.search("[a-z]{4}", one[1]) and one not in korean_words]
    assert {lang for lang, _ in english_words} == {"en"}


def test_one_word_can_be_changed_and_a_broken_catalogue_is_named(newsroom: Newsroom) -> None:
    """A folder of one's own holds single messages; one that cannot be filled in ends the build before it begins."""
    settings = korean(newsroom).folder / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + '\nNEWSBRIEF_TRANSLATIONS = ["words"]\n', "utf-8")
    own = newsroom.folder / "words" / "ko" / "newsbrief.po"
    own.parent.mkdir(parents=True)
    own.write_text('msgid ""\nmsgstr ""\n\nmsgid "Archive"\nmsgstr "보관함"\n', "utf-8")
    newsroom.brief("2029-05-04-ferry.md", FERRY)
    assert newsroom.build().returncode == 0
    text = Page(newsroom.page("index.html")).text
    assert "보관함" in text
    assert "지난 기사" not in text
    assert "연표" in text
    own.write_text('msgid ""\nmsgstr ""\n\nmsgid "Archive"\nmsgstr "100%"\n', "utf-8")
    done = newsroom.build()
    assert done.returncode == 1
    assert "words/ko/newsbrief.po: line 4: the" in done.stderr
    assert "percent sign" in done.stderr
