"""Sites within the site: a plugin may let Pelican run anew from within a run, with the same settings but for a few.

`i18n_subsites` does so for each language, and has each written into a folder of the output. All of that is public, so
nothing of ours may lie there; and the run that has the whole output folder must not take such a site for leftovers.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from newsbrief.build import stage
from newsbrief.model.refusal import Refusal

# Pelican's settings have the outermost `Whole` here: whoever copies them for another run hands it on.
KEY = "NEWSBRIEF_WHOLE"


class Part(stage.Stage, frozen=True):
    """The places of a site within another's output folder that is being written, too: it has that one's stage.

    What is written there the other's run brings into place.
    """

    @property
    def site(self) -> Path:
        """Where the other run expects it."""
        outer = stage.Stage(self.above or self.output)
        return outer.site / self.output.relative_to(outer.output)


class Whole(Struct):
    """The run of an output folder that lies in no other's. `refusals`: those of the sites within it.

    `open`: whether it is being written. What is put into its stage then it brings into place.
    """

    output: Path
    open: bool = False
    refusals: list[Refusal] = field(default_factory=list)

    def has(self, output: Path) -> bool:
        """Whether an output folder lies within this one."""
        return output != self.output and output.is_relative_to(self.output)


def enter(settings: dict[str, Any], output: str) -> stage.Stage:
    """Where a run for this output folder writes."""
    folder = Path(output).absolute()
    whole = settings.get(KEY)
    if not isinstance(whole, Whole) or not whole.has(folder):
        settings[KEY] = Whole(folder)
        return stage.Stage(folder)
    return Part(folder, above=whole.output) if whole.open else stage.Stage(folder, above=whole.output)


def opened(settings: Mapping[str, Any], planned: stage.Stage) -> stage.Stage:
    """Its stage, to be written to."""
    if isinstance(planned, Part):
        return planned
    whole: Whole = settings[KEY]
    if not planned.above:
        whole.open = True
        whole.refusals.clear()
    return stage.begin(planned.output, planned.above)


def closed(settings: Mapping[str, Any], done: stage.Stage, refusals: tuple[Refusal, ...], clear: bool) -> bool:
    """Bring it into place, at once or with the site that it lies in; whether it is now.

    Else the refusals are told when that one is.
    """
    whole: Whole = settings[KEY]
    if isinstance(done, Part):
        whole.refusals += refusals
        return False
    if not done.above:
        whole.open = False
    stage.commit(done, clear=clear)
    return True
