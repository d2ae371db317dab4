"""Commands and servers are measured as the operating system sees them."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.peers.measure import FailedError, cpu, family, run, share
from bench.peers.serving import Server, free_port

ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="memory is read from Linux's /proc"
)


def python(program: str, tmp_path: Path) -> tuple[list[str], Path, dict[str, str], Path]:
    return [sys.executable, "-c", program], tmp_path, ENVIRONMENT, tmp_path / "log.txt"


def test_memory_is_the_command_s_own(tmp_path: Path) -> None:
    """A small command is small, however large the process is that measures it."""
    ballast = b"x" * 200_000_000
    small = run(*python("pass", tmp_path))
    large = run(*python("b'x' * 150_000_000", tmp_path))
    assert len(ballast) == 200_000_000
    assert small.memory < 60
    assert 140 < large.memory < 260


def test_work_of_children_counts(tmp_path: Path) -> None:
    """CPU seconds of a process that the command started and waited for."""
    work = "import time\nwhile time.process_time() < 0.3: pass"
    own = run(*python(f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', '''{work}'''])", tmp_path))
    assert own.cpu >= 0.3
    assert own.wall >= 0.3


def test_several_processes_are_timed_or_weighed(tmp_path: Path) -> None:
    """What two of them have is added up where it is asked for, and else nobody looks."""
    child = "import time\nheld = b'x' * 100_000_000\nwhile time.process_time() < 0.5: pass"
    both = f"import subprocess, sys\nheld = b'x' * 100_000_000\nsubprocess.run([sys.executable, '-c', {child!r}])"
    timed, weighed = (run(*python(both, tmp_path), weigh=weigh) for weigh in (False, True))
    assert timed.several
    assert 90 < timed.memory < 160
    assert 180 < weighed.memory < 300
    assert not run(*python("pass", tmp_path)).several


def test_failure_says_what_the_command_said(tmp_path: Path) -> None:
    """A command that fails ends the measuring with its own words."""
    with pytest.raises(FailedError, match="the lock is stuck"):
        run(*python("import sys; sys.exit('the lock is stuck')", tmp_path))


def test_family_has_children_of_children() -> None:
    """A process and what it started, each with its memory and its work."""
    nested = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(0, flush=True); input()'])"
    process = subprocess.Popen([sys.executable, "-c", nested], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    found = family(process.pid)
    sizes, used = list(map(share, found)), cpu(found)
    process.communicate(b"\n")
    assert found[0] == process.pid
    assert len(found) == 2
    assert min(sizes) > 1
    assert used > 0
    assert list(map(share, found)) == [0, 0]


def test_server_is_measured_until_it_shows_the_change(tmp_path: Path) -> None:
    """From saving to the new bytes over HTTP; the server is gone afterwards."""
    (tmp_path / "index.html").write_text("old", "utf-8")
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    begin = time.perf_counter()
    with Server(command, port, tmp_path, ENVIRONMENT, tmp_path / "log.txt") as server:
        server.quiet = 0.1
        started = server.started({"": "old"})
        saved = server.saved(lambda: (tmp_path / "index.html").write_text("new", "utf-8"), {"": "new"})
        pids = family(server.pid)
    assert 0 < saved.wall < started.wall < time.perf_counter() - begin
    assert started.cpu > 0
    assert started.memory > 1
    assert family(pids[0]) == pids[:1]
    assert not Path(f"/proc/{pids[0]}/stat").exists()


def test_server_that_ends_is_told(tmp_path: Path) -> None:
    """With what it wrote, instead of waiting for ever."""
    command = [sys.executable, "-c", "import sys; sys.exit('no such port')"]
    with (
        Server(command, free_port(), tmp_path, ENVIRONMENT, tmp_path / "log.txt") as server,
        pytest.raises(FailedError, match="no such port"),
    ):
        server.started({"": "x"})
