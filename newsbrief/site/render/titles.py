"""Titles of pages that are more than a name; in templates `nb.title(model)`."""

from __future__ import annotations

from newsbrief.model.timeline import TimelinePage
from newsbrief.site.render.translations import Translations


def timeline_title(page: TimelinePage, words: Translations) -> str:
    """Return a timeline's heading, which its exports have too. That of an older part says what it covers."""
    _ = words.gettext
    title = _whole_title(page, words)
    if page.date is None:
        return title
    covered = words.date(page.date)
    if page.subject is None:
        return _("%(title)s: %(dates)s", title=title, dates=covered)
    return _("%(title)s, %(dates)s", title=title, dates=covered)


def _whole_title(page: TimelinePage, words: Translations) -> str:
    _ = words.gettext
    if page.subject is None:
        of_all = {"news": _("Timeline without background"), "announced": _("What was announced")}
        return of_all.get(page.filter, _("Timeline"))
    subject = page.subject.text
    of_subject = {
        "news": _("Timeline: %(subject)s, without background", subject=subject),
        "announced": _("Timeline: %(subject)s, announced", subject=subject),
    }
    return of_subject.get(page.filter, _("Timeline: %(subject)s", subject=subject))
