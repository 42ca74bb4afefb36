"""Settings: what the environment says; no other module reads it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What the surroundings decide, none of which changes a record.

    `cache` is the folder where the gazetteer's index is kept between runs:
    `$DATELINE_CACHE`, or the user's cache folder of the operating system.
    """

    cache: Path


def read_settings() -> Settings:
    """Return the settings as the environment has them now."""
    named = os.environ.get("DATELINE_CACHE")
    if named:
        return Settings(cache=Path(named))
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where it is not named

    return Settings(cache=user_cache_path("dateline", appauthor=False))
