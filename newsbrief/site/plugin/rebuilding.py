"""Building again and again in one process, each time that a file of the site changes."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from pelican import get_instance, parse_arguments
from pelican.log import init as init_logging

from newsbrief.site.plugin.command import without_bytecode
from newsbrief.site.plugin.console import BuildError, in_a_line
from newsbrief.site.plugin.run import FIRST
from newsbrief.site.plugin.third_party.addresses import brief_url
from newsbrief.site.settings import SettingsError
from newsbrief.site.steps.build import First

OURS = "newsbrief.publish"


class Builder:
    """Pelican with its settings, which are read again when their file changes.

    `third_party`: the site has a theme of its own. Each of its builds is a command of its own, because its plugins may
    keep what they found in the build before.
    """

    def __init__(self, arguments: Sequence[str], settings_file: Path, output: Path, *, third_party: bool) -> None:
        """Read the settings. Raises whatever they raise, and SettingsError for a file that does not name the plugin."""
        self._arguments, self._file, self._output = list(arguments), settings_file.resolve(), output
        self._third_party = third_party
        init_logging()
        self._pelican, self._settings = self._read()
        self._is_stale = False

    @property
    def watched(self) -> list[Path]:
        """The folders and files that the site is made of."""
        settings = self._settings
        folders = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"], str(self._file))
        return [Path(folder) for folder in map(str, folders) if Path(folder).exists()]

    @property
    def brief_address(self) -> str:
        """The format of a brief's address on a site with a theme of its own."""
        return brief_url(self._settings)

    def build(self, changed: Collection[Path] = (), first: First | None = None) -> bool:
        """Build once. Print what is wrong, and return False if the site stayed as it was.

        `changed` are the files that changed since the last time, by their whole paths. `first` is the page that
        somebody is waiting for.
        """
        if self._third_party:
            command = [sys.executable, "-m", "newsbrief", "build", "--no-hint", "-o", str(self._output)]
            return subprocess.run(command, check=False).returncode in (0, 1)  # noqa: S603  # our own command
        self._is_stale = self._is_stale or self._file in changed
        try:
            if self._is_stale:
                self._pelican, self._settings = self._read()
                self._is_stale = False
            self._pelican.settings[FIRST] = first
            self._pelican.run()
        except BuildError as left_out:
            print(left_out, file=sys.stderr)
        except Exception as error:  # whatever a half-saved file does, the next save may mend it
            print(in_a_line(error), file=sys.stderr)
            return False
        finally:
            gc.collect()
        return True

    def _read(self) -> tuple[Any, Any]:
        with without_bytecode():
            pelican, settings = get_instance(parse_arguments(self._arguments))
        if not self._third_party and OURS not in settings["PLUGINS"]:
            # A file that is half saved looks so. Without the plugin, Pelican would clear the site and write another.
            raise SettingsError(f"{self._file.name} does not name {OURS} among its PLUGINS")
        return pelican, settings
