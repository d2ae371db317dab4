"""Where a saved page is from is read from its first lines, and nowhere else."""

from __future__ import annotations

import pytest

from newsbrief.intake.origin import head, origin

URL = "https://news.example/2029/ferry"
COMMENT = f"<!-- saved from url=(0031){URL} -->"
SAVED = [
    (f"<!DOCTYPE html>\n{COMMENT}\n<html>", URL),
    (f"{COMMENT}\n<html>", URL),
    (f'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "a">\n{COMMENT}\n<html>', URL),
    (f"<html>{COMMENT}", URL),
    ("<!-- saved from url=(0033)https://news.example/a%2D%2Dferry -->", "https://news.example/a--ferry"),
    (f"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Monday\n-->", URL),
    ("<!-- saved from url=(0014)about:internet -->", ""),
    ("<!-- saved from url=(0019)javascript:alert(1) -->", ""),
    ("<!-- saved from url=(0025)file:///home/ann/page.html -->", ""),
    ("<!-- saved from url=(0020)https://a@b.example/ -->", ""),
    ("<!-- saved from url=(0020)//news.example/a -->", ""),
    (f"<html><body><p>Text</p>{COMMENT}</body></html>", ""),
    (f"A letter\n\n{COMMENT}", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "url"), SAVED, ids=range(len(SAVED)))
def test_what_browsers_write(text: str, url: str) -> None:
    """The comment of a browser or of SingleFile at a page's top gives its address, if that is of the web."""
    found = origin(text)
    assert (found.url, found.day, found.lines, found.text) == (url, "", 0, text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("url", [URL, "https://news.example/a--b/---", "https://news.example/" + "a" * 1_979])
def test_own_head(url: str, end: str) -> None:
    """What is written in front of a fetched page is read again, and is no part of its text."""
    found = origin((head(url, "2029-05-04") + "Headline\n").replace("\n", end))
    assert (found.url, found.day, found.lines, found.text) == (url, "2029-05-04", 2, f"Headline{end}")
