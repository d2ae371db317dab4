"""The table of kinds is whole."""

from __future__ import annotations

from tests.audit.kinds import AWAITED, KINDS, LONG
from tests.audit.sites import DEMO, GENERATED, Sites, address_of
from tests.effort import AUDIT


def test_every_page_is_of_one_kind_and_every_kind_has_a_page(sites: Sites) -> None:
    """No page escapes the checks: a new kind needs a line in tests/audit/kinds.py. No kind is checked on nothing."""
    both = [sites.get(name, "/brief/") for name in (DEMO, GENERATED)]
    addresses = [address_of(name) for site in both for name in site.files if name.endswith(".html")]
    kinds = {address: [kind.name for kind in KINDS if kind.has(address)] for address in addresses}
    assert {address: found for address, found in kinds.items() if len(found) != 1} == {}
    present = {name for found in kinds.values() for name in found}
    assert {kind.name for kind in KINDS} - present - AWAITED - (set() if AUDIT else LONG) == set()
