"""Bad surroundings, made with the means of the system: a full disk, a place one may not write."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from beiguan_desktop import paths

NOBODY = 65534


@contextmanager
def full_disk(file: Path):
    """Let no file grow beyond the size of this one: what is there can be written, no more."""
    resource = pytest.importorskip("resource", reason="file-size limits are POSIX")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def nobody(*, reads_program: bool = True):
    """Be somebody without rights for a moment, where the tests run with all of them.

    Skips where only the superuser comes to the program's own files, as in his home, unless what
    is tried `reads_program` no more.
    """
    is_mighty = getattr(os, "geteuid", os.getpid)() == 0
    if is_mighty:
        os.seteuid(NOBODY)
    try:
        try:
            if reads_program:
                next(paths.resources().iterdir())
        except PermissionError:
            pytest.skip("the checkout lies where only the superuser comes")
        yield
    finally:
        if is_mighty:
            os.seteuid(0)


@contextmanager
def read_only(folder: Path):
    """Take the right to write in a folder away, from the superuser by being somebody else."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights are POSIX")
    files = [folder, *folder.iterdir()]
    modes = [file.stat().st_mode for file in files]
    for file in files:
        file.chmod(0o555 if file.is_dir() else 0o444)
    try:
        with nobody():
            yield
    finally:
        for file, mode in zip(files, modes, strict=True):
            file.chmod(mode)
