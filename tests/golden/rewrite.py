"""Write every golden brief anew, to be read line by line before it is committed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.golden.desk import EXPECTED, cases, made

for raw in cases():
    with tempfile.TemporaryDirectory() as folder:
        (raw.parent / EXPECTED).write_text(made(raw, Path(folder)), "utf-8")
