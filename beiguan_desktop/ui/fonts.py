"""The faces that come with the program, so that no machine shows boxes for characters."""

from functools import cache

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


@cache
def load() -> None:
    """Register the shipped faces with Qt, once; needs an application object."""
    for name in FILES:
        file = resources() / "fonts" / name
        if not file.is_file() or QFontDatabase.addApplicationFont(str(file)) < 0:
            raise UserError(f"程序文件不完整，请重新安装（缺少字体 {name}）。")
