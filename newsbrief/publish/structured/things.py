"""Names, places and persons as schema.org has them, wherever they occur."""

from __future__ import annotations

from typing import Any

from newsbrief.model.views import Link
from newsbrief.publish.identity import Identity

Data = dict[str, Any]


def named(kind: str, name: str, url: str = "") -> Data:
    """A thing with a name, and its page where it has one."""
    return {"@type": kind, "name": name, "url": url}


def person(link: Link, identity: Identity, role: str = "") -> Data:
    """Someone by name, with their page on this site."""
    return {**named("Person", link.text, identity.url(link.url)), "jobTitle": role}


def author(link: Link, identity: Identity) -> Data:
    """A byline. One without a person behind it ("Staff") is the newsroom's."""
    return named("Person" if " " in link.text else "Organization", link.text, identity.url(link.url))


def publisher(identity: Identity) -> Data:
    """The site itself."""
    return {**named("Organization", identity.name, identity.url("")), "logo": identity.url(identity.icon or None)}


def filled(value: Any) -> Any:
    """Without what is empty, and without what only names its type."""
    if isinstance(value, dict):
        inner = {key: filled(found) for key, found in value.items()}
        return {key: found for key, found in inner.items() if found not in ("", [], None, {})}
    return [filled(one) for one in value] if isinstance(value, list) else value
