"""Runs of the command line as copies of a process that has loaded the program: a new one takes longest to load it.

A copy has a memory, a folder, an environment and standard streams of its own, as a new process has; what the program
keeps in memory it has only if loading alone puts it there. `make audit` and `make soak` start new processes.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import random
import runpy
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NoReturn

from tests.effort import AUDIT, SOAK

PROJECT = Path(__file__).parent.parent
# What runs have in common. Settings ask for the environment as they are loaded: each run loads them itself.
LOADED = ("newsbrief.cli.build", "newsbrief.cli.ingest", "newsbrief.desk.ingest", "newsbrief.site.plugin.command")
SETTINGS = "newsbrief.publish.site"
MODULES = ("newsbrief", "pelican")
# Only these may differ between a copy and its original: others (PYTHONHASHSEED, TZ, LANG) are read at the start.
FREE = ("SITEURL", "SOURCE_DATE_EPOCH", "NEWSBRIEF_", "PYTEST_", "GIT_", "GITHUB_", "PATH", "HOME", "EDITOR", "VISUAL")
# Each puts what it hashes in an order of its own: no two runs in a row have the same one.
TAKING_TURNS = 2
# Seconds after which a command hangs.
PATIENCE = 600


class Warm:
    """A process that loaded the program with an environment, and waits for what its copies are to do."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._line, other = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(other.fileno())],
            cwd=PROJECT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[other.fileno()],
        )
        other.close()

    def suits(self, environment: Mapping[str, str]) -> bool:
        """Whether a copy with this environment is what a new process would be."""
        pairs = set(environment.items()) ^ set(self.environment.items())
        return all(name.startswith(FREE) for name, _ in pairs)

    def run(
        self, module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], given: str
    ) -> subprocess.CompletedProcess[str]:
        """As `python -m module arguments` in a folder. Raises TimeoutExpired when it takes too long."""
        asked = json.dumps([module, list(arguments), str(folder), dict(environment)])
        with contextlib.ExitStack() as files:
            ask, into, out, err = (files.enter_context(tempfile.TemporaryFile()) for _ in range(4))
            for file, text in ((ask, asked), (into, given)):
                file.write(text.encode("utf-8", "surrogateescape"))
                file.flush()
                file.seek(0)
            self._line.settimeout(PATIENCE)
            socket.send_fds(self._line, [b"!"], [file.fileno() for file in (ask, into, out, err)])
            try:
                answer = self._line.recv(16)
            except TimeoutError:
                self.end()
                raise subprocess.TimeoutExpired([module, *arguments], PATIENCE) from None
            if not answer:
                raise RuntimeError("the process with the program in memory ended; it says above why")
            said = []
            for file in (out, err):
                file.seek(0)
                said.append(file.read().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"))
        return subprocess.CompletedProcess([module, *arguments], int(answer), *said)

    def end(self) -> None:
        """Its copies end by themselves."""
        self._line.close()
        self._process.kill()
        self._process.wait()


@cache
def _started() -> list[Warm]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    started = [Warm(environment) for _ in range(TAKING_TURNS)]
    for one in started:
        atexit.register(one.end)
    return started


def warm(module: str, environment: Mapping[str, str]) -> Warm | None:
    """A process to copy; None where a new one has to be started."""
    if sys.platform != "linux" or AUDIT or SOAK or module not in MODULES:
        return None
    turns = _started()
    turns.append(turns.pop(0))
    return turns[0] if turns[0].suits(environment) else None


def run(
    module: str,
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    given: str | None = None,
    new: bool = False,
) -> subprocess.CompletedProcess[str]:
    """`python -m module arguments` in a folder; `new`: in a new process in any case."""
    loaded = None if new else warm(module, environment)
    if loaded:
        return loaded.run(module, arguments, folder, environment, given or "")
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def serve(line: socket.socket) -> None:
    """Load the program, then copy this process for each run that is asked for, until nobody is there to ask."""
    for module in LOADED:
        importlib.import_module(module)
    _compile_theme()
    sys.modules.pop(SETTINGS, None)
    gc.collect()
    gc.freeze()
    while True:
        message, files, _, _ = socket.recv_fds(line, 1, 4)
        if not message:
            return
        child = os.fork()
        if not child:
            line.close()
            _do(*files)
        for file in files:
            os.close(file)
        with contextlib.suppress(BrokenPipeError):
            line.send(b"%d" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _compile_theme() -> None:
    """Compile the project's templates once: their code comes into the cache that later builds read."""
    from pelican.settings import read_settings

    from newsbrief.site.render.templates import TemplateDigests, environment

    with tempfile.TemporaryDirectory() as folder:
        conf = Path(folder) / "pelican.conf.py"
        (conf.parent / "content").mkdir()
        conf.write_text(f"from {SETTINGS} import *\nTIMEZONE = 'UTC'\n", "utf-8")
        env = environment(read_settings(str(conf)))
    for name in env.list_templates(filter_func=TemplateDigests(env).has):
        env.get_template(name)


def _do(ask: int, into: int, out: int, err: int) -> NoReturn:
    with open(ask, encoding="utf-8", errors="surrogateescape") as file:
        module, arguments, folder, environment = json.load(file)
    for number, stream in enumerate((into, out, err)):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[0] = folder
    sys.argv = [module, *arguments]
    random.seed()
    status = 1
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = _status(end.code)
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]  # there is one
    finally:
        threading._shutdown()  # type: ignore[attr-defined]  # what Python does at its end: wait for what still works
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _status(code: object) -> int:
    if code is None or isinstance(code, int):
        return int(code or 0)
    print(code, file=sys.stderr)
    return 1


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
