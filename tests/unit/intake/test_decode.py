"""Bytes become text whatever they were saved as; where that was guessed, somebody is told."""

from __future__ import annotations

import pytest

from newsbrief.intake import guessed
from newsbrief.intake.decode import decoded, decoding
from newsbrief.model.refusal import RefusedError

ENGLISH = "“It’s the café’s third month—and the ferry is late,” said Zoë Brandt. The fare is £3.\n"
TEXTS = [
    ("utf-8", ENGLISH, ""),
    ("utf-16", ENGLISH, ""),
    ("cp1252", ENGLISH, "cp1252"),
    ("mac_roman", ENGLISH, "mac_roman"),
    ("cp1250", "„Řeka je příliš vysoká,“ řekla Žofie Kovářová v pondělí. Loď čeká u mola.\n", "cp1250"),
    ("iso8859_2", "Řeka je příliš vysoká, řekla Žofie Kovářová v pondělí. Loď čeká u mola; šéf mlčel.\n", "iso8859_2"),
    ("cp1251", "«Паром опять опоздал», — сказала Вера Лунина в понедельник на причале.\n", "cp1251"),
    ("cp1254", "“Gemi yine geç kaldı, ağabeyim iskelede bekliyor,” dedi Işıl Şenyüz.\n", "cp1254"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text", "told"), TEXTS, ids=[row[0] for row in TEXTS])
def test_encodings(encoding: str, text: str, told: str) -> None:
    """The letters tell the encoding where nothing else does."""
    data = text.encode(encoding)
    assert decoded(data) == text
    assert guessed(data) == told


def test_a_page_says_its_own() -> None:
    """A declared encoding is no guess."""
    data = '<html><head><meta charset="windows-1252"></head><body><p>Zoë’s café</p></body></html>'.encode("cp1252")
    assert guessed(data) == ""
    assert "Zoë’s café" in decoded(data)


def test_line_ends() -> None:
    """Windows' and old Macintosh line ends are line feeds."""
    assert decoded(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


WORDS = "Zoë’s café — £3"
# What the page says, in which encoding its bytes are, and what its server says of it.
DECLARATIONS = [
    ('<meta charset="windows-1252">', "cp1252", ""),
    ("<meta charset=iso-8859-1>", "cp1252", ""),
    ("<META CHARSET = 'LATIN1' />", "cp1252", ""),
    ('<meta content="text/html; charset=ISO-8859-1" http-equiv="Content-Type">', "cp1252", ""),
    ("<meta http-equiv=content-type content=text/html;charset=us-ascii>", "cp1252", ""),
    ('<meta name="a" content="it\'s > 3"><meta charset="x-cp1252">', "cp1252", ""),
    ('<!-- <meta charset="koi8-r"> --><meta charset="windows-1252">', "cp1252", ""),
    ('<!--><meta charset="windows-1252"><!-- <meta charset="koi8-r"> -->', "cp1252", ""),
    ('<meta charset="no-such"><meta charset="windows-1252">', "cp1252", ""),
    ('<meta charset="koi8-r">', "cp1252", "Windows-1252"),
    ('<meta charset="windows-1252">', "cp1252", "no-such"),
    ('<meta charset="windows-1252">', "utf-8", ""),
    ('<meta charset="windows-1252">', "utf-8", "iso-8859-1"),
    ('<meta charset="windows-1252">', "utf-16", "iso-8859-1"),
    ('<meta charset="windows-1252">', "utf-8-sig", "iso-8859-1"),
    ('<meta charset="utf-16">', "utf-8", ""),
    ("", "utf-16-le", "utf-16"),
    ("", "utf-16-be", "UTF-16BE"),
    ("", "cp1252", "latin1"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "encoding", "label"), DECLARATIONS, ids=range(len(DECLARATIONS)))
def test_pages_are_read_as_browsers_read_them(says: str, encoding: str, label: str) -> None:
    """Byte order mark, server, meta tag: the first that tells; no guess, nothing lost, and UTF-8 is always known."""
    found = decoding(f"<html><head>{says}</head><body><p>{WORDS}</p></body></html>".encode(encoding), label)
    assert WORDS in found.text
    assert (found.guessed, found.lost) == (False, 0)


OTHERS = [
    ("gb2312", "gb18030", "渡轮又晚点了镕"),
    ("shift_jis", "cp932", "①渡し船はまた遅れた"),
    ("iso-2022-jp", "iso2022_jp", "渡し船はまた遅れた"),
    ("ks_c_5601-1987", "cp949", "배가 또 늦었다 똠"),
    ("iso-8859-9", "cp1254", "“Gemi geç kaldı” dedi Işıl Şenyüz"),
    ("windows-874", "cp874", "“เรือมาสาย”"),
    ("KOI8-U", "koi8-u", "Паром знову запізнився"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "encoding", "words"), OTHERS, ids=[row[0] for row in OTHERS])
def test_older_names_mean_what_browsers_take_them_for(label: str, encoding: str, words: str) -> None:
    """A page's older encoding is read with the signs that were added to it since."""
    assert words in decoded(f'<html><meta charset="{label}"><p>{words}</p></html>'.encode(encoding))


def test_declaration_of_xml() -> None:
    """Without a meta tag the declaration of XML counts, and only at the page's start."""
    page = f'<?xml version="1.0" encoding="ISO-8859-1"?>\n<html><p>{WORDS}</p></html>'.encode("cp1252")
    assert (decoding(page).encoding, decoding(page).guessed) == ("cp1252", False)
    assert decoding(b"<html>" + page).guessed


def test_a_few_bad_bytes_cost_only_themselves() -> None:
    """A page of UTF-8 with one broken sign keeps all others, and says that one is lost."""
    page = f'<html><meta charset="utf-8"><p>{WORDS * 3}</p>'.encode() + b"<p>Z\xeb</p></html>"
    found = decoding(page)
    assert WORDS * 3 in found.text
    assert (found.encoding, found.guessed, found.lost) == ("utf-8", False, 1)


def test_a_page_that_is_not_what_it_says() -> None:
    """Where most of its letters cannot be read as the page says, the letters themselves tell."""
    found = decoding(f'<html><meta charset="utf-8"><p>{WORDS}</p></html>'.encode("cp1252"))
    assert WORDS in found.text
    assert found.guessed


NO_TEXT = [
    (ENGLISH.encode("utf-16-le"), "UTF-16 without a byte order mark"),
    (ENGLISH.encode("utf-16-be"), "UTF-16 without a byte order mark"),
    (b"one\ntwo\x00" + b"three " * 40, "line 2: not a text file"),
    (b"\xff\xfea\x00b", "begins with its byte order mark"),
    (b" \n ", "empty file"),
    (b"\x1f\x8b\x08", "compressed with gzip"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), NO_TEXT, ids=[row[1] for row in NO_TEXT])
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    """Each with its reason."""
    with pytest.raises(RefusedError, match=reason):
        decoded(data)
