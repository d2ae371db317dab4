"""Files that are built to do harm cost one line, and little time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsbrief import intake
from newsbrief.model.refusal import RefusedError
from tests.effort import SOAK
from tests.unit.intake.wire.bombs import HEAVY, NOT_TO_BE_READ, REFUSED, TEXT, bomb

# A second for the file beside one for starting the program; bytes of the whole process.
SECONDS, BYTES = 1.0, 100_000_000
SHOW = """
import sys, time
from pathlib import Path
from newsbrief.cli import main
try:
    main(["read", sys.argv[1]])
finally:
    status = Path("/proc/self/status").read_text()
    print(time.process_time(), status.split("VmHWM:")[1].split()[0], file=sys.stderr)
"""


@pytest.mark.parametrize("name", REFUSED)
def test_bomb_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    """Each is refused with one reason that fits a line, within a second of this process's time."""
    data = bomb(name)
    (tmp_path / "secret").write_text(NOT_TO_BE_READ, "utf-8")
    data = data.replace(b"{secret}", str(tmp_path / "secret").lstrip("/").encode())
    assert len(data) <= 10_000_000
    before = time.process_time()
    with pytest.raises(RefusedError) as refused:
        intake.articles(data, name)
    assert time.process_time() - before < SECONDS
    ((_, reason),) = refused.value.reasons
    assert "\n" not in reason
    assert len(reason) < 250
    assert NOT_TO_BE_READ not in reason


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_file_is_read_in_its_length(name: str) -> None:
    """What only keeps a parser busy is read all the same, with its words, in time that grows with its length."""
    data = bomb(name)
    before = time.process_time()
    (article,) = intake.articles(data, name)
    assert time.process_time() - before < 3 * SECONDS
    assert any(words.startswith("Words of the ferry") for words in article.paragraphs)


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="only Linux tells what a process needed")
@pytest.mark.parametrize(
    "name", REFUSED if SOAK else ["billion-laughs.xml", "many-tags.xml", "many-brackets.json", "base64.eml"]
)
def test_bomb_fits_into_memory(name: str, tmp_path: Path) -> None:
    """The whole command takes at most 100 MB, and a second more than nothing."""
    seconds, peak, row = cost(name, bomb(name), tmp_path)
    assert "error" in row
    assert (seconds < 2 * SECONDS, peak < BYTES) == (True, True), (seconds, peak)


def cost(name: str, data: bytes, folder: Path) -> tuple[float, int, dict[str, object]]:
    """(seconds of processor time, bytes at the peak, what `newsbrief read` prints) in a process of its own."""
    file = folder / name
    file.write_bytes(data)
    done = subprocess.run([sys.executable, "-c", SHOW, str(file)], capture_output=True, text=True, check=False)
    seconds, peak = done.stderr.split()[-2:]
    return float(seconds), int(peak) * 1024, json.loads(done.stdout)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">',
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.2//EN" "http://127.0.0.1:9/nitf.dtd">',
        "<!DOCTYPE nitf>",
        '<?xml version="1.0" encoding="utf-8"?>\n<!-- x -->\n<!DOCTYPE nitf SYSTEM "a>b.dtd" []>',
        "<!DOCTYPE nitf [<!ELEMENT nitf ANY><!ATTLIST p x CDATA #IMPLIED>]>",
    ],
)
def test_document_type_that_declares_no_entity_reads(doctype: str) -> None:
    """A NITF file may name its DTD, here or elsewhere; nobody fetches it."""
    (article,) = intake.articles(
        (doctype + TEXT.format("<p>Caf&eacute; &amp; quay &mdash; open.</p>")).encode(), "a.xml"
    )
    assert article.paragraphs == ("Café & quay — open.",)


def test_other_files_are_not_included() -> None:
    """XInclude is markup like any other."""
    text = '<p>Words.</p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname" parse="text"/>'
    (article,) = intake.articles(TEXT.format(text).encode(), "a.xml")
    assert article.paragraphs == ("Words.",)


def test_lines_are_the_files() -> None:
    """What is wrong is named with its line, whatever stood before the root."""
    source = f'<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "x">\n\n{TEXT.format(chr(10) + "<p>Words.</q>")}'
    with pytest.raises(RefusedError) as refused:
        intake.articles(source.encode(), "a.xml")
    assert refused.value.reasons[0][0] == 5
