"""The upgrade that the program tries of itself, on a copy."""

from beiguan_desktop.services import rehearsing
from tests.storage.library import adding, new_library, opinion


def test_an_upgraded_copy_holds_every_opinion_and_the_library_is_untouched(tmp_path):
    path = tmp_path / "资料 库%.db"
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1", "𠮷"), opinion(store, "c2"), change="one"))
    data = path.read_bytes()
    folder = tmp_path / "试"
    folder.mkdir()
    before, after = rehearsing.upgrade_a_copy(path, folder)
    assert [c.id for c in before] == ["c1", "c2"]
    assert after == before
    assert path.read_bytes() == data
    assert any(".v1" in file.name or "v1" in file.name for file in folder.iterdir())
