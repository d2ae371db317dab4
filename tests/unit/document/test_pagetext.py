"""What is read in a page's source."""

from __future__ import annotations

import pytest

from newsbrief.document import page_notices

OWN = "© 2029 The Ellery Courier. All rights reserved."


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f"<footer><nav>Contact</nav><p>{OWN}</p></footer>", [OWN]),
        ("<p>Imprint | &copy;&nbsp;2029\n <a href='/'>The Ellery <b>Courier</b></a>", ["© 2029 The Ellery Courier"]),
        ("<div>(c) Ellery Wire, all rights reserved</div>", ["(c) Ellery Wire, all rights reserved"]),
        ("<div>Copyright 2019-2029 Ellery Wire</div><p>Late</p>", ["Copyright 2019-2029 Ellery Wire"]),
        (f"<p>{OWN}</p><p>{OWN}</p>", [OWN, OWN]),
        # What says nothing about the page: a menu, a picture's credit, and what nobody sees.
        ("<li>Terms</li><li>Copyright &amp; Licensing</li>", []),
        ("<figcaption>The quay. © Osla Brandt</figcaption>", []),
        (f"<script>var footer = '{OWN}'</script><!-- {OWN} -->", []),
    ],
)
def test_page_s_copyright_lines(source: str, found: list[str]) -> None:
    """Each as it is shown, from its sign on, whatever tags are in it."""
    assert list(page_notices(f"<html><body><p>It rained.</p>{source}</body></html>")) == found
