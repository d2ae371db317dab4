"""What is taken out of a page's source before it is parsed."""

from __future__ import annotations

import pytest

from newsbrief.intake.page.slim import PARTING, without_frame, without_scripts

DATA = '<script type="application/ld+json">{"a": 1}</script>'


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a<script>x<p></script>b", "ab"),
        ("a<SCRIPT src='x'></SCRIPT >b", "ab"),
        ("a<style>p{}</style><!-- <p> -->b", "ab"),
        (f"a{DATA}b", f"a{DATA}b"),
        ("a<script>never closed", "a<script>never closed"),
        ("a<!-- never closed <script>x</script>b", "a<!-- never closed b"),
        ("a&#8;b&#x1F;c&#0;d&#10;e&#8211;f", "abcd&#10;e&#8211;f"),
        ("a\x00b\ud800c<?xml version='1.0'?>d", "abcd"),
        ("<?xml never closed <p>a", "<p>a"),
        (f"<p {'a ' * 40_000}>x", "<p>x"),
        (f"<p/{'a/' * 200}>x", "<p>x"),
        (f"<x-y {'a ' * 200}>x</x-y>", "<x-y>x</x-y>"),
        (f"""<p {"a b='<' " * 200}>x""", "<p>x"),
        (f"""<p {'a="1>"' * 200}>x""", "<p>x"),
        (f"""<!--<p a="--><q {"a " * 200}>x<p b="">""", '<q>x<p b="">'),
        (f"<p {'a ' * 99}>x", f"<p {'a ' * 99}>x"),
        (f"""<p title="{"a " * 500}">x""", f"""<p title="{"a " * 500}">x"""),
        ("a<br>b<br />\n<BR clear='all'>c", f"a<br>b {PARTING} c"),
        ("<br>" * 4_000 + "x", f" {PARTING} x"),
        ("<svg><p>x</p></svg>", "<svg><p>x</p></svg>"),
    ],
)
def test_without_scripts(source: str, left: str) -> None:
    """Scripts, styles, comments and what no tree takes go; data and what is never closed stay."""
    assert without_scripts(source) == left


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("a<svg><title>Close</title></svg>b", "ab"),
        ("a<svg/>b<nav>c</nav>d<footer>e</footer>f<select>g</select>h", "a<svg/>bdfh"),
        (f"<footer>{DATA}</footer>", f"<footer>{DATA}</footer>"),
    ],
)
def test_without_frame(source: str, left: str) -> None:
    """Drawings and navigation go, unless they hold data."""
    assert without_frame(source) == left
