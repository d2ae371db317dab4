"""Files as people leave them: fields in any order, quoted in any way, remarks wherever YAML allows one.

Every line has an owner ("quotes", "q1", "speaker"), so that a test can say whose lines a command may touch.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

Owner = tuple[str, ...]
Draw = Callable[..., object]
BODY = """\
The council voted on Thursday. It met again on Friday.

“The tide keeps no calendar,” Mira Solberg said. “It never did.”

“We shall wait,” Osla Brandt said. Nobody asked the ferry.

“A later word was said by both,” she added.
"""
TITLES = ["Ferry kept", "Seoul: a warning", "No calendar for the tide"]
PARTS = {
    "q1": ["The tide keeps no calendar", "It never did"],
    "q2": ["We shall wait"],
    "q5": ["A later word was said by both"],
}
SPEAKERS = ["Mira Solberg", "Osla Brandt", "윤석열"]


@dataclass(frozen=True)
class Written:
    """The file's text, and the owner of each line of its front matter, remarks left out: nobody may touch those."""

    text: str
    lines: tuple[tuple[Owner, str], ...]
    remarks: tuple[str, ...]


@st.composite
def written(draw: Draw) -> Written:
    """One file; what it says is nearly always the same, how it says so never."""
    groups = [_title(draw), _tags(draw), _people(draw), _quotes(draw), _events(draw), _plain(draw)]
    order = draw(st.permutations([group for group in groups if group]))
    lines: list[tuple[Owner, str]] = [line for group in order for line in group]
    out, remarks, kept = ["---"], [], []
    for owner, line in lines:
        if draw(st.integers(0, 3)) == 0:
            remarks.append(f"# remark {len(remarks)}")
            out.append(" " * draw(st.sampled_from([0, 0, 2])) + remarks[-1])
        if draw(st.integers(0, 3)) == 0:
            remarks.append(f"# remark {len(remarks)}")
            kept.append((owner, line + " " * draw(st.integers(1, 3)) + remarks[-1]))
        else:
            kept.append((owner, line))
        out += [""] * (draw(st.integers(0, 9)) == 0)
        out.append(kept[-1][1])
    remarks.append(f"# remark {len(remarks)}")
    eol = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = "\n".join([*out, remarks[-1], "---", "", BODY]).replace("\n", eol)
    return Written(text, tuple(kept), tuple(remarks))


def _scalar(draw: Draw, text: str) -> str:
    ways = [json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"]
    if ": " not in text:
        ways.append(text)
    return str(draw(st.sampled_from(ways)))


def _title(draw: Draw) -> list[tuple[Owner, str]]:
    title = _scalar(draw, str(draw(st.sampled_from(TITLES))))
    return [(("title",), f"title: {title}"), (("date",), "date: 2029-05-04"), (("status",), "status: review")]


def _plain(draw: Draw) -> list[tuple[Owner, str]]:
    fields = [(("story",), "story: " + _scalar(draw, "The ferry")), (("mood",), "mood: {calm: yes}")]
    return [field for field in fields if draw(st.booleans())]


def _tags(draw: Draw) -> list[tuple[Owner, str]]:
    tags = [_scalar(draw, tag) for tag in ("Ferry", "Council", "Port Ellery")]
    if draw(st.booleans()):
        return [(("tags", "[]"), f"tags: [{', '.join(tags)}]")]
    indent = draw(st.sampled_from(["", "  "]))
    return [(("tags",), "tags:"), *((("tags", tag), f"{indent}- {tag}") for tag in tags)]


def _people(draw: Draw) -> list[tuple[Owner, str]]:
    lines: list[tuple[Owner, str]] = [(("people",), "people:")]
    for name in SPEAKERS:
        owner = ("people", name)
        if draw(st.booleans()):
            lines.append((owner, f"- {{name: {_scalar(draw, name)}, role: {_scalar(draw, 'mayor')}}}"))
        else:
            lines += [(owner, f"- name: {_scalar(draw, name)}"), (owner, f"  role: {_scalar(draw, 'mayor')}")]
    return lines


def _quotes(draw: Draw) -> list[tuple[Owner, str]]:
    indent = draw(st.sampled_from(["", "  "]))
    lines: list[tuple[Owner, str]] = [(("quotes",), "quotes:")]
    for name, parts in PARTS.items():
        speaker, owner = _scalar(draw, str(draw(st.sampled_from(SPEAKERS)))), ("quotes", name)
        if len(parts) == 1 and draw(st.booleans()):
            words = _scalar(draw, parts[0])
            lines.append((owner, f"{indent}- {{id: {name}, speaker: {speaker}, text: {words}}}"))
            continue
        keys = [((*owner, "id"), f"id: {name}"), ((*owner, "speaker"), f"speaker: {speaker}")]
        if len(parts) == 1:
            keys.append(((*owner, "text"), f"text: {_scalar(draw, parts[0])}"))
        keys = list(draw(st.permutations(keys)))
        lines += [(key, f"{indent}{'  ' if place else '- '}{line}") for place, (key, line) in enumerate(keys)]
        if len(parts) > 1:
            lines.append(((*owner, "text"), f"{indent}  text:"))
            lines += [((*owner, "text"), f"{indent}  - {_scalar(draw, part)}") for part in parts]
    return lines


def _events(draw: Draw) -> list[tuple[Owner, str]]:
    lines: list[tuple[Owner, str]] = [(("events",), "events:")]
    for name, day, when in (("e1", "2029-05-03", "on Thursday"), ("e2", "2029-05-04", "on Friday")):
        owner = ("events", name)
        keys = [((*owner, "id"), f"id: {name}"), ((*owner, "date"), f"date: {_scalar(draw, day)}")]
        keys.append(((*owner, "when"), f"when: {_scalar(draw, when)}"))
        if name == "e2" and draw(st.booleans()):
            keys.append(((*owner, "claim"), "claim: q5"))
        keys = list(draw(st.permutations(keys)))
        lines += [(key, f"{'  ' if place else '- '}{line}") for place, (key, line) in enumerate(keys)]
    return lines
