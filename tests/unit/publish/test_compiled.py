"""Compiled templates are used again only where they would be compiled the same again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import FileSystemBytecodeCache
from pelican.utils import DateFormatter

from newsbrief.publish import compiled
from newsbrief.publish.compiled import Compiled
from newsbrief.publish.keys import Reading, _read

# All of it is worked out as it is compiled, if it can be.
TEXT = '{{ "<b>" }}{{ "a b"|said }}{{ "one" is planned }}{{ 1.5|e }}{% if true %}\n x{% endif %}[[ 2 ]]\n'
PAGE = "page.html"


def loud(text: str) -> str:
    return text.upper()


def quiet(text: str) -> str:
    return text.lower()


def planned(name: str, plugins: list[str]) -> bool:
    return name in plugins


def environment(text: str = TEXT, plugins: tuple[str, ...] = ("one",), **options: object) -> Environment:
    """As Pelican makes one: some of its functions are new ones for each."""
    options = {"autoescape": True, **options}
    env = Environment(loader=DictLoader({PAGE: text}), **options)  # type: ignore[arg-type]  # noqa: S701
    env.filters.update(said=loud, strftime=DateFormatter(), to=lambda url: url)
    env.tests["planned"] = partial(planned, plugins=list(plugins))
    return env


def with_other_filter() -> Environment:
    env = environment()
    env.filters["said"] = quiet
    return env


def with_other_policy() -> Environment:
    env = environment()
    env.policies["urlize.rel"] = "nofollow"
    return env


OTHERS: dict[str, Callable[[], Environment]] = {
    "text": lambda: environment(TEXT + "more"),
    "what a filter does": with_other_filter,
    "plugins": lambda: environment(plugins=("two",)),
    "escaping": lambda: environment(autoescape=False),
    "white space": lambda: environment(trim_blocks=True),
    "signs": lambda: environment(variable_start_string="[[", variable_end_string="]]"),
    "what is shown of values": lambda: environment(finalize=lambda value: f"({value})"),
    "extensions": lambda: environment(extensions=["jinja2.ext.do"]),
    "policies": with_other_policy,
}


def code(env: Environment) -> object:
    return env.get_template(PAGE).root_render_func.__code__


def test_same_template_is_compiled_once() -> None:
    """For environments that are made alike one after another, as for each build in a devserver."""
    kept = Compiled()
    codes = []
    for _ in range(3):
        env = environment()
        env.bytecode_cache = kept
        codes.append(code(env))
    assert codes[0] is codes[1] is codes[2]
    assert code(environment()) is not codes[0]


@pytest.mark.parametrize("other", OTHERS)
def test_another_template_or_environment_compiles_anew(other: str) -> None:
    """What it writes is what it would write with nothing kept; and so after going back."""
    kept = Compiled()
    for make in (environment, OTHERS[other], environment, OTHERS[other]):
        env = make()
        plain = code(env)
        expected = env.get_template(PAGE).render()
        again = make()
        again.bytecode_cache = kept
        assert again.get_template(PAGE).render() == expected
        assert plain is not code(again)
    first, second = environment(), OTHERS[other]()
    first.bytecode_cache = second.bytecode_cache = kept
    assert code(first) is not code(second)


def test_newsroom_s_own_place_is_left_to_it() -> None:
    """Who told Jinja where to keep what it compiles knows why."""
    own = FileSystemBytecodeCache()
    mine, others = environment(bytecode_cache=own), environment()
    compiled.equip(mine)
    compiled.equip(others)
    assert mine.bytecode_cache is own
    assert others.bytecode_cache is compiled.KEPT


def test_names_that_a_site_gives_every_template_are_not_asked_of_a_page() -> None:
    """What one environment found in a text is not told to one that has other names."""
    bare, given = environment("{{ tagline }}"), environment("{{ tagline }}")
    given.globals["tagline"] = "All that matters"
    asked = [_read(Reading.of(env), "{{ tagline }}")[1] for env in (bare, given, environment())]
    assert asked == [("tagline",), (), ("tagline",)]
