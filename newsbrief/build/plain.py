"""Plain values, and structs of them, as they are kept beside the output: as MessagePack or JSON, read by their types.

So nothing that was kept can be more than a value, and thousands of rows are read in the time of one page.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
import zlib
from functools import cache
from mmap import mmap
from typing import Any, NoReturn, TypeVar

import msgspec
from msgspec.msgpack import Decoder, Encoder

Value = TypeVar("Value")
Data = bytes | bytearray | memoryview | mmap
SUM = 4
# Neither has a way to write a file's name that is no text; what has one is pickled.
PACKED, TOLD, PICKLED = b"\n", (b"{", b"["), b"\x80"


def _offset(value: object) -> float:
    """Of zones those are plain values that are nothing but a difference from UTC, in seconds."""
    if not isinstance(value, dt.timezone):
        raise TypeError(f"{type(value).__name__} is no plain value")
    return value.utcoffset(None).total_seconds()


def _zone(kind: type[Any], value: Any) -> dt.timezone:
    if kind is not dt.tzinfo:
        raise TypeError(f"{kind.__name__} is no plain value")
    return dt.timezone(dt.timedelta(seconds=value))


_ENCODER, _TELLER = Encoder(enc_hook=_offset), msgspec.json.Encoder(enc_hook=_offset)


def written(value: object) -> bytes:
    """A value as `read` reads it: a struct of which no instant is a part, or other plain values."""
    try:
        return PACKED + _ENCODER.encode(value)
    except UnicodeEncodeError:
        return _pickled(value)


def put_behind(first: bytes, value: object) -> bytearray:
    """The same behind other bytes. Of ten megabytes each copy takes a hundredth of a second: there is none here."""
    data = bytearray(first + PACKED)
    try:
        _ENCODER.encode_into(value, data, len(data))
    except UnicodeEncodeError:
        return bytearray(first + _pickled(value))
    return data


def told(value: msgspec.Struct) -> bytes:
    """A struct with instants, as `read` reads it. As JSON they keep the offset of their zone."""
    try:
        return _TELLER.encode(value)
    except UnicodeEncodeError:
        return _pickled(value)


def _pickled(value: object) -> bytes:
    return pickle.dumps(msgspec.to_builtins(value, builtin_types=(bytes,), enc_hook=_offset), 5)


def read(data: Data, kind: type[Value]) -> Value:
    """A value of a kind; nothing of it is in the given bytes any more. Raises whatever comes of wrong bytes."""
    if data[:1] == PICKLED:
        return msgspec.convert(_Plain(io.BytesIO(data)).load(), kind, dec_hook=_zone)
    if data[:1] not in (PACKED, *TOLD):
        raise ValueError("these bytes are of another form")
    if data[:1] in TOLD:
        heard: Value = _hearer(kind).decode(memoryview(data))  # type: ignore[arg-type]  # as below
        return heard
    found: Value = _decoder(kind).decode(memoryview(data)[1:])  # type: ignore[arg-type]  # mypy sees no hash of a type
    return found


def summed(value: object, first: bytes = b"") -> bytearray:
    """A value behind other bytes, and before both a sum of them: disks lose bits."""
    data = put_behind(bytes(SUM) + first, value)
    with memoryview(data) as whole:
        whole[:SUM] = zlib.crc32(whole[SUM:]).to_bytes(SUM, "little")
    return data


def unsummed(kept: Data) -> memoryview:
    """What has a sum before it, where it lies. Raises ValueError where it is not what it was."""
    data = memoryview(kept)[SUM:]
    if zlib.crc32(data).to_bytes(SUM, "little") != kept[:SUM]:
        raise ValueError("these bytes are not what was kept")
    return data


@cache
def _decoder(kind: type[Any]) -> Decoder[Any]:
    return Decoder(kind, dec_hook=_zone)


@cache
def _hearer(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, dec_hook=_zone)


class _Plain(pickle.Unpickler):
    """Text, numbers, and what holds them: nothing that would run anything."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
