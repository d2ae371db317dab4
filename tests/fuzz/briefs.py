"""Briefs' files as people, editors, scripts and other programs write them. All people and places are invented."""

from __future__ import annotations

from hypothesis import strategies as st

from newsbrief.document.read import READERS
from tests.fuzz.mutation import mutated

FIELDS = (
    *sorted(READERS),
    "author",
    "Title",
    "DATE",
    " title",
    "x-mood",
    "null",
    "true",
    "1",
    "é",
    "<<",
    "=",
    "?",
    "-",
)
SCALARS = (
    *(
        "Ferry stays",
        "NO",
        "yes",
        "null",
        "~",
        "",
        "12:30",
        "1_000",
        "0x1F",
        "0o17",
        "1e400",
        ".nan",
        "-.inf",
        "=",
        "2022",
    ),
    *(
        "2029-05-04",
        "2029-05-04 14:30",
        "2029-05-04T14:30:00.5+01:00",
        "2029-02-30",
        "0000-01-01",
        "9999-12-31 23:59:60",
    ),
    *(
        "2029-05-04 24:00",
        "2029-05~",
        "[2028,2029]",
        "202X",
        "2029-07/2029-09",
        "2029-09/2029-07",
        "2029-5-4",
        "٢٠٢٩-٠٥-٠٤",
    ),
    *("review", "published", "Published", "excerpt", "en-GB", "q1", "e1", "morning-ferry#e1", "javascript:alert(1)"),
    *("https://wire.example/2029/ferry", "https://a@b.example:99999/", "../../etc", "/2029/05/04/ferry/", "a/./b"),
    *("Seoul: a warning", "#1 of all", "Route #1", "'it''s'", '"a\\nb"', '"\\ud800"', '"\\x00"', '"\\U0010FFFF"', '"a'),
    *("'a", "[a, b", "[a, [b, [c]]]", "{a: b}", "{a: {b: {c: d}}}", "{a, b}", "[,]", "{", "}", "*a", "&a b", "!!int 3"),
    *(
        "!!binary aGk=",
        "!x y",
        "!<tag:yaml.org,2002:str> a",
        "!!python/object:os.system a",
        "|",
        ">-",
        "|2",
        "|+",
        "- a",
    ),
    *(
        "@a",
        "`a`",
        "%a",
        "? a",
        ": a",
        "a: b: c",
        "“No,” she said",
        "a\tb",
        "a #b",
        "a # b",
        "a\u2028b",
        "\u202eab",
        "\ufeffa",
    ),
    *(
        "{name: Mira Solberg, role: the harbour master}",
        "{credit: EW, rights: Fair Use}",
        "[[[[[[[[[[[[[a]]]]]]]]]]]]]",
    ),
)
LISTS = (
    "quotes:\n- id: q1\n  speaker: Mira Solberg\n  text: The tide keeps no calendar",
    "quotes:\n- id: q1\n  text:\n  - We waited\n  - and the morning came\n- {id: q1, text: again}",
    "quotes:\n  - id: q2\n    text: |\n      two\n\n      lines\n\n",
    "events:\n- id: e1\n  date: 2029-05-03\n  when: on Thursday\n  text: The council voted\n  claim: q1\n  same: a#e1",
    "events:\n- {id: e1, date: [2028,2029], text: A vote}\n-\n- id: e2",
    "notes:\n- kind: correction\n  date: 2029-05-06\n  about: q2\n  text: An earlier version was wrong.",
    "people:\n- Mira Solberg\n- {name: Ida Fenn, role: skipper}\n- {name: Ida Fenn, role: skipper, age: 3}",
    "raw:\n  file: a.txt\n  sha256: ab12\n  desk: {title: 0123456789,\n    body: abc}\n  last: {q: 2, e: x}",
    "raw: {file: a.txt, last: {q: 99999999999999999999}}",
    "silence: {undated-event: not known, ? a : b}",
    "summary: >\n  one\n\n  two\n   three\n# a remark\n\n",
    "tags:\n- a\n-b\n  - c\n",
    "tags: [a,\n  b, # remark\n  c]",
    "photo:\n  credit: EW\n\trights: Fair Use",
    "? title\n: Ferry",
    "--- a",
    "...",
    "%YAML 1.2",
    "# a remark only",
    "reviewed: {by: R. Amadi, on: 2029-05-04}",
    "title: Ferry\n  stays\n  for the winter",
    "title: 'Ferry\n\n  stays'   # a remark",
)
SIGNS = "---\n :#'\"[]{}&*!|>%@`,?-abq1\t\\é“\u00a0\u0085\u2028\ufeff\x00\x1b\U0001f600"

_scalar = st.one_of(
    st.sampled_from(SCALARS), st.sampled_from(SCALARS), st.text(SIGNS, max_size=15), st.text(max_size=10)
)
_quoted = st.builds(lambda words, mark: f"{mark}{words}{mark}", _scalar, st.sampled_from("'\""))
_item = st.one_of(_scalar, _scalar, _quoted)
_flow = st.lists(_item, max_size=4).map(lambda items: f"[{', '.join(items)}]")
_map = st.lists(st.tuples(st.sampled_from(FIELDS), _item), max_size=4).map(
    lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
)
_block = st.lists(_item, min_size=1, max_size=4).map(lambda items: "".join(f"\n- {item}" for item in items))
_folded = st.builds(
    lambda mark, lines: f"{mark}\n" + "\n".join(f"  {line}" for line in lines),
    st.sampled_from(["|", ">", "|-", ">+", "|2"]),
    st.lists(_scalar, max_size=4),
)
_value = st.one_of(_item, _item, _item, _flow, _map, _block, _folded)
_field = st.builds(
    lambda name, gap, value, remark: f"{name}:{gap}{value}{remark}",
    st.sampled_from(FIELDS),
    st.sampled_from([" ", " ", " ", " ", "", "   ", "\t"]),
    _value,
    st.sampled_from(["", "", "", "   # a remark", " #", "\n", "\n\n# a remark"]),
)
# Fields that hold something sound, each once, so that most of these files are briefs.
_mark = st.text(st.sampled_from(" aZé0-:#,'[]{}*&!?|>%@`\u00a0\u2028\ufeff“🙂\\"), max_size=12)
_double = _mark.map(lambda words: '"' + words.replace("\\", "\\\\") + '"')
_single = _mark.map(lambda words: f"'{words.replace(chr(39), chr(39) * 2)}'")
_one = st.one_of(
    _double, _single, st.sampled_from(["Ferry", "NO", "12:30", "2022", "a b", "|\n  a\n   b\n\n", ">\n  a\n\n  b"])
)
_several = st.lists(st.one_of(_double, _single), max_size=4).map(lambda items: f"[{', '.join(items)}]")
_sound = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("slug", "lang", "category", "dateline", "summary", "story", "x-mood"), _one),
        **dict.fromkeys(("tags", "authors", "source", "places", "organisations"), st.one_of(_several, _one)),
        "modified": st.sampled_from([value for value in SCALARS if value.startswith("20")]),
        "photo": st.builds(lambda one, other: f"{{credit: {one}, caption: {other}}}", _double, _single),
        "people": st.builds(lambda one, other: f"\n- {{name: {one}, role: {other}}}\n- {one}", _double, _single),
        "quotes": st.builds(lambda one, other: f"\n- id: q1\n  text:\n  - {one}\n  - {other}", _double, _single),
        "silence": st.builds(lambda one, other: f"\n  {one}: {other}", _double, _single),
    },
).map(lambda fields: [f"{name}: {value}" for name, value in fields.items()])
_line = st.one_of(_field, _field, st.sampled_from(LISTS), st.text(SIGNS, max_size=30))
_deep = st.builds(
    lambda piece, depth: "x-deep: " + piece * depth, st.sampled_from(["[", "{a: ", "- "]), st.integers(1, 99)
)
_body = st.one_of(
    st.just("The council voted on Thursday.\n\n“The tide keeps no calendar,” said Mira Solberg.\n"),
    st.text(max_size=60),
    st.sampled_from(["", "\n\n", "---\n", "    code\n", "\t\n\u2028\n", "<b>a", "\x00\x1b", "a\r\nb\rc\n"]),
)


def _brief(start: str, needed: bool, lines: list[str], fence: str, body: str, end: str) -> str:
    head = ["title: Ferry stays", "date: 2029-05-04"] if needed else []
    front = "\n".join([*head, *lines])
    return f"{start}{front}\n{fence}\n{body}".replace("\n", end)


BRIEFS = st.builds(
    _brief,
    st.one_of(st.just("---\n"), st.just("---\n"), st.sampled_from(["\ufeff---\n", "\n\n--- \t\n", "----\n", ""])),
    st.sampled_from([True, True, True, False]),
    st.one_of(
        _sound,
        _sound.flatmap(st.permutations),
        st.lists(_line, max_size=3),
        st.lists(st.one_of(_line, _deep), max_size=6),
    ),
    st.one_of(st.just("---"), st.just("---"), st.sampled_from(["--- ", "----", "...", ""])),
    _body,
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]),
)
PIECES = (
    *SCALARS,
    *LISTS,
    "\r\n",
    "\n---\n",
    "\n...\n",
    "\t",
    ": ",
    "- ",
    " #",
    "&a ",
    "*a",
    "<<: ",
    "\x00",
    "\u2028",
    "\x85",
)
INPUTS = st.one_of(BRIEFS.map(lambda text: text.encode("utf-8", "replace")), mutated("briefs", PIECES))
