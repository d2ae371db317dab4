"""Our generator among Pelican's: it runs after those for articles and pages."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from newsbrief.model.views import Link
from newsbrief.publish.offering import Offering
from newsbrief.publish.press import of
from newsbrief.publish.theme import context, slug_of_page


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """See `Offering`."""

    def generate_context(self) -> None:
        """Tell all templates the site's own names; runs after articles and pages were read."""
        own = tuple(Link(page.title, slug_of_page(page.url)) for page in self.context.get("pages", ()))
        press = of(self.settings)
        press.printing.own_pages = own
        self.context["nb"] = context(self.settings, press, own)

    def generate_output(self, writer: Any) -> None:
        """Offer everything, and have it done."""
        Offering(self.settings, self.context, self.get_template, writer).offer_all()
