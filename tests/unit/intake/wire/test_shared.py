"""The IPTC's own examples, where they lie beside the project: each is the right article, or none.

Headline, byline and body stand here as sums, since no sentence of these files belongs to the project; each was read
beside its file by a person. Only packages and pictures alone may be no article.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import pytest

from newsbrief.desk import raw_files
from newsbrief.model.refusal import RefusedError

WIRE = Path(__file__).resolve().parents[5] / "shared" / "wire"


class Expected(NamedTuple):
    """Sums of the headline, the authors and the body ("" without any), the date, and how many paragraphs there are."""

    headline: str
    date: str
    authors: str
    body: str
    paragraphs: int


PACKAGE = "a package that names other items and has no text of its own"
PICTURE = "a picture without a text of its own"
FILES: dict[str, Expected | str] = {
    "newsml-g2/LISTING_1_A_NewsML-G2_News_Item.xml": Expected(
        "c639d8020c53", "2016-10-18T13:12:21-05:00", "45c95622bd69", "", 0
    ),
    "newsml-g2/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml": Expected(
        "1a2bb749947e", "", "fc0fb5abcbb1", "d12f4514f006", 1
    ),
    # A part of an item without a headline or a text: its dateline stands for the one, and there is no other.
    "newsml-g2/LISTING_28_Illustrating_Located_Subject_and_Dateline.xml": Expected(
        "b36fdf905ee9", "2016-02-09T09:17:00+03:00", "", "", 0
    ),
    "newsml-g2/LISTING_2_NewsML-G2_Text_Document.xml": Expected(
        "c639d8020c53", "2016-11-21T15:21:06-05:00", "45c95622bd69", "f95695c4575c", 2
    ),
    "newsml-g2/LISTING_3_Photo_in_NewsML-G2.xml": PICTURE,
    "newsml-g2/LISTING_6_Simple_NewsML-G2_Package.xml": PACKAGE,
    "ninjs/1.4-businesswire-newsml-20130515006361.json": Expected(
        "95e8e3108945", "2013-05-16T04:01:00Z", "", "004f39d51a52", 1
    ),
    "ninjs/1.4-businesswire-newsml-20130605006126.json": Expected(
        "a7aec7f33ac0", "2013-06-05T21:00:00Z", "", "d51f87a12857", 1
    ),
    "ninjs/1.4-businesswire-newsml-20130612006110.json": Expected(
        "275d66e3f635", "2013-06-12T15:29:00Z", "", "b76d04366542", 1
    ),
    "ninjs/1.4-businesswire-newsml-20130731006140.json": Expected(
        "83aad1bd0600", "2013-07-31T15:32:00Z", "", "f1f22ec8220a", 1
    ),
    "ninjs/1.4-ninjs-1-4-examples.json": Expected("e432ebb09980", "2022-04-21T12:34:56+00:00", "", "6b15b82585e4", 1),
    "ninjs/1.4-ninjsExComplex1.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "fc878fc60861", 4
    ),
    "ninjs/1.4-ninjsExComplex2.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:39:00Z", "7c9cbeef5714", "fc878fc60861", 4
    ),
    "ninjs/1.4-ninjsExMediumText1.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "fc878fc60861", 4
    ),
    "ninjs/1.4-ninjsExSimplePhoto1.json": PICTURE,
    "ninjs/1.4-ninjsExSimpleText1.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "fc878fc60861", 4
    ),
    "ninjs/1.6-001_simple_example.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 1
    ),
    "ninjs/1.6-004_simple_text_article.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 4
    ),
    "ninjs/1.6-005_complex_text_article.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 4
    ),
    "ninjs/2.1-businesswire-newsml-20130605006126.json": Expected(
        "a7aec7f33ac0", "2013-06-05T21:00:00Z", "", "d51f87a12857", 1
    ),
    "ninjs/2.1-businesswire-newsml-20130731006140.json": Expected(
        "83aad1bd0600", "2013-07-31T15:32:00Z", "", "f1f22ec8220a", 1
    ),
    "ninjs/2.1-ninjsExSimpleText_2.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "fc878fc60861", 4
    ),
    "ninjs/2.2-001_simple_example.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 1
    ),
    "ninjs/2.2-004_simple_text_article.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 4
    ),
    "ninjs/2.2-005_complex_text_article.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 4
    ),
    "ninjs/3.0-businesswire-newsml-20130605006126.json": Expected(
        "a7aec7f33ac0", "2013-06-05T21:00:00Z", "", "d51f87a12857", 1
    ),
    "ninjs/3.0-businesswire-newsml-20130731006140.json": Expected(
        "83aad1bd0600", "2013-07-31T15:32:00Z", "", "f1f22ec8220a", 1
    ),
    "ninjs/3.1-001_simple_example.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 1
    ),
    "ninjs/3.1-004_simple_text_article.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 4
    ),
    "ninjs/3.1-005_complex_text_article.json": Expected(
        "de56c1c1ceab", "2013-07-09T10:37:00Z", "7c9cbeef5714", "e20b963b234f", 4
    ),
}


def summed(words: str) -> str:
    """Twelve hex digits that tell words apart, white space not counted; "" of nothing."""
    plain = " ".join(words.split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12] if plain else ""


@pytest.mark.skipif(not WIRE.is_dir(), reason="the examples are not beside the project")
@pytest.mark.parametrize("name", FILES)
def test_example(name: str) -> None:
    """Headline, date, byline and body are right, or the reason says why it is no article."""
    expected = FILES[name]
    data = (WIRE / name).read_bytes()
    if isinstance(expected, str):
        with pytest.raises(RefusedError, match=f"^not an article: {expected}$"):
            raw_files.readings(data, name)
        return
    (found,) = raw_files.readings(data, name)
    assert expected == Expected(
        summed(found.headline),
        found.date,
        summed("; ".join(found.authors)),
        summed(found.text),
        len(found.text.split("\n\n")) if found.text else 0,
    )


@pytest.mark.skipif(not WIRE.is_dir(), reason="the examples are not beside the project")
def test_table_has_every_example() -> None:
    """No file is left out of the table, and only packages and pictures are no article."""
    assert set(FILES) == {file.relative_to(WIRE).as_posix() for file in WIRE.glob("*/*")}
    assert sum(isinstance(one, str) for one in FILES.values()) == 3
