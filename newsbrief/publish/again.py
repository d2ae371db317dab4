"""Building again and again in one process, each time that a file of the site changes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from pelican import get_instance, parse_arguments
from pelican.log import init as init_logging

from newsbrief.build import stage
from newsbrief.build.workers import in_a_copy, thaw
from newsbrief.publish import press
from newsbrief.publish.console import BuildError, in_a_line
from newsbrief.publish.guest.place import brief_url
from newsbrief.publish.settings import SettingsError
from newsbrief.publish.settled import SELDOM, unwritten

OURS = "newsbrief.publish"


class Builder:
    """Pelican with its settings, which are read again when their file changes.

    The first build with some settings is made in this process, which comes to have all programs and templates in its
    memory; each later one by a copy of it. So every build begins as the first did, on all cores, and leaves nothing
    behind but its files.

    `guest`: it is a site of Pelican's. Each build of it is a whole one, and reads the settings anew in a copy: its
    plugins find what they find in a build from nothing.
    """

    def __init__(self, arguments: Sequence[str], settings_file: Path, *, guest: bool = False) -> None:
        self._arguments, self._file, self._guest = list(arguments), settings_file.resolve(), guest
        init_logging()
        gc.set_threshold(*SELDOM)
        self._pelican, self._settings = self._read()
        self._stale, self._warm = False, False

    @property
    def watched(self) -> list[Path]:
        """The folders and files that the site is made of."""
        settings = self._settings
        folders = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"], str(self._file))
        return [Path(folder) for folder in map(str, folders) if Path(folder).exists()]

    @property
    def brief_address(self) -> str:
        """The pattern of a brief's address on a site of Pelican's."""
        return brief_url(self._settings)

    def build(self, changed: Collection[Path] = ()) -> bool:
        """Build once; what is wrong is told, and False is given if the site stayed as it was.

        `changed`: files that did since the last time, by their whole paths.
        """
        if self._guest:
            return in_a_copy(self._anew)
        self._stale = self._stale or self._file in changed
        if self._warm and not self._stale:
            built = in_a_copy(self._build)
        else:
            built = self._build()
            self._warm = built and not self._stale
        self._come_to_rest()
        return built

    def _read(self) -> tuple[Any, Any]:
        with unwritten():
            pelican, settings = get_instance(parse_arguments(self._arguments))
        if not self._guest and OURS not in settings["PLUGINS"]:
            # So looks a file that is being saved: without us, Pelican would clear the site and write another.
            raise SettingsError(f"{self._file.name} does not name {OURS} among its PLUGINS")
        return pelican, settings

    def _anew(self) -> bool:
        self._stale = True
        return self._build()

    def _build(self) -> bool:
        try:
            if self._stale:
                self._pelican, self._settings = self._read()
                self._stale = False
            self._pelican.run()
        except BuildError as left_out:
            print(left_out, file=sys.stderr)
        except Exception as error:  # whatever a half-saved file does, the next save may mend it
            print(in_a_line(error), file=sys.stderr)
            return False
        return True

    def _come_to_rest(self) -> None:
        """While nobody waits: let go of the site's models, and read what the next build asks first."""
        self._settings.pop(press.KEY, None)
        thaw()
        gc.collect()
        last = stage.Stage(Path(self._settings["OUTPUT_PATH"]).absolute()).last
        if last:
            last.pieces.whole  # noqa: B018  # what it reads is remembered with it
        gc.freeze()
