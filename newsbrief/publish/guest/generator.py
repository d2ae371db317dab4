"""Writes the pages that the host's theme has our templates for, and the timelines' exports."""

from __future__ import annotations

from functools import partial
from typing import Any

from pelican.generators import Generator

from newsbrief.export.timelines import Timelines
from newsbrief.publish import settings as ours
from newsbrief.publish.exports import export_files
from newsbrief.publish.guest.place import file_of, has
from newsbrief.publish.guest.press import view
from newsbrief.publish.guest.told import ESCAPED
from newsbrief.publish.links import root_of
from newsbrief.publish.press import Press, of
from newsbrief.publish.theme import context
from newsbrief.publish.titles import timeline_title


class GuestGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Every page of ours that the host's theme has a template for; a theme without any gets none."""

    def generate_context(self) -> None:
        """Tell all templates our names; the host's own stay as they are."""
        self.context["nb"] = context(view(self.settings), of(self.settings), ())

    def generate_output(self, writer: Any) -> None:
        """Pelican writes them as it does its own: other plugins hear of each."""
        press, escaped = of(self.settings), self.settings[ESCAPED]
        moved = (("moved", page) for page in press.moved)
        for template, model in (*press.others, *moved):
            writer.write_file(
                file_of(model.url),
                self.get_template(template),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                url=model.url,
                model=escaped(model),
            )
        self._offer_exports(press)
        press.printing.finish()

    def _offer_exports(self, press: Press) -> None:
        root = ours.feed_siteurl({**self.settings, "SITEURL": press.links.siteurl})
        timelines = Timelines(root_of(root), press.words.speech)
        site = press.site
        for one in site.timeline_files if site and has(press.printing, "timeline") else ():
            page, events = one.page, [event for event in one.events if not event.review]
            title = f"{self.settings['SITENAME']}: {timeline_title(page, press.words)}"
            make = partial(export_files, page.exports, title, events, timelines)
            press.printing.offer(f"{page.url}exports", "", make)
