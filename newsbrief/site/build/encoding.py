"""Values as the store has them: MessagePack, read by their types."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")


def _offset(value: object) -> float:
    """Encode a time zone, which is nothing but a difference from UTC, in seconds."""
    if not isinstance(value, dt.timezone):
        raise TypeError(f"{type(value).__name__} cannot be stored")
    return value.utcoffset(None).total_seconds()


def _zone(kind: type[Any], value: Any) -> dt.timezone:
    if kind is not dt.tzinfo:
        raise TypeError(f"{kind.__name__} cannot be stored")
    return dt.timezone(dt.timedelta(seconds=value))


encode = msgspec.msgpack.Encoder(enc_hook=_offset).encode


def decode(data: bytes, kind: type[Value]) -> Value:
    """Return the value of a type. Raises msgspec.DecodeError for other bytes."""
    found: Value = decoder(kind).decode(data)  # type: ignore[arg-type]  # mypy sees no hash of a type
    return found


@cache
def decoder(kind: type[Any]) -> msgspec.msgpack.Decoder[Any]:
    """Return what decodes values of a type, for whoever decodes thousands."""
    return msgspec.msgpack.Decoder(kind, dec_hook=_zone)
