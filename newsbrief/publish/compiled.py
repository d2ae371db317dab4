"""Templates as Jinja compiled them: Pelican makes an environment for each generator of each build.

Kept in memory is one version of each file, the last, and by `compiled_before` what earlier runs compiled. It is used
where the same text would be compiled the same again: Jinja works constants out as it compiles, and so the code depends
on all that an environment may do with one.
"""

from __future__ import annotations

from functools import partial
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from msgspec import Struct

from newsbrief.publish import compiled_before
from newsbrief.publish.surroundings import called

# Ours are made anew for each environment, and what they are given is nothing that a template can write down itself.
OURS = ("to", "body", "dated")
SYNTAX = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string"),
    *("comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks"),
    *("newline_sequence", "keep_trailing_newline"),
)
COMPILING = ("optimized", "autoescape", "finalize", "undefined", "code_generator_class", "sandboxed", "is_async")


class Kept(Struct, frozen=True):
    """The code of one file. `checksum`: of its text. `ways`: what of the environment it depends on."""

    checksum: str
    ways: list[Any]
    code: CodeType


class Compiled(BytecodeCache):
    """Jinja asks it before it compiles a template, and tells it afterwards."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._told: tuple[list[Any], str] = ([], "")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code in if there is some of the same text for the same kind of environment."""
        kept, needed = self._kept.get(bucket.key), ways(bucket.environment)
        if kept and kept.checksum == bucket.checksum and kept.ways == needed:
            bucket.code = kept.code
        elif compiled_before.load(bucket, self._in_words(needed)):
            self._keep(bucket, needed)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in the place of what there was of the file."""
        if bucket.code is not None:
            compiled_before.dump(bucket, self._in_words(needed := ways(bucket.environment)))
            self._keep(bucket, needed)

    def _in_words(self, needed: list[Any]) -> str:
        """The same for all templates of an environment: to say it takes as long as to read one."""
        if self._told[0] != needed:
            self._told = (needed, compiled_before.told(needed))
        return self._told[1]

    def _keep(self, bucket: Bucket, needed: list[Any]) -> None:
        if bucket.code is not None:
            self._kept[bucket.key] = Kept(bucket.checksum, needed, bucket.code)


KEPT = Compiled()


def syntax(env: Environment) -> tuple[Any, ...]:
    """What a template's text means to an environment, to be compared."""
    return (*(getattr(env, name) for name in SYNTAX), *map(type, env.extensions.values()))


def ways(env: Environment) -> list[Any]:
    """What a template's code depends on besides its text, to be compared."""
    filters = {name: _plain(one) for name, one in env.filters.items() if name not in OURS}
    tests = {name: _plain(one) for name, one in env.tests.items()}
    options = [getattr(env, name) for name in COMPILING]
    return [syntax(env), options, getattr(env, "newstyle_gettext", None), dict(env.policies), filters, tests]


def _plain(function: object) -> object:
    """The same for functions that do the same, where each environment has new ones of Pelican's."""
    if name := called(function):
        return name
    if not isinstance(function, partial):
        return function
    return (called(function.func) or function.func, function.args, function.keywords)


def equip(env: Environment) -> None:
    """Let an environment use what is kept, unless the newsroom gave it a place of its own."""
    env.bytecode_cache = env.bytecode_cache or KEPT
