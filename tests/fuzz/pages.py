"""Web pages as templates, editors and accidents make them. All people, places and outlets are invented."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from tests.fuzz import texts
from tests.fuzz.mutation import mutated

BLOCKS = ("p", "div", "section", "article", "main", "h2", "h3", "blockquote", "li", "ul", "ol", "table", "tr", "td")
INLINE = ("b", "i", "em", "a", "span", "time", "font", "q", "cite", "small", "sup", "br", "img", "wbr", "u", "strong")
RARE = (
    *("figure", "figcaption", "picture", "source", "video", "svg", "math", "select", "option", "button", "form", "nav"),
    *("footer", "aside", "header", "template", "noscript", "iframe", "object", "script", "style", "textarea", "title"),
    *("h1", "html", "head", "body", "base", "link", "meta", "amp-img", "custom-tag", "x:y", "center", "plaintext", "p"),
    *("frameset", "table", "dl", "dt", "dd", "pre", "xmp", "details", "summary", "ruby", "rt"),
)
CLASSES = (
    *("byline", "author", "author-name", "caption", "credit", "copyright", "photographer", "headline", "standfirst"),
    *("dek", "article-body", "story", "related", "newsletter", "comments", "paywall", "social-share", "tag-line", ""),
)
META = (
    *("og:title", "twitter:title", "og:site_name", "author", "article:author", "article:published_time", "date"),
    *(
        "dc.creator",
        "dc.date",
        "parsely-author",
        "description",
        "og:image",
        "og:url",
        "generator",
        "viewport",
        "refresh",
    ),
)
DAYS = (
    *("2029-05-04", "2029-05-04T10:32:00Z", "2029-13-45", "2029-05-04T99:99:99+99:99", "0000-00-00", "9999-12-31"),
    *("-1", "1e400", "now", "4 May 2029", "05/04/2029", "٢٠٢٩-٠٥-٠٤", "2029-05-04T10:32:00+23:59:59.999999999"),
)
KINDS = ("NewsArticle", "Article", "WebPage", "Person", "ImageObject", "Organization", "BlogPosting", "BreadcrumbList")
KEYS = (
    *("@type", "@id", "@graph", "@context", "headline", "name", "author", "creator", "publisher", "datePublished"),
    *(
        "dateModified",
        "image",
        "caption",
        "creditText",
        "copyrightNotice",
        "url",
        "articleBody",
        "mainEntity",
        "license",
    ),
    *("description", "isPartOf", "primaryImageOfPage", "thumbnail", "contentUrl", "@value", "sourceOrganization"),
)

_words = st.one_of(
    st.sampled_from(texts.SENTENCES),
    st.sampled_from([*texts.CREDITS, *texts.NOTICES, *texts.ODD]),
    st.sampled_from(["Ferry stays for the winter", "Osla Brandt", "Ellery Echo", "&lt;p&gt;", "&#xD800;", "&amp;amp;"]),
    st.text(max_size=30),
)
_value = st.one_of(
    _words, st.sampled_from(CLASSES), st.sampled_from(DAYS), st.sampled_from(["x" * 3000, "a " * 2000, "/a.jpg?w=9"])
)
_name = st.sampled_from(
    [
        *("class", "id", "rel", "itemprop", "src", "srcset", "href", "alt", "datetime", "content", "property", "name"),
        *("lang", "type", "data-testid", "style", "onclick", "hidden", "data-src", "a:b", "=", '"', "<", "é"),
    ]
)
_mark = st.sampled_from(['"', "'", "", " ", '"="'])
_attribute = st.builds(lambda name, mark, value: f" {name}={mark}{value}{mark}", _name, _mark, _value)
_classed = st.sampled_from(CLASSES).map(lambda name: f' class="{name}"')
_attributes = st.lists(st.one_of(_attribute, _classed), max_size=3).map("".join)
_tag = st.one_of(st.sampled_from(BLOCKS), st.sampled_from(BLOCKS), st.sampled_from(INLINE), st.sampled_from(RARE))


def _element(tag: str, attributes: str, inner: list[str], how: str) -> str:
    words = "".join(inner)
    match how:
        case "open":
            return f"<{tag}{attributes}>{words}"
        case "stray":
            return f"{words}</{tag}>"
        case "self":
            return f"<{tag}{attributes}/>{words}"
        case "cut":
            return f"<{tag}{attributes}{words}"
        case _:
            return f"<{tag}{attributes}>{words}</{tag}>"


_how = st.sampled_from(["whole", "whole", "whole", "whole", "open", "stray", "self", "cut"])
_tree = st.recursive(
    _words,
    lambda inner: st.builds(_element, _tag, _attributes, st.lists(inner, min_size=1, max_size=3), _how),
    max_leaves=6,
)
_deep = st.builds(
    lambda tag, depth, words, closed: f"<{tag}>" * depth + words + f"</{tag}>" * depth * closed,
    _tag,
    st.sampled_from([20, 100, 249, 252, 300, 900]),
    _words,
    st.booleans(),
)
_figure = st.builds(
    lambda outer, credit, words, more: (
        f"<figure{outer}><img src='/pier.jpg' alt='{words}'><figcaption>{words}<span{credit}>{more}</span>"
        f"<figure><figcaption>{more}</figcaption></figure></figcaption></figure>"
    ),
    _attributes,
    _attributes,
    _words,
    _words,
)
_plain = st.sampled_from(texts.SENTENCES).map(lambda words: f"<p>{words}</p>")
_list = st.lists(_words, max_size=5).map(lambda items: f"<ul><li>{'<li>'.join(items)}</ul>")
_table = st.lists(st.lists(_words, max_size=4), max_size=4).map(
    lambda rows: "<table>" + "".join(f"<tr><td>{'<td>'.join(row)}" for row in rows)
)
_breaks = st.lists(_words, min_size=2, max_size=6).map("<br><br>".join)
_loose = st.sampled_from(
    [
        *("<!--", "-->", "<!-- a -- b -->", "<![CDATA[", "]]>", "<?php echo 1 ?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;"),
        *(
            "</body>",
            "</html>",
            "<",
            "<>",
            "</",
            "<a",
            "&",
            "&#",
            "&#x110000;",
            "&#0;",
            "\x00",
            "\x0c",
            "\ufffe",
            "\u2028",
        ),
        *(
            "<script>if (a < b) { '</scr' }",
            "<style>p{}</style>",
            "<svg><title>x</title><p>y",
            "<template><p>z</template>",
        ),
    ]
)
_block = st.one_of(_plain, _plain, _plain, _tree, _tree, _figure, _list, _table, _breaks, _loose, _deep)

_json = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), _words, st.sampled_from(KINDS), st.sampled_from(DAYS)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(KEYS), st.sampled_from(KEYS), st.text(max_size=4)), inner, max_size=5
        ),
    ),
    max_leaves=12,
)
_article = st.builds(
    lambda rest, kind: {"@type": kind, **rest},
    st.dictionaries(st.sampled_from(KEYS), _json, max_size=6),
    st.one_of(st.sampled_from(KINDS), _json),
)
# Objects that name one another in a ring, themselves, or nobody.
_ring = st.lists(st.sampled_from("abc"), min_size=3, max_size=3).map(
    lambda to: {
        "@graph": [
            {
                "@id": own,
                "@type": "NewsArticle",
                "author": {"@id": other},
                "image": [{"@id": other}],
                "name": {"@id": own},
            }
            for own, other in zip("abc", to, strict=True)
        ]
    }
)
_written = st.one_of(_json, _article, _article, _ring).map(
    lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
)
_broken = st.builds(
    lambda text, at, wrap: f"{wrap}{text[: int(at * len(text))]}",
    _written,
    st.floats(0, 1),
    st.sampled_from(["", "<!--"]),
)
_script = st.one_of(_written, _written, _broken, st.integers(1, 2000).map(lambda depth: '{"a":[' * depth)).map(
    lambda text: f'<script type="application/ld+json">{text}</script>'
)
_meta = st.builds(
    lambda key, name, mark, value: f"<meta {key}={mark}{name}{mark} content={mark}{value}{mark}>",
    st.sampled_from(["name", "property", "itemprop", "http-equiv"]),
    st.sampled_from(META),
    _mark,
    _value,
)
_title = _words.map(lambda words: f"<title>{words}</title>")
_head = st.lists(st.one_of(_meta, _meta, _script, _title, _loose), max_size=6).map("".join)
_start = st.sampled_from(
    [
        *("<!doctype html><html lang=en><head>", "<html lang='de-AT'><head>", "<html><head>", "<!-- saved --><html>"),
        *(
            "<?xml version='1.0' encoding='latin-1'?><html>",
            "<p>",
            "<body>",
            "<h1>",
            "<html lang='zz-zz-zz'>",
            "\n<div>",
        ),
    ]
)
_headline = st.one_of(
    st.just("<h1>Ferry stays for the winter</h1>"),
    st.just("<h1>Ferry stays for the winter</h1>"),
    _words.map(lambda words: f"<h1>{words}</h1>"),
    st.just(""),
)
PAGES = st.builds(
    lambda start, head, headline, blocks, end: f"{start}{head}</head><body>{headline}{''.join(blocks)}{end}",
    _start,
    _head,
    _headline,
    st.lists(_block, max_size=8),
    st.sampled_from(["</body></html>", "", "</html><p>After.</p>", "<!--"]),
)
PIECES = (
    *(f"<{tag}>" for tag in (*BLOCKS, *INLINE, *RARE)),
    *(f"</{tag}>" for tag in (*BLOCKS, *RARE)),
    *(
        "<!--",
        "-->",
        '"',
        "'",
        "<",
        ">",
        "&",
        "&#0;",
        "&#xD800;",
        "&amp;lt;p&amp;gt;",
        "\x00",
        "\x0c",
        "\u2028",
        "/>",
        " ",
    ),
    *(
        '<script type="application/ld+json">',
        '{"@type":"NewsArticle","headline":[',
        "]}",
        "null",
        '"@id":"a"',
        "hidden",
    ),
)
INPUTS = st.one_of(PAGES.map(lambda page: page.encode("utf-8", "replace")), mutated("pages", PIECES))
