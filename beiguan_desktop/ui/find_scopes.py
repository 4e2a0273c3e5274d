"""Where words are looked for: in the text, in the opinions, in all reports of the library."""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from beiguan_desktop.core.finding import Found, Query, Searchable, Span
from beiguan_desktop.core.unplaced import has_place
from beiguan_desktop.services import library_list, searching
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.find_rows import Group, Source
from beiguan_desktop.ui.running_head import section_path

if TYPE_CHECKING:
    from beiguan_desktop.core.pagination import Pages
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.services.searching import Words
    from beiguan_desktop.ui.workspace import Workspace

SIMILAR = {"sound": "首字母相同", "letter": "差一个字"}
_YEAR = re.compile(r"\d{4}年(?:\d{1,2}月\d{1,2}日)?")
_FRONT = 8
"""How many lines of a report may name its day."""


class TextScope:
    """The report that is shown."""

    def __init__(self, workspace: Workspace, library: LibraryScope) -> None:
        """Search the workspace's report, whichever it is then, as the library has read it."""
        self._workspace, self._library = workspace, library
        self._searched: tuple[Report, Searchable] | None = None

    def search(self, query: Query) -> list[Group]:
        """Return hits under the titles of their sections, then what is similar."""
        report, pages = self._workspace.report, self._workspace.pages
        if report is None or pages is None or not query:
            return []
        if self._searched is None or self._searched[0] is not report:
            pieces, known = [unit.text for unit in report.units], self._library.text(report.id)
            is_same = known is not None and known.pieces == pieces  # then it is folded already
            self._searched = report, known if known and is_same else Searchable(pieces)
        exact, similar = searching.search(self._searched[1], query)
        source = Source(partial(_place, report, pages), report.id)
        title = cache(partial(_title, report))
        groups: list[Group] = []
        for words, spans in groupby(exact.spans(), lambda span: title(span.piece)):
            first = groups[-1].last if groups else 0
            groups.append(Group(words, source, exact, first, first + len(list(spans))))
        return groups + _group(SIMILAR.get(similar.likeness, ""), source, similar)


class OpinionScope:
    """The opinions on the report that is shown."""

    def __init__(self, workspace: Workspace) -> None:
        """Search the workspace's opinions as they are then."""
        self._workspace = workspace
        self._words: list[Words] = []
        self._searchable: Searchable | None = None

    def forget(self) -> None:
        """Take the opinions anew: they have changed."""
        self._searchable = None

    def search(self, query: Query) -> list[Group]:
        """Return hits in the order of the report, then what is similar."""
        if not query:
            return []
        if self._searchable is None:
            self._words = searching.words_of(self._workspace.comments.values())
            self._searchable = Searchable([words.text for words in self._words])
        exact, similar = searching.search(self._searchable, query)
        source = Source(self._place)
        titled = _group(SIMILAR.get(similar.likeness, ""), source, similar)
        return _group("", source, exact) + titled

    def comment(self, span: Span) -> str:
        """Return the opinion in which a hit stands, by id."""
        return self._words[span.piece].comment.id

    def _place(self, span: Span) -> str:
        words, report = self._words[span.piece], self._workspace.report
        place = labels.LOST
        if report is not None and has_place(report, words.comment):
            place = labels.place_words(report, words.comment.anchor)
        return "　".join(part for part in (place, words.comment.kind, words.part) if part)


class LibraryScope:
    """All reports of the library; each is read when its turn comes, so that nothing waits."""

    def __init__(self, workspace: Workspace) -> None:
        """Search the workspace's library; nothing is read yet."""
        self._workspace = workspace
        self._known: dict[str, str] = {}
        """Title and edition of each report, by id."""
        self._texts: dict[str, tuple[Searchable, Source, str]] = {}

    def look(self) -> None:
        """Take note which reports there are; what was read stays."""
        self._known = {
            it.id: "　".join(part for part in (it.title, it.edition) if part)
            for it in library_list.to_choose(self._workspace.store)
        }

    @property
    def count(self) -> int:
        """How many reports there are."""
        return len(self._known)

    @property
    def read(self) -> int:
        """How many of them have been read."""
        return sum(report in self._texts for report in self._known)

    def read_one(self) -> None:
        """Read one more report."""
        report = next((each for each in self._known if each not in self._texts), None)
        if report is None:
            return
        units = self._workspace.store.shelf.texts(report)
        texts = [text for text, _ in units]
        numbers = [number for _, number in units]
        day = next((found[0] for text in texts[:_FRONT] if (found := _YEAR.search(text))), "")
        source = Source(lambda span: _number_words(numbers[span.piece]), report)
        name = "　".join(part for part in (self._known[report], day) if part)
        searchable = Searchable(texts)
        searchable.prepare()
        self._texts[report] = searchable, source, name

    def text(self, report: str) -> Searchable | None:
        """Return the text of a report that has been read."""
        return self._texts[report][0] if report in self._texts else None

    def search(self, query: Query) -> list[Group]:
        """Return hits under the titles of their reports, then what is similar."""
        groups: list[Group] = []
        below: list[Group] = []
        for report in self._known if query else ():
            if report in self._texts:
                text, source, name = self._texts[report]
                exact, similar = searching.search(text, query)
                groups += _group(name, source, exact)
                below += _group(f"{SIMILAR.get(similar.likeness)}　{name}", source, similar)
        return groups + below


def _group(words: str, source: Source, found: Found) -> list[Group]:
    return [Group(words, source, found, 0, len(found))] if found.places else []


def _title(report: Report, unit: int) -> str:
    return "　".join(section_path(report, unit)) or "报告开头"


def _place(report: Report, pages: Pages, span: Span) -> str:
    unit, at = report.units[span.piece], pages.at(span.piece, span.start)
    name = "标题" if unit.kind in ("heading", "title") else _number_words(unit.number)
    page = f"{'约' if at.about else ''}第{at.page}页" if at else ""
    return "　".join(part for part in (name, page) if part)


def _number_words(number: int | None) -> str:
    return "" if number is None else f"第{number}段"
