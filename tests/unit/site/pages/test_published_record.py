"""published.json."""

from __future__ import annotations

from pathlib import Path

from newsbrief.content import published
from newsbrief.site.index.published import published_of
from newsbrief.site.pages import published_record
from newsbrief.site.views.resolve import Views
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import index_of, site, written


def test_a_build_for_readers_records_published_briefs(tmp_path: Path) -> None:
    """A preview records nothing, and no retracted brief is in the record."""
    one, gone = entry(), entry("briefs/2029-05-05-boat.md", status="retracted")
    made = site(tmp_path, publish=True)
    index, views = index_of([one, gone], made)
    form = made.options.brief_url
    views = Views(index, views.entry, views.whole, lambda path: published.fragment(views.whole(path), form))
    (data,) = written(published_record, list(published_record.plan(index, made)), views, made).values()
    assert published.read(data.decode()) == {one.path: published_of(one, form)}
    assert list(published_record.plan(index, site(tmp_path))) == []
