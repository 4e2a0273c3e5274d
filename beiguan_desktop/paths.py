"""Where things lie: resources beside the code, the library in the user's data folder."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _beside(folder: str) -> Path:
    """Find a folder of the project in a checkout, an installed wheel or a frozen program."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / folder
    installed = _PACKAGE / f"_{folder}"
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def resources() -> Path:
    """Return the folder with the shipped report, fonts, icons and templates."""
    return _beside("resources")


def migrations() -> Path:
    """Return the folder with the Alembic environment."""
    return _beside("db")


def data_folder() -> Path:
    """Return the folder for the user's library; BEIGUAN_HOME overrides."""
    override = os.environ.get("BEIGUAN_HOME")
    if override:
        return Path(override)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "beiguan"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "beiguan"
    share = os.environ.get("XDG_DATA_HOME")
    return (Path(share) if share else Path.home() / ".local" / "share") / "beiguan"


def default_database() -> Path:
    """Return the path of the user's library."""
    return data_folder() / "beiguan.db"


def shipped_report() -> Path:
    """Return the report that comes with the program."""
    return resources() / "report" / "beiguan-2026.txt"


def program() -> list[str]:
    """Return the words that start this program with its command line, for a child process.

    The frozen window has no console; the executable that has one lies beside it.
    """
    if getattr(sys, "frozen", False):
        name = "beiguan-cli.exe" if sys.platform == "win32" else "beiguan-cli"
        return [str(Path(sys.executable).with_name(name))]
    return [sys.executable, "-m", "beiguan_desktop"]


def program_environment() -> dict[str, str]:
    """Return the environment in which `program` finds the package this process runs."""
    environment = dict(os.environ)
    is_checkout = not getattr(sys, "frozen", False) and not (_PACKAGE / "_resources").is_dir()
    if is_checkout:  # in a wheel the package is found anyway, and its neighbours must not be
        places = [str(_PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, places))
    return environment
