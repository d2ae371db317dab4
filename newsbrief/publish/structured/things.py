"""Names, places and persons as schema.org has them, wherever they occur."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsbrief.model.views import Link
from newsbrief.publish.identity import Identity

if TYPE_CHECKING:
    from newsbrief.rules.stated import Stated

Data = dict[str, Any]


def stated() -> Stated:
    """What words must be like to be stated as facts."""
    from newsbrief.rules import stated as found  # with the rules of all languages, and many a build writes no person

    return found.stated()


def named(kind: str, name: str, url: str = "") -> Data:
    """A thing with a name, and its page where it has one."""
    return {"@type": kind, "name": name, "url": url}


def person(link: Link, identity: Identity, role: str = "") -> Data:
    """Someone by name, with their page on this site; a role counts as a job's title if it reads like one."""
    title = role if stated().is_title(role) else ""
    return {**named("Person", link.text, identity.url(link.url)), "jobTitle": title}


def speaker(link: Link, identity: Identity, role: str = "") -> Data:
    """Whoever says a quote: a person, or an organisation that speaks by its own name."""
    if link.kind == "organisation":
        return named("Organization", link.text, identity.url(link.url))
    return person(link, identity, role)


def author(link: Link, identity: Identity) -> Data:
    """A byline: an organisation's if briefs name one so, if it is the site's own name or its words say so ("Staff")."""
    own = " ".join(link.text.split()).casefold() == " ".join(identity.name.split()).casefold()
    body = own or link.kind == "organisation" or stated().is_organisation(link.text)
    return named("Organization" if body else "Person", link.text, identity.url(link.url))


def publisher(identity: Identity) -> Data:
    """The site itself."""
    return {**named("Organization", identity.name, identity.url("")), "logo": identity.url(identity.icon or None)}


def filled(value: Any) -> Any:
    """Without what is empty, and without what only names its type."""
    if isinstance(value, dict):
        inner = {key: filled(found) for key, found in value.items()}
        return {key: found for key, found in inner.items() if found not in ("", [], None, {})}
    return [filled(one) for one in value] if isinstance(value, list) else value
