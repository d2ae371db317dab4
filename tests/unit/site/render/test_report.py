"""Links to report a mistake."""

from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from newsbrief.site.render.report import LONGEST_SUBJECT, address, fault
from tests.hostile import judge, strings

URL = "https://news.example/brief/2029/05/04/ferry/?a=b&c#d"


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "desk@tidings.example",
        "desk+site@mail.tidings.example",
        "https://tracker.example/new",
        "https://tracker.example/new?title={title}&body=Seen%20at%20{url}#form",
        "https://tracker.example:8443/{url}",
    ],
)
def test_setting_is_an_address(setting: str) -> None:
    """An e-mail address, or an https address with placeholders behind its host."""
    assert fault(setting) == ""


@pytest.mark.parametrize(
    "setting",
    [
        "desk",
        "desk@localhost",
        "mailto:desk@tidings.example",
        "desk@tidings.example?cc=other@evil.example",
        "desk@tidings.example, other@tidings.example",
        "http://tracker.example/new",
        "javascript:alert(1)",
        "https://{title}.tracker.example/",
        "https://tracker.example{url}/",
        "https://tracker.example/{name}",
        "https://user@tracker.example/",
        "https://",
    ],
)
def test_another_setting_is_refused(setting: str) -> None:
    """The message has the setting, its value, and what it may be."""
    assert fault(setting).startswith(f'NEWSBRIEF_REPORT is "{setting}"; give an e-mail address')


def test_without_a_setting_there_is_no_link() -> None:
    """There is nowhere to report to."""
    assert address("", "Ferry returns", URL) == ""


@pytest.mark.parametrize(
    "title", ["Ferry & quay: 100% “back”?", "a+b=c#d/e", "항구 소식", "{url} {title}", "two\nlines\ttab"]
)
def test_mail_names_the_page(title: str) -> None:
    """As a mail program reads it, the subject is the title on one line and the body is the page's address."""
    parts = urlsplit(address("desk+x@tidings.example", title, URL))
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "desk+x@tidings.example", "")
    # A mail program takes "+" for a plus, not for a space.
    asked = {name: unquote(value) for name, value in (pair.split("=", 1) for pair in parts.query.split("&"))}
    assert asked == {"subject": " ".join(title.split()), "body": f"{URL}\r\n"}
    assert "+" not in parts.query


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("County to take over the ferry", "County to take over the ferry"),
        ("County to take over the Vennick ferry in April", "County to take over the"),
        ("County takes over Vennick line in April", "County takes over Vennick line"),
        (
            "항구로돌아오는배가아침마다늦는까닭을사람들이묻고있지만답이없다고한다",
            "항구로돌아오는배가아침마다늦는까닭을사람들이묻고있지만답이없",
        ),
    ],
)
def test_subject_is_the_first_whole_words(title: str, subject: str) -> None:
    """A mail's subject has the first words of a long headline; a form gets all of it."""
    assert parse_qs(urlsplit(address("desk@tidings.example", title, URL)).query)["subject"] == [subject]
    assert parse_qs(urlsplit(address("https://tracker.example/?t={title}", title, URL)).query)["t"] == [title]


def test_form_names_the_page() -> None:
    """Each placeholder is filled in once, and no title fills in another."""
    made = address("https://tracker.example/new?title={title}&body={url}", "{url} & <b>", URL)
    assert parse_qs(urlsplit(made).query) == {"title": ["{url} & <b>"], "body": [URL]}
    assert address("https://tracker.example/new", "Ferry", URL) == "https://tracker.example/new"


def test_hostile_titles_are_harmless() -> None:
    """Whatever the title, the link leads to the newsroom, and adds no header to a mail."""
    for text in strings().all:
        for setting in ("desk@tidings.example", "https://tracker.example/new?t={title}"):
            made = address(setting, text, URL)
            assert made.isascii()
            assert judge.is_link(made)
            assert made.startswith(("mailto:desk@tidings.example?subject=", "https://tracker.example/new?t="))
            assert not {*"<>\"'` \r\n"} & {*made}
        subject = unquote(address("desk@tidings.example", text, "").partition("?subject=")[2])
        assert len(subject) <= LONGEST_SUBJECT
        letter = EmailMessage()
        letter["Subject"] = subject.replace("\x00", "")
