"""Canonical JSON: the one spelling of a value that hashes are taken of."""

import json
from typing import Any


def dumps(value: Any) -> str:
    """Spell a value of dicts, lists, strings, integers, booleans and None in one way only.

    Keys sorted by code point, no blanks, characters as they are. Raises ValueError on a
    float, which has no single spelling.
    """
    _refuse_floats(value)
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise ValueError("a float has no canonical spelling")  # noqa: TRY004 - a value, not a type
    if isinstance(value, dict):
        for item in value.values():
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)
