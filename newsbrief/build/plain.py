"""Plain values, and structs of them, as they are kept beside the output: as MessagePack, and read by their types.

So nothing that was kept can be more than a value, and thousands of rows are read in the time of one page.
"""

from __future__ import annotations

import io
import pickle
from functools import cache
from typing import Any, NoReturn, TypeVar

import msgspec
from msgspec.msgpack import Decoder, Encoder

Value = TypeVar("Value")
# MessagePack has no way to write a file's name that is no text; what has one is pickled.
PACKED, PICKLED = b"\n", b"\x80"
_ENCODER = Encoder()


def written(value: object) -> bytes:
    """A value as `read` reads it."""
    try:
        return PACKED + _ENCODER.encode(value)
    except UnicodeEncodeError:
        return pickle.dumps(msgspec.to_builtins(value, builtin_types=(bytes,)), 5)


def read(data: bytes, kind: type[Value]) -> Value:
    """A value of a kind. Raises whatever comes of wrong bytes."""
    if data[:1] == PICKLED:
        return msgspec.convert(_Plain(io.BytesIO(data)).load(), kind)
    if data[:1] != PACKED:
        raise ValueError("these bytes are of another form")
    found: Value = _decoder(kind).decode(memoryview(data)[1:])  # type: ignore[arg-type]  # mypy sees no hash of a type
    return found


@cache
def _decoder(kind: type[Any]) -> Decoder[Any]:
    return Decoder(kind)


class _Plain(pickle.Unpickler):
    """Text, numbers, and what holds them: nothing that would run anything."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
