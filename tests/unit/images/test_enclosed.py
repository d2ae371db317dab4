"""Pictures that came in an article's own file: written into a saved page, or sent with an e-mail."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsbrief.desk import ingest as desk_ingest
from newsbrief.desk.records import Desk, Outcome
from newsbrief.document import parse
from newsbrief.images.forms import taken_apart
from newsbrief.images.look import told
from newsbrief.images.told import Told
from newsbrief.model.article import Photo
from tests.pictures import SECRET, drawn, jpeg, jpeg_claiming, packet, png_claiming
from tests.pictures import saved as picture
from tests.unit.intake.page.saved import TEXT, saved

SIGNED = jpeg(xmp=packet("HNA", "© HNA"))
OTHER = jpeg(drawn(800, 500))
ICON = jpeg(drawn(120, 120), xmp=packet("Icon", "© Icon"))
STRIP = jpeg(drawn(3000, 200), xmp=packet("Strip", "© Strip"))
TITLE = "Harbour reopens after the storm"
HNA = Photo("HNA", "© HNA", file="images/2029-05-04-harbour.jpg")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "raw").mkdir(parents=True)
    return tmp_path / "content"


def ingest(content: Path, name: str, data: bytes) -> Outcome:
    file = content / "raw" / name
    file.write_bytes(data)
    (outcome,) = desk_ingest.ingest([file], Desk(content, content / "briefs"))
    return outcome


def photo(outcome: Outcome) -> Photo | None:
    assert outcome.brief is not None
    return parse(outcome.brief.read_text("utf-8")).photo


def image(data: bytes, kind: str = "image/jpeg") -> str:
    return f'<img alt="" src="data:{kind};base64,{base64.b64encode(data).decode()}">'


def page(before: str = "", within: str = "") -> bytes:
    """A page with something above its headline, and something behind it."""
    return saved(body=f"{before}<h1>{TITLE}</h1>", text=f"{within}{TEXT}").encode()


FIGURE = "<figure>{}<figcaption>The quay. Photo: {}</figcaption></figure>"


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (image(SIGNED), HNA),
        (image(SIGNED, "image/pjpeg"), HNA),
        (image(OTHER), Photo(file=HNA.file)),
        # What says whose it is comes before what does not, and icons and strips are no photographs.
        (image(OTHER) + image(SIGNED), HNA),
        (image(ICON) + image(STRIP) + image(SIGNED), HNA),
        (image(ICON) + image(STRIP), None),
        # A page that credits somebody credits the picture beside the credit, or the only one there is.
        (FIGURE.format(image(OTHER), "Osla Brandt"), Photo("Osla Brandt", caption="The quay.", file=HNA.file)),
        (
            image(SIGNED) + FIGURE.format(image(OTHER), "Osla Brandt"),
            Photo("Osla Brandt", caption="The quay.", file=HNA.file),
        ),
        (
            FIGURE.format("<img src=quay.jpg>", "Osla Brandt") + image(SIGNED) + image(OTHER),
            Photo("Osla Brandt", caption="The quay."),
        ),
        # Neither of these is a picture that may be shown.
        (image(b"<svg/>" * 900), None),
        (image(png_claiming(30_000, 30_000) + b"\0" * 4000, "image/png"), None),
        (image(jpeg_claiming(9_000, 9_000) + b"\0" * 4000), None),
        (image(SIGNED[: len(SIGNED) // 2]), None),
        (image(SIGNED).replace("image/jpeg", "image/svg+xml"), None),
        (image(SIGNED).replace(";base64,", ","), None),
        ('<img src="data:,picture-0"><img src="data:,picture-99">', None),
    ],
)
def test_picture_written_into_a_page(content: Path, within: str, expected: Photo | None) -> None:
    """The article's picture becomes the brief's photo, with whose it is by the page, else by the file."""
    assert photo(ingest(content, "2029-05-04-harbour.html", page(within=within))) == expected


def test_nothing_private_is_copied(content: Path) -> None:
    """The copy has the pixels, the credit and the rights, and nothing else that was in the file."""
    ingest(content, "2029-05-04-harbour.html", page(within=image(SIGNED)))
    copy = (content / "images" / "2029-05-04-harbour.jpg").read_bytes()
    assert SECRET.encode() in SIGNED
    assert SECRET.encode() not in copy
    assert told(taken_apart(copy)) == Told("HNA", "© HNA")


def test_picture_above_the_headline_is_the_sites(content: Path) -> None:
    """What stands before the headline is the page's own."""
    assert photo(ingest(content, "2029-05-04-harbour.html", page(before=image(SIGNED)))) is None


def test_what_a_person_decided_stays(content: Path) -> None:
    """A photo that was taken out or put in by hand stays when the page changes."""
    outcome = ingest(content, "2029-05-04-harbour.html", page(within=image(SIGNED)))
    assert outcome.brief is not None
    text = outcome.brief.read_text()
    outcome.brief.write_text("".join(line for line in text.splitlines(True) if not line.startswith("photo:")))
    changed = page(within=image(SIGNED) + "<p>The council met on 3 May 2029 about it.</p>")
    assert photo(ingest(content, "2029-05-04-harbour.html", changed)) is None


def test_picture_beside_the_page_comes_first(content: Path) -> None:
    """Whoever put a picture beside the page meant it."""
    (content / "raw" / "2029-05-04-harbour.png").write_bytes(picture("PNG"))
    outcome = ingest(content, "2029-05-04-harbour.html", page(within=image(SIGNED)))
    assert photo(outcome) == Photo(file="images/2029-05-04-harbour.png")


LETTER = "Skerrow keeps its ferry\n\nThe council of Skerrow kept the ferry on Friday, and nobody spoke against it.\n{}"


def letter(*pictures: tuple[bytes, str, str], said: str = "") -> bytes:
    """An e-mail with pictures: the bytes, the name, and how it is placed."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Press office <press@harbour.example>", "Skerrow keeps its ferry"
    mail["Date"] = "Fri, 4 May 2029 09:00:00 +0000"
    mail.set_content(LETTER.format(said))
    for data, name, place in pictures:
        mail.add_attachment(data, "image", name.rpartition(".")[2], filename=name, disposition=place)
    return mail.as_bytes()


CREDIT = "\nPhoto: Osla Brandt\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (letter((SIGNED, "quay.jpeg", "attachment")), HNA),
        (letter((SIGNED, "quay.jpeg", "inline")), HNA),
        (letter((OTHER, "mark.jpeg", "inline"), (SIGNED, "quay.jpeg", "attachment")), HNA),
        (letter((ICON, "mark.jpeg", "inline")), None),
        (letter((b"no picture at all" * 400, "quay.jpeg", "attachment")), None),
        (letter((jpeg_claiming(9_000, 9_000), "quay.jpeg", "attachment")), None),
        (letter((OTHER, "quay.jpeg", "attachment"), said=CREDIT), Photo("Osla Brandt", file=HNA.file)),
        # Whose the house's own mark is, the text does not say.
        (letter((OTHER, "mark.jpeg", "inline"), said=CREDIT), Photo("Osla Brandt")),
        (
            letter((OTHER, "one.jpeg", "attachment"), (SIGNED, "two.jpeg", "attachment"), said=CREDIT),
            Photo("Osla Brandt"),
        ),
    ],
)
def test_picture_of_an_email(content: Path, data: bytes, expected: Photo | None) -> None:
    """One that came with a press release becomes its photo; a credit in the text is for the only one attached."""
    assert photo(ingest(content, "2029-05-04-harbour.eml", data)) == expected
