"""What pages are called where their title is more than a name; in templates `nb.title(model)`."""

from __future__ import annotations

from newsbrief.model.timeline import TimelinePage
from newsbrief.publish.words import Words


def timeline_title(page: TimelinePage, words: Words) -> str:
    """A timeline's heading, which its exports have too; an older part also says what it covers."""
    _ = words.gettext
    title = _whole_title(page, words)
    if page.date is None:
        return title
    covered = words.date(page.date)
    if page.subject is None:
        return _("%(title)s: %(dates)s", title=title, dates=covered)
    return _("%(title)s, %(dates)s", title=title, dates=covered)


def _whole_title(page: TimelinePage, words: Words) -> str:
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
