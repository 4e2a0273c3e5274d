"""What helps while writing: 领域, 涉及部门, 常用语, and what 提示 goes by.

What ships lies in `resources/desk`; what somebody has changed is kept in the library's settings
in place of it, for everybody who uses that library.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from beiguan_desktop import paths
from beiguan_desktop.core import hints
from beiguan_desktop.core.departments import Row, joined, names, parse
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.text import clean
from beiguan_desktop.storage.store import Store

_PHRASES, _DEPARTMENTS = "phrases", "departments"

T = TypeVar("T")


def fields() -> tuple[str, ...]:
    """Return the names of 领域 that are offered; any other may be written."""
    return tuple(_shipped("fields").split())


def shipped_phrases() -> tuple[str, ...]:
    """Return the phrases that ship."""
    return _phrases(_shipped("phrases").splitlines())


def phrases(store: Store) -> tuple[str, ...]:
    """Return the phrases that can be put into the words, in their order."""
    return _kept(store, _PHRASES, _phrases, shipped_phrases)


def keep_phrases(store: Store, wanted: Iterable[str]) -> None:
    """Keep phrases in place of those before. Raises UserError when that cannot be written."""
    _keep(store, _PHRASES, _phrases(map(clean, wanted)))


def shipped_departments() -> tuple[Row, ...]:
    """Return the table that ships."""
    return parse(_shipped("departments"))


def departments(store: Store) -> tuple[Row, ...]:
    """Return the table by which departments are proposed."""
    return _kept(store, _DEPARTMENTS, _rows, shipped_departments)


def keep_departments(store: Store, rows: Iterable[Row]) -> None:
    """Keep a table in place of the one before. Raises UserError when that cannot be written."""
    cells = [[clean(joined(it.words)), clean(joined(it.departments))] for it in rows]
    _keep(store, _DEPARTMENTS, cells)


def hint_tables(store: Store) -> hints.Tables:
    """Return what 提示 goes by."""
    powers, acts = hints.parse_powers(_shipped("powers")), hints.parse_acts(_shipped("acts"))
    return hints.Tables(powers, acts, departments(store))


def _phrases(found: Iterable[object]) -> tuple[str, ...]:
    lines = (" ".join(it.split()) for it in found if isinstance(it, str))
    return tuple(dict.fromkeys(filter(None, lines)))


def _rows(found: Sequence[object]) -> tuple[Row, ...]:
    pairs = (it for it in found if isinstance(it, list) and len(it) == 2)
    return tuple(Row(names(str(words)), names(str(which))) for words, which in pairs)


def _kept(store: Store, key: str, read: Callable[[list[object]], T], shipped: Callable[[], T]) -> T:
    """Return what is kept under a key, what ships where nothing of the kind is."""
    try:
        found = json.loads(store.desk.setting(key) or "null")
    except ValueError:
        found = None
    return read(found) if isinstance(found, list) else shipped()


def _keep(store: Store, key: str, value: Sequence[object]) -> None:
    store.desk.put_setting(key, json.dumps(value, ensure_ascii=False))


@lru_cache
def _shipped(name: str) -> str:
    file = paths.resources() / "desk" / f"{name}.txt"
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        raise UserError(f"程序文件不完整，请重新安装（缺少 {file.name}）。") from None
