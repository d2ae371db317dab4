"""Building again and again in one process, each time that a file of the site changes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import watchfiles
from pelican import get_instance, parse_arguments
from pelican.log import init as init_logging

from newsbrief.publish.console import BuildError
from newsbrief.publish.settings import SettingsError

# Editors write a file in several steps; what comes within so many milliseconds is one change.
TOGETHER, EVERY = 40, 20
# So often the watch looks up from its work, in milliseconds, to see whether it is to end.
LOOK_UP = 200


OURS = "newsbrief.publish"


class Builder:
    """Pelican with its settings, which are read again when their file changes."""

    def __init__(self, arguments: Sequence[str], settings_file: Path) -> None:
        self._arguments, self._file = list(arguments), settings_file.resolve()
        init_logging()
        self._pelican, self._settings = self._read()
        self._stale = False

    def _read(self) -> tuple[Any, Any]:
        pelican, settings = get_instance(parse_arguments(self._arguments))
        if OURS not in settings["PLUGINS"]:
            # So looks a file that is being saved: without us, Pelican would clear the site and write another.
            raise SettingsError(f"{self._file.name} does not name {OURS} among its PLUGINS")
        return pelican, settings

    def build(self) -> bool:
        """Build once; what is wrong is told, and False is given if the site stayed as it was."""
        try:
            if self._stale:
                self._pelican, self._settings = self._read()
                self._stale = False
            self._pelican.run()
        except BuildError as left_out:
            print(left_out, file=sys.stderr)
        except Exception as error:  # whatever a half-saved file does, the next save may mend it
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            return False
        return True

    def changes(self) -> Iterator[set[Path]]:
        """The files that change from now on, as often as some do. What changes during a build is told after it."""
        settings = self._settings
        folders = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"], str(self._file))
        watched = [folder for folder in map(str, folders) if Path(folder).exists()]
        seen = watchfiles.watch(*watched, debounce=TOGETHER, step=EVERY, rust_timeout=LOOK_UP, yield_on_timeout=True)
        next(seen)  # it watches from now on: nothing is missed while the first build is made
        return (self._resolved(found) for found in seen if found)

    def _resolved(self, found: Iterable[tuple[object, str]]) -> set[Path]:
        changed = {Path(name).resolve() for _, name in found}
        self._stale = self._stale or self._file in changed
        return changed
