"""Groups: statements by who speaks, figures by what they measure and count."""

from __future__ import annotations

from dateline.export.clean import to_line
from dateline.export.lookups import Lookup, words
from dateline.records.readings import Figure, Statement


def by_speaker(lookup: Lookup) -> list[tuple[str, list[Statement]]]:
    """Return the statements by speaker, in the order in which the speakers come up."""
    groups: dict[str, tuple[str, list[Statement]]] = {}
    for statement in lookup.reading.statements:
        name = lookup.speaker(statement)
        key = statement.speaker or f"unnamed: {name.lower()}"
        groups.setdefault(key, (name, []))[1].append(statement)
    return list(groups.values())


def by_measure(lookup: Lookup) -> list[tuple[str, list[Figure]]]:
    """Return the figures by measure, and within one by the group that is counted."""
    order = list(words("measures"))
    groups: dict[str, list[Figure]] = {}
    for figure in lookup.reading.figures:
        groups.setdefault(figure.measure, []).append(figure)
    found = []
    for measure in sorted(groups, key=order.index):
        first: dict[str, int] = {}
        for figure in groups[measure]:
            first.setdefault(counted(figure).lower(), figure.start)
        figures = sorted(groups[measure], key=lambda f: (first[counted(f).lower()], f.start))
        found.append((measure, figures))
    return found


def counted(figure: Figure) -> str:
    """Return what a figure counts, in the article's words."""
    return to_line(figure.of.text) if figure.of else ""
