"""A report whose text is damaged in the library: told in words, whole again, no word lost."""

import sqlite3
from contextlib import closing

from beiguan_desktop.services.mending import MENDED
from beiguan_desktop.storage.inspection import inspect


def test_a_damaged_text_is_whole_again_when_the_window_opens(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("写明同比")
    deputy.finishes()
    units = deputy.report.units
    deputy.window.close()
    with closing(sqlite3.connect(deputy.database)) as file:
        file.execute("DELETE FROM unit WHERE ordinal > 40")
        file.commit()
    assert inspect(deputy.database)[1] != []
    deputy.window = deputy._new_window()
    told = []
    deputy.window.workspace.refused.connect(told.append)
    deputy.starts()
    assert told == [MENDED]
    assert deputy.window.status.words == MENDED.rstrip("。")
    assert deputy.report.units == units
    assert [it.text for it in deputy.window.workspace.comments.values()] == ["写明同比"]
    assert inspect(deputy.database)[1] == []
