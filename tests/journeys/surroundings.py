"""Bad surroundings, made with the means of the system: a full disk, a place one may not write."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest

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
def read_only(folder: Path):
    """Take the right to write in a folder away, from the superuser by being somebody else."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights are POSIX")
    files = [folder, *folder.iterdir()]
    modes = [file.stat().st_mode for file in files]
    for file in files:
        file.chmod(0o555 if file.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for file, mode in zip(files, modes, strict=True):
            file.chmod(mode)
