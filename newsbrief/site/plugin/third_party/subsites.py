"""Sites within a site: a plugin may run Pelican again from within a run, with a few other settings.

`i18n_subsites` does so for each language and writes each into a folder of the output. All of that folder is public, so
nothing of ours may lie there, and the run of the whole output folder must not take such a site for old files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct, field

from newsbrief.model.refusal import Refusal
from newsbrief.site.build import output
from newsbrief.site.build.output import Place

# Pelican's settings have the outermost site here. A plugin that copies the settings for another run hands it on.
KEY = "NEWSBRIEF_OUTERMOST"


class Outermost(Struct):
    """The run of an output folder that lies in no other's. `refusals` are those of the sites within it.

    `is_open`: the folder is being written. What is put into its stage then, it brings into place.
    """

    output: Path
    is_open: bool = False
    refusals: list[Refusal] = field(default_factory=list)

    def holds(self, folder: Path) -> bool:
        """Return whether an output folder lies within this one."""
        return folder != self.output and folder.is_relative_to(self.output)


class Target(Struct, frozen=True):
    """Where a run writes. `is_part`: into the stage of the site around it, which brings the files into place."""

    place: Place
    stage: Path
    is_part: bool


def enter(settings: dict[str, Any], folder: str) -> Target:
    """Return where a run for this output folder writes."""
    whole = Path(folder).absolute()
    outermost = settings.get(KEY)
    if not isinstance(outermost, Outermost) or not outermost.holds(whole):
        settings[KEY] = Outermost(whole)
        place = output.place_of(whole)
        return Target(place, place.stage, is_part=False)
    place = output.place_of(whole, outermost.output)
    if not outermost.is_open:
        return Target(place, place.stage, is_part=False)
    around = output.place_of(outermost.output)
    return Target(place, around.stage / whole.relative_to(outermost.output), is_part=True)
