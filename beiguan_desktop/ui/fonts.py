"""The faces that come with the program, so that no machine shows boxes for characters."""

from functools import cache
from threading import Thread

from PySide6.QtGui import QFontDatabase

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.paths import resources

SERIF = "Noto Serif SC"
SANS = "Noto Sans SC"
KAI = "Beiguan Kai"

FILES = (
    "NotoSerifSC-Regular.ttf",
    "NotoSerifSC-Bold.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "BeiguanKai-Regular.ttf",
)


_early: list[Thread] = []


def load_beside() -> None:
    """Begin to register the faces beside other work: Qt reads them while Python imports."""
    _early.append(Thread(target=_missing, name="fonts"))
    _early[0].start()


def load() -> None:
    """Register the shipped faces with Qt, once; needs an application object.

    Raises UserError when one is not there.
    """
    while _early:
        _early.pop().join()
    for name in _missing():
        raise UserError(f"程序文件不完整，请重新安装（缺少字体 {name}）。")


@cache
def _missing() -> list[str]:
    """Register what is there and return what is not."""
    files = {name: resources() / "fonts" / name for name in FILES}
    return [
        name
        for name, file in files.items()
        if not file.is_file() or QFontDatabase.addApplicationFont(str(file)) < 0
    ]
