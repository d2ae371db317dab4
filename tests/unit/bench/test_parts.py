"""Where the time goes."""

from pathlib import Path

import jinja2
import pytest

from bench.peers.parts import PARTS, profiled, shares
from newsbrief.document import cleaned
from newsbrief.site.render.body import to_html

PACKAGES = Path(jinja2.__file__).parent.parent


@pytest.mark.parametrize("name", PARTS)
def test_part_is_still_there(name: str, project: Path) -> None:
    """A function that was renamed would be passed over in silence."""
    file, function = PARTS[name]
    source = next(folder / file for folder in (project, PACKAGES) if (folder / file).is_file())
    assert f"def {function}(" in source.read_text("utf-8")


def test_share_is_the_time_with_all_that_is_called() -> None:
    """And what did not run has no line."""
    whole, times = profiled(lambda: [to_html("*Late* ferry") for _ in range(20)])
    assert list(shares(times)) == ["Markdown to clean HTML"]
    assert 0 < shares(times)["Markdown to clean HTML"] <= 1.2 * whole
    assert shares(profiled(lambda: cleaned("x"))[1]) == {}
