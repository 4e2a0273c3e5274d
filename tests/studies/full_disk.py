"""Write until the file may not grow; tell what happened, as JSON.

python -m tests.studies.full_disk LIBRARY

The limit on file size stands for a full disk; the store must refuse in words, keep what was
acknowledged, and go on when there is room again.
"""

import json
import resource
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from beiguan_desktop.core.change import inverse
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage.inspection import inspect
from tests.storage.library import NOW, adding, new_library, opinion


def fill(path: Path) -> dict[str, object]:
    """Fill, fail, make room, go on."""
    store = new_library(path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    room = path.stat().st_size + 100_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    written, said, last = [], "", None
    for number in count():
        words = opinion(store, f"c{number:04d}", "扩建小学" * 2000)
        try:
            last = store.apply(adding(words, change=f"h{number}"))
        except UserError as error:
            said = str(error)
            break
        written.append(words.id)
    kept = [comment.id for comment in store.comments()]
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    store.apply(adding(replace(words, text="有空间了"), change="after"))
    back = inverse(last, store.present([written[-1]]), change_id="undo", at=NOW)
    store.apply(back)
    after = [comment.id for comment in store.comments()]
    store.close()
    return {
        "said": said,
        "written": len(written),
        "kept": kept == written,
        "goes on": after == [*written[:-1], words.id],
        "problems": inspect(path)[1],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fill(Path(sys.argv[1])), ensure_ascii=False))
