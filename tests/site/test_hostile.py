"""Whatever stands in a brief or an article, nothing active reaches a page."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from newsbrief import document
from tests.newsroom import Newsroom
from tests.site.reading import Page

OWN = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "{{ cycler.__init__.__globals__ }}",
    "{% include '/etc/passwd' %}",
    "</title><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<style>@import '//evil.example'</style>",
    "<math><mi xlink:href=\"data:x,<script>alert(1)</script>\">",
]  # fmt: skip
ACTIVE = {"iframe", "object", "embed", "form", "base", "style", "applet", "frame", "input", "button"}
IN_A_FILE = 20


def payloads(project: Path) -> list[str]:
    """Our own, and a public list where one lies beside the project."""
    shared = project.parent / "shared" / "hostile" / "xss.txt"
    public = shared.read_text("utf-8", "replace").split("\n") if shared.is_file() else []
    return OWN + [line for line in public if line.strip()]


def quoted(text: str) -> str:
    """A payload as a YAML scalar; signs that YAML itself refuses become spaces."""
    return json.dumps("".join(sign if sign.isprintable() else " " for sign in text), ensure_ascii=False)


def brief(number: int, chunk: list[str]) -> str:
    """A brief with payloads in every field and twice in its body: as Markdown, and as words."""
    one = quoted(chunk[0])
    fields = "\n".join(
        [
            f"title: {one}",
            "date: 2029-05-04",
            "status: published",
            f"slug: {quoted(f'{number} {chunk[-1]}')}",
            *(
                f"{name}: {quoted(chunk[1 % len(chunk)])}"
                for name in ("summary", "category", "lang", "dateline", "story")
            ),
            *(f"{name}: [{one}]" for name in ("authors", "source", "places", "organisations")),
            f"tags: [{', '.join(map(quoted, chunk))}]",
            f"photo: {{credit: {one}, rights: {one}}}",
            f"people:\n- {{name: {one}, role: {one}}}",
            f"events:\n- {{id: e1, date: 2029, when: {one}, text: {one}, label: {one}}}",
            f"notes:\n- {{kind: correction, text: {one}}}",
            f"colour: {one}",
        ]
    )
    body = "\n\n".join([*chunk, *map(document.escape, chunk)])
    return f"---\n{fields}\n---\n{body}\n"


def saved_page(number: int, chunk: list[str]) -> str:
    """A saved page with payloads in whatever it says of itself and in its text, as words; as markup at its end."""
    one, other = chunk[0], chunk[-1]
    words, attribute = html.escape(one), html.escape(other, quote=True)
    data = {
        "@type": "NewsArticle",
        "headline": f"Ferry {number} {one}",
        "author": [{"@type": "Person", "name": f"Mira {other}"[:60]}, one],
        "datePublished": f"2029-05-06 {one}",
        "image": {"url": other, "caption": one, "creditText": other, "license": one, "copyrightNotice": other},
        "publisher": {"name": one},
    }
    metas = "".join(
        f'<meta property="{name}" content="{attribute}">'
        for name in ("og:title", "og:site_name", "og:image", "article:author", "author", "date", "description")
    )
    text = "".join(
        f"<p>The ferry was late again, and {html.escape(line)} was read out on the quay.</p>"
        f"<h2>{html.escape(line)}</h2><ul><li>{html.escape(line)} stood on the list of the harbour</li></ul>"
        f"<blockquote><p>{html.escape(line)}</p></blockquote>"
        for line in chunk
    )
    return (
        f'<!doctype html><html lang="{attribute}"><head><title>Ferry {number} {words}</title>{metas}'
        f'<script type="application/ld+json">{json.dumps(data).replace("<", chr(92) + "u003c")}</script></head><body>'
        f'<h1>Ferry {number} {words}</h1><p class="standfirst">{words} was the word of the day on the quay</p>'
        f'<span class="byline author">By {words}</span>'
        f'<figure><img src="{attribute}"><figcaption>{words} '
        f'<span class="credit">Photo: {words}</span></figcaption></figure>'
        f"<article>{text}</article>{''.join(chunk)}</body></html>"
    )


def active(page: str) -> list[str]:
    """Everything in a page that would run, load or send something that is not the site's own."""
    found = []
    for tag, attributes in Page(page).tags:
        if tag in ACTIVE and not (tag == "button" and attributes.get("class")):
            found.append(tag)
        data = attributes.get("type") == "application/ld+json"
        if tag == "script" and not data and not attributes.get("src", "").endswith("theme/newsbrief.js"):
            found.append(f"script {attributes}")
        for name, value in attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                found.append(f"{tag} {name}={value}")
            if name in ("href", "src") and re.match(r"[\s\x00-\x20]*(javascript|data|vbscript)", value, re.IGNORECASE):
                found.append(f"{tag} {name}={value}")
            if name == "src" and re.match(r"\s*([a-z]+:)?//", value, re.IGNORECASE):
                found.append(f"{tag} {name}={value}")
    return found


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    newsroom = Newsroom.open(tmp_path_factory.mktemp("attacked") / "site", project)
    lines = payloads(project)
    for start in range(0, len(lines), IN_A_FILE):
        newsroom.brief(f"2029-05-04-{start}.md", brief(start, lines[start : start + IN_A_FILE]))
        newsroom.raw(f"2029-05-06-{start}.html", saved_page(start, lines[start : start + IN_A_FILE]))
    newsroom.raw("2029-05-05-raw.txt", "An article of payloads\n\n" + "\n\n".join(lines))
    done = newsroom.build()
    assert done.returncode == 0, done.stderr
    return newsroom


def test_nothing_active_is_in_any_page(attacked: Newsroom) -> None:
    """No script, handler, frame, form, style or foreign address comes out of any field or body."""
    found = {name: active(data.decode("utf-8")) for name, data in attacked.pages().items() if name.endswith(".html")}
    assert {name: what for name, what in found.items() if what} == {}
    assert len(found) > 2 * len(payloads(attacked.project)) / IN_A_FILE


def test_payloads_arrive_as_words(attacked: Newsroom) -> None:
    """They are shown, not swallowed: each line of an article stands in its page's text."""
    text = Page(attacked.page("2029/05/05/raw/index.html")).text
    printable = [line for line in payloads(attacked.project) if line.isprintable()]
    missing = [line for line in printable if re.sub(r"\s+", " ", line).strip() not in text]
    assert len(missing) <= len(printable) // 50, missing[:5]
