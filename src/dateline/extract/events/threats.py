"""Threats: the mode of a threat is the kind of act it threatens with."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.matches import Match

MODES: dict[tuple[str, str | None], str] = {
    ("COERCE", "arrest"): "arrest",
    ("SANCTION", "convict"): "arrest",
    ("SANCTION", "expel"): "expel",
    ("COERCE", "deport"): "expel",
    ("OTHER", "dismissal"): "expel",
    ("COERCE", "seize"): "territory",
    ("SANCTION", "withdraw"): "relations",
    ("SANCTION", "discontinue"): "relations",
    ("RETREAT", "resign"): "relations",
    ("RETREAT", "withdraw"): "relations",
}
KINDS = {
    "ASSAULT": "violence",
    "COERCE": "restrict",
    "PROTEST": "restrict",
    "MOBILIZE": "territory",
}


def set_threat_modes(clauses: Clauses, matches: list[Match]) -> None:
    """Give each threat whose complement holds a trigger the mode of what it threatens."""
    parse = clauses.parse
    heads = {match.head: match for match in matches}
    for match in matches:
        if match.group.type != "THREATEN":
            continue
        for child in parse.children[match.head]:
            act = heads.get(child)
            if act is None and parse.deps[child] == "prep":
                inner = clauses.child(child, "pobj", "pcomp")
                act = heads.get(inner) if inner is not None else None
            if act is None or act is match:
                continue
            mode = MODES.get((act.group.type, act.group.mode)) or KINDS.get(act.group.type)
            if mode is not None:
                match.group = replace(match.group, mode=mode)
                break
