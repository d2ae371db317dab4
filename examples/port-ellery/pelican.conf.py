"""The demo newsroom: the project's own settings with another name. `make demo` builds it."""

import runpy
from pathlib import Path

globals().update(runpy.run_path(str(Path(__file__).resolve().parents[2] / "pelican.conf.py")))

SITENAME = "The Ellery Tidings"
SITESUBTITLE = "News of an invented harbour town"
# Invented like the town: the host of an example leads nowhere.
NEWSBRIEF_REPORT = "corrections@tidings.example"
