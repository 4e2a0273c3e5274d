"""What the worker that reads files tells the program: one small JSON document, believed in nothing.

The worker has parsed a stranger's file and may do anything; so every key, type and length is
looked at, the text is cleaned as any text that comes in, and what is said of it must fit.
"""

import json
from typing import Any, NoReturn

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.layout import PLAIN, Layout, Place
from beiguan_desktop.core.text import whole
from beiguan_desktop.formats.kinds import Extracted
from beiguan_desktop.formats.text_in import LONGEST

FORMAT = 3
LARGEST = 32 * 1024 * 1024
"""The most bytes an answer may have: LONGEST characters in lines however short."""
NAME = "answer.json"
_LONGEST_MESSAGE = 300
_MOST_PAGES = 100_000
_DONE = {"format", "ok", "text", "media", "pages", "layout"}
_REFUSED = {"format", "ok", "message"}
_ROWS: dict[str, tuple[type, ...]] = {
    "noise": (int, int),
    "joins": (int, str),
    "generated": (int, str),
    "places": (int, int, int),
    "notes": (int,),
    "headings": (int, int),
    "rows": (int,),
}
"""What the lists of a layout hold."""
_OFFSETS = ("notes", "rows")
"""Of those, which hold bare offsets."""


class InvalidAnswerError(ValueError):
    """The answer is not what a sound worker writes."""


def done(extracted: Extracted) -> bytes:
    """Return the answer of a worker that has read its file."""
    about = {"media": extracted.media, "pages": extracted.pages}
    layout = {name: getattr(extracted.layout, name) for name in _ROWS}
    layout |= {name: [[at] for at in layout[name]] for name in _OFFSETS}
    value = {"format": FORMAT, "ok": True, "text": extracted.text, "layout": layout}
    return _dumped(value | about)


def refused(message: str) -> bytes:
    """Return the answer of a worker that has not, with a sentence for the user."""
    return _dumped({"format": FORMAT, "ok": False, "message": message})


def _dumped(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def understood(data: bytes, media: str) -> Extracted:
    """Return what an answer says about a file of this media type.

    Raises UserError with the worker's sentence when it refused the file, InvalidAnswerError
    for anything that no sound worker writes.
    """
    value = _loaded(data)
    if value.get("format") != FORMAT or type(value["format"]) is not int:
        raise InvalidAnswerError("format")
    if value.get("ok") is False and set(value) == _REFUSED:
        raise UserError(_text(value["message"], _LONGEST_MESSAGE))
    if value.get("ok") is not True or set(value) != _DONE:
        raise InvalidAnswerError("keys")
    pages = value["pages"]
    if pages is not None and (type(pages) is not int or not 0 < pages <= _MOST_PAGES):
        raise InvalidAnswerError("pages")
    if value["media"] != media:
        raise InvalidAnswerError("media")
    text = _text(value["text"], LONGEST)
    return Extracted(text, media, pages, _layout(value["layout"], value["text"], text))


def _loaded(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise InvalidAnswerError("size")
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unmistakable,
            parse_float=_not_allowed,
            parse_constant=_not_allowed,
        )
    except RecursionError:
        raise InvalidAnswerError("depth") from None
    except ValueError as error:
        raise InvalidAnswerError("no JSON") from error
    if not isinstance(value, dict):
        raise InvalidAnswerError("no object")
    return value


def _unmistakable(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise InvalidAnswerError("two keys of one name")
    return dict(pairs)


def _not_allowed(_number: str) -> NoReturn:
    raise InvalidAnswerError("a number that is no integer")


def _text(value: Any, longest: int) -> str:
    """Return a text cleaned; form feeds, the ends of pages, are kept."""
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise InvalidAnswerError("text")
    text = "\f".join(map(whole, value.split("\f")))
    if not text.strip():
        raise InvalidAnswerError("blank")
    return text


def _layout(value: Any, told: str, text: str) -> Layout:
    """Return a layout that fits the text, which may not have changed when it was cleaned."""
    if not isinstance(value, dict) or set(value) != set(_ROWS):
        raise InvalidAnswerError("layout")
    rows = {name: _rows(value[name], kinds) for name, kinds in _ROWS.items()}
    rows |= {"places": tuple(Place(*row) for row in rows["places"])}
    layout = Layout(**rows | {name: tuple(at for (at,) in rows[name]) for name in _OFFSETS})
    if layout != PLAIN and not (text == told and layout.fits(text)):
        raise InvalidAnswerError("layout")
    return layout


def _rows(value: Any, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise InvalidAnswerError("layout")
    for row in value:
        if not isinstance(row, list) or tuple(map(type, row)) != kinds:
            raise InvalidAnswerError("layout")
    return tuple(map(tuple, value))
