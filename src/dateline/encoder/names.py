"""Names: the words that name persons, bodies, places and dates, as the encoder sees them."""

from __future__ import annotations

from dateline.records.signals import Signals


def to_names(signals: Signals) -> list[tuple[str, bool]]:
    """Return the kind of name that each word belongs to, and whether one begins there.

    The kinds are those of OntoNotes (PERSON, NORP, ORG, GPE, …), "" for none. A word that
    would go on a name of another kind begins one of its own.
    """
    labels = [(kind, part == "B") for part, _, kind in (n.partition("-") for n in signals.name_names)]
    found: list[tuple[str, bool]] = []
    before = ""
    for number in signals.names.argmax(axis=1).tolist() if len(signals.names) else ():
        kind, begins = labels[number]
        found.append((kind, bool(kind) and (begins or kind != before)))
        before = kind
    return found
