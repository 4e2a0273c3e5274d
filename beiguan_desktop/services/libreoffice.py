"""LibreOffice, where there is one: it turns .doc, .wps and RTF files into .docx.

It is another's program with a long history of holes and reads a stranger's file. So it runs in the
boundary of the worker (`converting`), with a profile of its own that lets no macro run, fetches
nothing, and goes with the private folder.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

RESULT = "converted.docx"
"""The name of what it makes, in the private folder."""

_POSIX = (
    *("/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice"),
    *("/usr/lib/libreoffice/program/soffice", "/usr/lib64/libreoffice/program/soffice"),
    "/opt/libreoffice*/program/soffice",
    "/opt/apps/*libreoffice*/files/program/soffice",  # UnionTech's and Kylin's shops
    "/opt/apps/*libreoffice*/files/*/program/soffice",
    "/Applications/LibreOffice*.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice*.app/Contents/MacOS/soffice",
)
_WINDOWS = tuple(
    f"%{folder}%/LibreOffice*/program/soffice.exe"
    for folder in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
)
PLACES = _WINDOWS if sys.platform == "win32" else _POSIX
"""Where it is usually put; a star stands for any part of a name."""

_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),  # none but trusted ones
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Misc", "UseOpenCL", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),  # never
    ("Inet/Settings", "ooInetProxyType", "2"),  # what still asks for the net asks nobody
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS")),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value>'
    "</prop></item>"
).format


def found() -> Path | None:
    """Return the program, None where there is none.

    On Windows only where it is installed: what is called so beside a document is not it.
    """
    named = None if sys.platform == "win32" else shutil.which("soffice")
    return next((path for path in [*([Path(named)] if named else []), *_placed()]), None)


def _placed() -> Iterator[Path]:
    for place in PLACES:
        path = Path(os.path.expandvars(place)).expanduser()
        if path.is_absolute():
            names = path.relative_to(path.anchor)
            yield from (one for one in sorted(Path(path.anchor).glob(str(names))) if one.is_file())


def command(program: Path, file: Path, folder: Path) -> list[str]:
    """Return the words that turn a file of a private folder into .docx, without a window."""
    profile = folder / "profile"
    return [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        "--nofirststartwizard",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "made")),
        str(file),
    ]


def environment(folder: Path) -> dict[str, str]:
    """Return its environment: temporary files go with the folder, libraries are its own."""
    kept = dict(os.environ)
    if getattr(sys, "frozen", False):  # the program's own libraries are not for others
        original = kept.pop("LD_LIBRARY_PATH_ORIG", None)
        kept.pop("LD_LIBRARY_PATH", None)
        kept |= {"LD_LIBRARY_PATH": original} if original else {}
    named = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    return kept | named | {"SAL_USE_VCLPLUGIN": "svp"}


def write_profile(folder: Path) -> None:
    """Write the settings of the profile that `command` names."""
    path = folder / "profile" / "user" / "registrymodifications.xcu"
    path.parent.mkdir(parents=True)
    items = "\n".join(_ITEM(*setting) for setting in _SETTINGS)
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{items}\n</oor:items>\n',
        "utf-8",
    )
