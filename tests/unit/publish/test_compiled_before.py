"""What an earlier run compiled is used by the next, where it does the same and nobody else could have written it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import Bucket
from pelican.utils import DateFormatter

from newsbrief.publish import compiled_before
from newsbrief.publish.compiled import Compiled
from newsbrief.publish.compiled_before import MOST, UntoldError, said

PAGE, TEXT = "page.html", '{{ "<b>" }}{{ 1.5|e }}'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    compiled_before._opened.cache_clear()
    return tmp_path / "cache" / "newsbrief" / "templates"


def environment(text: str = TEXT, **options: object) -> Environment:
    options = {"autoescape": True, "bytecode_cache": Compiled(), **options}
    env = Environment(loader=DictLoader({PAGE: text}), **options)  # type: ignore[arg-type]  # noqa: S701
    env.filters["strftime"] = DateFormatter()
    return env


def rendered(env: Environment) -> str:
    return env.get_template(PAGE).render()


def kept(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.code"))


def put(cache: Path, env: Environment) -> None:
    """Another template's code in the place of what is kept, as if it had been compiled from the text."""
    (file,) = kept(cache)
    bucket = Bucket(env, file.stem, env.bytecode_cache.get_source_checksum(TEXT))  # type: ignore[union-attr]
    bucket.code = env.compile("kept", PAGE, PAGE)
    with file.open("wb") as handle:
        bucket.write_bytecode(handle)


def test_next_run_uses_what_was_kept(cache: Path) -> None:
    """Nothing is compiled again: what lies there is run."""
    assert rendered(environment()) == "&lt;b&gt;1.5"
    put(cache, environment())
    assert rendered(environment()) == "kept"


@pytest.mark.parametrize(
    "other",
    [
        lambda: environment(TEXT + " "),
        lambda: environment(autoescape=False),
        lambda: environment(trim_blocks=True),
        lambda: environment(extensions=["jinja2.ext.do"]),
    ],
)
def test_another_text_or_environment_does_not(cache: Path, other: Callable[[], Environment]) -> None:
    """What it writes is what it would write with nothing kept."""
    expected = rendered(other())
    for file in kept(cache):
        file.unlink()
    rendered(environment())
    put(cache, environment())
    assert rendered(other()) == expected != "kept"


def test_another_version_does_not(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was changed may compile otherwise; of many such folders the oldest go."""
    for number in range(MOST + 3):
        monkeypatch.setattr("newsbrief.build.code.python", lambda number=number: f"Python {number}")
        compiled_before._opened.cache_clear()
        assert rendered(environment()) == "&lt;b&gt;1.5"
    assert len(list(cache.iterdir())) == len(kept(cache)) == MOST


def test_own_filter_keeps_all_in_memory(cache: Path) -> None:
    """What it does to constants nobody can tell from one process to the next."""
    env = environment()
    env.filters["said"] = str.upper
    env.tests["odd"] = lambda number: number % 2
    assert rendered(env) == "&lt;b&gt;1.5"
    assert kept(cache) == []


@pytest.mark.skipif(os.name != "posix", reason="there are no such rights")
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_folder_that_others_write_to_is_not_used(cache: Path, mode: int) -> None:
    """What lies there is run."""
    rendered(environment())
    put(cache, environment())
    cache.chmod(mode)
    compiled_before._opened.cache_clear()
    assert rendered(environment()) == "&lt;b&gt;1.5"


def test_folder_that_is_elsewhere_is_not_used(cache: Path, tmp_path: Path) -> None:
    """A link may lead to where others write."""
    (tmp_path / "open").mkdir()
    cache.parent.mkdir(parents=True)
    cache.symlink_to(tmp_path / "open")
    assert rendered(environment()) == "&lt;b&gt;1.5"
    assert list((tmp_path / "open").iterdir()) == []


@pytest.mark.parametrize("spoiled", [b"", b"j2", b"not code at all"])
def test_damaged_file_is_compiled_anew(cache: Path, spoiled: bytes) -> None:
    """And put right."""
    rendered(environment())
    (file,) = kept(cache)
    whole = file.read_bytes()
    file.write_bytes(spoiled)
    assert rendered(environment()) == "&lt;b&gt;1.5"
    assert file.read_bytes() == whole


@pytest.mark.parametrize("value", ["relative", "/dev/null/cache", ""])
def test_place_that_cannot_be_is_no_error(value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Then everything is compiled, as it always was."""
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    compiled_before._opened.cache_clear()
    assert rendered(environment()) == "&lt;b&gt;1.5"
    assert (tmp_path / "home" / ".cache").is_dir() == (value != "/dev/null/cache")


def test_values_are_said_alike_in_each_process() -> None:
    """In whatever order a mapping or a process has them."""
    value = {"b": [str.__name__, None, 1.5, partial(isinstance, b"x")], "a": DateFormatter, "c": Environment}
    words = said(value)
    assert words == said(dict(reversed(value.items())))
    program = (
        "from functools import partial; from pelican.utils import DateFormatter; from jinja2 import Environment; "
        "from newsbrief.publish.compiled_before import said; "
        "print(said({'c': Environment, 'b': ['str', None, 1.5, partial(isinstance, b'x')], 'a': DateFormatter}))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == words


@pytest.mark.parametrize(
    "value", [lambda: 1, object(), {"a": [partial(print, object())]}, Path("a"), kept, MOST.bit_count]
)
def test_what_only_this_process_knows_is_not_said(value: object) -> None:
    """A function of somebody's own, an object in its place in memory."""
    with pytest.raises(UntoldError):
        said(value)
