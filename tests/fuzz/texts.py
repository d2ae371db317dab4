"""Texts as newsrooms, wires, mailboxes and word processors leave them. All people, places and outlets are invented."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.fuzz.mutation import mutated

HEADS = (
    *("Ferry stays for the winter", "FERRY STAYS, COUNCIL SAYS", "UPDATE 2-Ferry stays", "BREAKING: Ferry stays"),
    *("Opinion | The ferry must stay - Ellery Echo", "S P O R T", "OPINION", "SPORT: ROWING", "Headline: Ferry stays"),
    *("Title: Ferry stays", "HEAD: ", "By: Osla Brandt", "Standfirst: A vote.", "DATE: 05/21/2029", "Body:"),
    *("Photo credit: Bela Korvin", "Caption: The pier.", "Embargo: 6 am Thursday", "Language: en", "Lang: xx-yy-zz"),
    *("Slug: ferry-vote", "From: Osla Brandt <osla@ellery.example>", "Subject: RE: FW: Ferry stays", "To: desk"),
    *("Sent: Friday, May 4, 2029 10:32", "Date: Fri, 4 May 2029 10:32:00 +0100", "Hi both,", "Dear news desk,", "> "),
)
NOTICES = (
    *(
        "EMBARGOED UNTIL 0600 GMT THURSDAY 10 MAY 2029",
        "Not for use before 6 am (0500 GMT), 25:61 on 31 Feb",
        "EMBARGO",
    ),
    *("Eds: Adds quotes, details.", "^Eds: Adds quotes.<", "^By OSLA BRANDT=", "^", "<", "[Note to desk: check name]"),
    *(
        "(Continued on page A7)",
        "See FERRY, A7",
        "FERRY",
        "Continued from A1",
        "FERRY From A1",
        "MORE",
        "(more)",
        "more",
    ),
    *(
        "ferry-vote 1stld-writethru 0412",
        "0412 GMT May 04 29",
        "081405 GMT May 29",
        "05-04-29 1032EDT",
        "BC-Ferry, 300",
    ),
    *("###", "-30-", "- 30 -", "30", "ENDS", "(END)", "* * *", "-----", "_____", "•", "- ", "— ", "1. ", "(2) "),
    *("Editing by Bela Korvin", "With files from Osla Brandt in Varnholt", "© 2029 Ellery Wire. All rights reserved."),
    *("Osla Brandt is a reporter in Port Ellery.", "This story was produced by Haldane Common.", "Read more: Ferries"),
    *("Facebook Email Copy link", "3 min read", "Home > News > Local", "Subscribe to our newsletter", "#ferry #vote"),
    *(
        "osla@ellery.example",
        "www.ellery.example",
        "Published 4 May 2029, 10:32 BST | Updated 11:05",
        "((a@b.example))",
    ),
)
CREDITS = (
    *("By Osla Brandt", "By OSLA BRANDT and BELA KORVIN", "Osla Brandt, Ellery Wire", "by ", "By A and B and C and D"),
    *("Photo: EW/Osla Brandt (Fair Use)", "(EW Photo/Osla Brandt, File)", "[Photo by Bela Korvin]", "© Bela Korvin"),
    *("FILE PHOTO: The pier in Tullarone, March 2, 2027. EW/Osla Brandt", "Photo: ", "Getty Images", "Ellery Wire"),
    *("Source: Ellery Wire", "May 4, 2029", "Friday 4 May", "PORT ELLERY (EW) —", "PORT ELLERY, May 4 (EW) - "),
)
SENTENCES = (
    "PORT ELLERY, May 4 (EW) — The council voted seven to four on Thursday to keep the ferry through the winter.",
    "“The tide keeps no calendar,” said Mira Solberg, the harbour master. “We waited, and the morning came.”",
    '"Nobody asked us," he told the chamber on Monday, "and nobody will."',
    "The 62-year-old said in a statement that the pier, built in 1987, would close from 9 to 11 May 2029.",
    "Korvin, who chairs the Ferry Board, will meet the mayor next week; the U.N. Council meets in spring.",
    "„Es ist gut so“, sagte Osla Brandt am Montag, dem 3. September.",
    "‘It’s the ’90s again,’ she said, rock ’n’ roll.",
    "the second half of a sentence that a page turn parted from the first, and that ends here.",
)
ODD = (
    *("\x00", "\x01", "\x0c", "\x1a", "\x1b[31m", "\x7f", "\x85", "\u00ad", "\u200b", "\u200e", "\u2060", "\ufeff"),
    *("\u202e", "\u2066", "\u2028", "\u2029", "\u3000", "\u00a0", "\u0301", "\ufffd", "\ufffe", "\U0010ffff", "🙂"),
    *(
        "&amp;",
        "&lt;",
        "&#0;",
        "&#x1;",
        "&#13;",
        "&#8232;",
        "&#xD800;",
        "&#1114112;",
        "&nbsp;",
        "&bogus;",
        "&#10;&#10;",
    ),
    *("安全", "שלום", "مرحبا", "สวัสดี", "ÅÄÖ", "ﬁ", "İ", "ß", "ſ", "²", "٣", "Ⅳ", "𝟘", "“", "”", '"', "’", "«", "…"),
    *("<b>", "</p>", "<!--", "-->", "{{", "%s", "\\", "`", "~~", "[a](b", "![a](b)", "**", "|", "\t", "{\\rtf1 ", "::"),
)
SEPARATORS = (
    "\n\n",
    "\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\n \t\n",
    "\n\n\n",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    " ",
    "\x0b",
)
FRONT = (
    "# ",
    "---\ntitle: Ferry stays\ndate: 2029-05-04\nauthor: [Osla, \n---\n",
    "---\n",
    "## ",
    "  ",
    "\ufeff",
    "> ",
)

_told = st.sampled_from([*HEADS, *NOTICES, *CREDITS])
_said = st.sampled_from(SENTENCES)
_paragraph = st.lists(_said, min_size=1, max_size=4).map(" ".join)
_free = st.text(max_size=40)
_short = st.one_of(_told, st.sampled_from(ODD), _free)
_joined = st.lists(st.one_of(_short, _said), min_size=2, max_size=5).map("".join)
_huge = st.builds(lambda piece, times: piece * times, _short.filter(bool), st.integers(30, 400)).map(
    lambda words: words[:8000]
)
_indented = st.builds(lambda white, words: white + words, st.sampled_from(["  ", "\t", " " * 40, "\u3000"]), _short)
_line = st.one_of(_told, _told, _said, _paragraph, _paragraph, _joined, _indented, _free)


def _text(front: str, head: str, lines: list[tuple[str, str]], end: str) -> str:
    return front + head + "".join(separator + line for separator, line in lines) + end


_wrapped = st.builds(
    lambda words, width: "\n".join(words[at : at + width] for at in range(0, len(words), width)),
    st.lists(_said, min_size=3, max_size=8).map(" ".join),
    st.integers(1, 100),
)
TEXTS = st.builds(
    _text,
    st.one_of(st.just(""), st.just(""), st.sampled_from(FRONT)),
    st.one_of(st.sampled_from(HEADS), st.sampled_from(HEADS), _line),
    st.lists(
        st.tuples(
            st.one_of(st.just("\n\n"), st.sampled_from(SEPARATORS)), st.one_of(_line, _line, _line, _wrapped, _huge)
        ),
        max_size=12,
    ),
    st.sampled_from(["", "\n", "\n\n\n", "\x1a", " "]),
)
PIECES = (*HEADS[-8:], *NOTICES, *CREDITS, *ODD, *SEPARATORS)
INPUTS = st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "replace")), mutated("texts", PIECES))
