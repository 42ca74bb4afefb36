"""The scorers of the labelled data, loaded from `../shared/score`.

One mend: the scorer of whole articles takes the distance to every gold place that a reading
puts on the map, and fails with a TypeError where the gold itself has no coordinates (six
villages of `corpus/`). Nothing is near such a place; all else is left as it is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_shared() -> Path:
    """Return the folder of labelled data and scorers: $DATELINE_SHARED, or beside the checkout."""
    return Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))


def load_scorers(shared: Path) -> None:
    """Put the scorers on the path, mended."""
    sys.path.insert(0, str(shared / "score"))
    from scoring import gold

    measured = gold.distance_km

    def distance_km(a, b):
        return float("inf") if None in (*a, *b) else measured(a, b)

    gold.distance_km = distance_km
