"""Persons and organisations as schema.org describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsbrief.model.views import Link
from newsbrief.site.render.identity import Identity

if TYPE_CHECKING:
    from newsbrief.rules.stated import Stated

Data = dict[str, Any]


def stated() -> Stated:
    """Return the rules for words that may be stated as facts."""
    from newsbrief.rules import stated as found  # loads the rules of all languages

    return found.stated()


def named(kind: str, name: str, url: str = "") -> Data:
    """Return a thing with its name, and its address if it has one."""
    return {"@type": kind, "name": name, "url": url}


def person(link: Link, identity: Identity, role: str = "") -> Data:
    """Return a person, with their page on this site. A role is a job title if it reads like one."""
    title = role if stated().is_title(role) else ""
    return {**named("Person", link.text, identity.url(link.url)), "jobTitle": title}


def speaker(link: Link, identity: Identity, role: str = "") -> Data:
    """Return the speaker of a quote: a person, or an organisation that speaks by its own name."""
    if link.kind == "organisation":
        return named("Organization", link.text, identity.url(link.url))
    return person(link, identity, role)


def author(link: Link, identity: Identity) -> Data:
    """Return an author. It is an organisation if briefs say so, if it is the site, or by its words ("Staff")."""
    own = " ".join(link.text.split()).casefold() == " ".join(identity.name.split()).casefold()
    body = own or link.kind == "organisation" or stated().is_organisation(link.text)
    return named("Organization" if body else "Person", link.text, identity.url(link.url))


def publisher(identity: Identity) -> Data:
    """Return the site as a publisher."""
    return {**named("Organization", identity.name, identity.url("")), "logo": identity.url(identity.icon or None)}


def filled(value: Any) -> Any:
    """Return a value without empty parts, and without parts that only name their type."""
    if isinstance(value, dict):
        inner = {key: filled(found) for key, found in value.items()}
        return {key: found for key, found in inner.items() if found not in ("", [], None, {})}
    return [filled(one) for one in value] if isinstance(value, list) else value
