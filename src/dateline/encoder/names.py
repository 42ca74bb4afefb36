"""Names: the words that name persons, bodies, places and dates, as the encoder sees them."""

from __future__ import annotations

import numpy as np

from dateline.records.signals import Signals


def to_names(signals: Signals) -> list[tuple[str, bool]]:
    """Return the kind of name that each word belongs to, and whether one begins there.

    The kinds are those of OntoNotes (PERSON, NORP, ORG, GPE, …), "" for none. The kind of a
    word is settled first, whether it begins a name or goes on with one after that.
    """
    if not len(signals.names):
        return []
    kinds = [label[2:] for label in signals.name_names[1::2]]
    plain, begins, goes_on = signals.names[:, 0], signals.names[:, 1::2], signals.names[:, 2::2]
    either = np.logaddexp(begins, goes_on)
    best = either.argmax(axis=1)
    rows = np.arange(len(best))
    named = (either[rows, best] > plain).tolist()
    first = (begins[rows, best] > goes_on[rows, best]).tolist()
    found: list[tuple[str, bool]] = []
    before = ""
    for row, number in enumerate(best.tolist()):
        kind = kinds[number] if named[row] else ""
        found.append((kind, bool(kind) and (first[row] or kind != before)))
        before = kind
    return found
