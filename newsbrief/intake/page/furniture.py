"""What stands around and between the paragraphs of a page: taken out of its tree before the article is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsbrief.rules.pages import Pages

HOLDERS = (
    "div",
    "section",
    "aside",
    "ul",
    "ol",
    "dl",
    "p",
    "span",
    "li",
    "h2",
    "h3",
    "h4",
    "figcaption",
    "small",
    "details",
)
# Parts of class names and ids that templates everywhere give to what is no article. A space stands for "-", "_", a
# change of case, or nothing.
NAMES = """
a11y only | about author | about the author | ad banner | ad container | ad label | ad message | ad notice | ad
placeholder | ad slot | ad text | ad unit | ad wrapper | addtoany | adslot | advert | advertisement | advertising |
adverts | also like | also read | app download | app promo | article comments | article footer | article meta |
article related | article share | article tags | audio player | author about | author bio | author blurb | author
box | author card | author description | author details | author footer | author info | author profile | authorbio |
bio | bio box | biography | breadcrumb | breadcrumbs | caption | captions | comment list | comment section |
comments | consent | contributor bio | cookie | cookies | copyright | coral | credit | credits | disclaimer | disqus
| donate | donation | donations | editors picks | email capture | email signup | entry meta | follow buttons |
follow us | gallery caption | gdpr | google news | hidden visually | image caption | image credit | in article promo
| inline promo | inline related | latest news | latest stories | mailchimp | mailing list | may also like | media
credit | membership promo | mgid | might like | modal | more from | more in | more like | more news | more on | more
stories | most commented | most popular | most read | most viewed | nativo | newsletter | newsletters | next article
| next story | next up | openweb | outbrain | paywall message | paywall prompt | photo caption | photo credit |
playlist | podcast player | poll | popular posts | popular stories | popup | post meta | preferred source | print
only | promo | promobox | promos | promotion | quiz | read also | read more | read next | readmore | recirc |
recirculation | recommendations | recommended | recommends | regwall | related | relatedlinks | relateds |
revcontent | screen reader text | share | share bar | share buttons | share tools | sharedaddy | sharing | sign up |
signup | skip link | skip to | slide caption | social | socials | sponsor | sponsored | sponsors | sr only | story
continues | subscribe | subscription | subscriptions | support us | taboola | tag cloud | tag list | tags | telegram
| timestamp | tooltip | top stories | topic list | topics list | trending | up next | viafoura | video caption |
video playlist | video title | visually hidden | visuallyhidden | whats next | whatsapp | wp caption text | writer
bio | you may like | zergnet
"""
FURNITURE = re.compile(
    r"(?<![a-z])(?:" + "|".join("[-_ ]?".join(name.split()) for name in NAMES.split("|")) + r")(?![a-z])"
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Of the text in a page's paragraphs no furniture has more than this share: then the name means something else.
MOST = 0.3
CAPTION, LONGEST_NAME = 700, 400
# Columns of a page, and the characters that the one with the article has at least.
MOST_COLUMNS, COLUMN = 6, 400
LABEL_WORDS = 20


def remove(tree: HtmlElement, rules: Pages) -> None:
    """Take furniture out of a page's tree; what follows it stays."""
    total = sum(len("".join(paragraph.itertext())) for paragraph in tree.iter("p"))
    told: dict[str, bool] = {}
    found = [element for element in tree.iter(*HOLDERS) if _named(element, told)]
    for element in found:
        if _mass(element, total) <= MOST * total:
            drop(element)
    for element in list(_captions(tree, rules)):
        drop(element)
    for element in [*_links(tree), *_columns(tree)]:
        drop(element)


def drop(element: HtmlElement) -> None:
    """Take an element out of its tree and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def _named(element: HtmlElement, told: dict[str, bool]) -> bool:
    """Whether class or id give an element away; `told` remembers names, as templates repeat theirs."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    if len(name) > 1 and name not in told:
        told[name] = FURNITURE.search(CAMEL.sub("-", name[:LONGEST_NAME]).lower()) is not None
    return told.get(name, False)


def _mass(element: HtmlElement, total: int) -> int:
    """The text in an element's paragraphs; no more is counted than decides."""
    mass = 0
    for paragraph in element.iter("p"):
        mass += len("".join(paragraph.itertext()))
        if mass > MOST * total:
            break
    return mass


def _captions(tree: HtmlElement, rules: Pages) -> Iterator[HtmlElement]:
    """Boxes of a picture and its caption that no class name gives away: a short one that ends with a credit line."""
    for element in tree.iter("p", "div", "span"):
        begun = (element.text or "").strip()[:60]
        if not begun or not rules.label.match(begun):
            continue
        said = element.text_content()
        parent = element.getparent()
        if parent is None or len(said.split()) > LABEL_WORDS:
            continue
        boxed = parent.tag in ("div", "span", "section", "li") and parent.find(".//img") is not None
        yield parent if boxed and len(parent.text_content()) <= CAPTION else element


def _columns(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Cells beside the one cell of a row that holds nearly all of its text: a page laid out in columns."""
    for row in tree.iter("tr"):
        cells = row.findall("td")
        if 1 < len(cells) <= MOST_COLUMNS:
            sizes = [len("".join(cell.itertext()).strip()) for cell in cells]
            if max(sizes) >= max(COLUMN, (1 - MOST / 2) * sum(sizes)):
                yield from (cell for cell, size in zip(cells, sizes, strict=True) if size < max(sizes))


def _links(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs that are one link and no sentence: on to another article."""
    for link in tree.iter("a"):
        block = link.getparent()
        while block is not None and block.tag in ("strong", "b", "em", "i", "span", "u"):
            block = block.getparent()
        if block is None or block.tag not in ("p", "div"):
            continue
        said = link.text_content().strip()
        if (
            said
            and said == block.text_content().strip(" \t\r\n[]()•»>|")
            and (said.isupper() or said[-1] not in '.!?…”"’)')
        ):
            yield block
