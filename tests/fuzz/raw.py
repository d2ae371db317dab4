"""Bytes that are no text, or a text in some encoding or other."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.fuzz import pages, texts
from tests.fuzz.mutation import mutated

ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "latin-1", "cp1252", "cp1250"),
    *("cp1251", "cp437", "cp850", "mac-roman", "koi8-r", "iso8859-2", "iso8859-5", "shift_jis", "gb18030", "big5"),
    *("euc-kr", "cp037", "iso2022_jp", "hz"),
)
MARKS = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"\x1f\x8b\x08", b"+/v8", b"\x0e\xfe\xff"]
MAGIC = [b"%PDF-1.7\n", b"{\\rtf1\\ansi ", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG\r\n", b'{"headline": "A"}']
DECLARED = [
    *("utf-8", "windows-1252", "iso-8859-1", "shift_jis", "utf-16", "utf-7", "cp1252", "punycode", "idna", "zlib"),
    *("base64", "rot13", "unicode_escape", "raw_unicode_escape", "mbcs", "undefined", "x-user-defined", "", "a" * 60),
]
LETTERS = st.text(
    st.characters(min_codepoint=0x80, max_codepoint=0x2FFF, exclude_categories=["Cs"]), min_size=1, max_size=30
)


def encoded(words: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Texts in some encoding; what that has no letter for is a question mark."""
    return st.builds(lambda text, name: text.encode(name, "replace"), words, st.sampled_from(ENCODINGS))


def _declaring(words: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Pages that name an encoding, right or wrong."""

    def page(text: str, name: str, said: str, mark: str) -> bytes:
        head = f"<html><head><meta charset={mark}{said}{mark}><title>Ferry stays</title></head><body>"
        return (head + f"<h1>Ferry stays</h1><p>{text}</p>").encode(name, "replace")

    return st.builds(
        page, words, st.sampled_from(ENCODINGS), st.sampled_from(DECLARED), st.sampled_from(["", '"', "'", " "])
    )


INPUTS = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda mark, rest: mark + rest, st.sampled_from(MARKS + MAGIC), st.binary(max_size=60)),
    st.builds(lambda mark, text: mark + text.encode(), st.sampled_from(MARKS + MAGIC), texts.TEXTS),
    encoded(texts.TEXTS),
    encoded(st.builds(lambda one, two, three: f"{one}\n\n{two} {three}.\n", LETTERS, LETTERS, LETTERS)),
    encoded(pages.PAGES),
    _declaring(LETTERS),
    _declaring(texts.TEXTS),
    mutated("bytes", ("\x00", "\ufeff", "é", "“", "\x80", "\x1a", "charset=", "<meta charset=", "---\n", "# ")),
)
