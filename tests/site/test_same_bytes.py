"""The same content at the same instant gives the same bytes."""

from tests.newsroom import Newsroom, files_of
from tests.site.test_leaks import brief


def test_building_again_changes_nothing(seed_newsroom: Newsroom) -> None:
    """A second build changes no byte of content/ and output/, and no time stamp of a page."""
    assert seed_newsroom.build().returncode == 0
    before = files_of(seed_newsroom.folder)
    stamp = (seed_newsroom.output / "index.html").stat().st_mtime_ns
    assert seed_newsroom.build().returncode == 0
    assert files_of(seed_newsroom.folder) == before
    assert (seed_newsroom.output / "index.html").stat().st_mtime_ns == stamp


def test_plain_pelican_builds_the_same_site(seed_newsroom: Newsroom) -> None:
    """`pelican content -s pelican.conf.py -o DIR` gives what `make html` gives."""
    assert seed_newsroom.build().returncode == 0
    other = seed_newsroom.folder / "elsewhere"
    done = seed_newsroom.run("content", "-s", "pelican.conf.py", "-o", str(other), module="pelican")
    assert done.returncode == 0
    assert files_of(other) == seed_newsroom.pages()


def test_build_depends_on_its_instant_only(newsroom: Newsroom) -> None:
    """Another machine's clock, time zone and hash seed change no byte."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief("2029-05-04-other.md", brief(title="Another headline"))
    assert newsroom.build("-o", "one", PYTHONHASHSEED="1", TZ="UTC").returncode == 0
    assert newsroom.build("-o", "two", PYTHONHASHSEED="2", TZ="Pacific/Auckland").returncode == 0
    assert files_of(newsroom.folder / "one") == files_of(newsroom.folder / "two")
