"""Actor codes taken apart: a country and sectors, as CAMEO and PLOVER join them."""

from __future__ import annotations

import re
from functools import cache

from dateline.tables import load_rows

# PLOVER's sectors, and PRO, ours for protesters (the contract lists them).
SECTORS = frozenset(
    {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
        "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO",
        "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "PRO",
    }
)  # fmt: skip
# Sectors that CAMEO, and so PETRARCH, calls otherwise. MED is its media and our health.
OF_CAMEO = {
    "MED": "JRN", "HLH": "MED", "INS": "REB", "SEP": "REB", "RAD": "UAF", "PAR": "PRM",
    "NGM": "NGO", "SET": "CVL", "STU": "EDU", "CHR": "REL", "MOS": "REL", "JEW": "REL",
    "BUD": "REL", "HIN": "REL",
}  # fmt: skip
COUNTRIES_OF_CAMEO = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "BUR": "MMR"}
_CODE = re.compile(r"(?:[A-Z]{3})+")


@cache
def countries() -> dict[str, str]:
    """Return the ISO 3166-1 alpha-3 code by itself and by each name of a state, in lower case."""
    found: dict[str, str] = {}
    for code, names, *_ in load_rows("states.tsv"):
        found[code.lower()] = code
        found.update((name.lower(), code) for name in names.split("|"))
    return found


def take_apart(code: str, *, cameo: bool) -> tuple[str | None, str | None]:
    """Return the country and the first sector that a code tells; None for what it does not.

    >>> take_apart("AFGGOVMIL", cameo=True), take_apart("IGOUNO", cameo=True)
    (('AFG', 'GOV'), (None, 'IGO'))
    >>> take_apart("KAZMED", cameo=True), take_apart("KAZMED", cameo=False)
    (('KAZ', 'JRN'), ('KAZ', 'MED'))
    >>> take_apart("Rapid Support Forces", cameo=False)
    (None, None)
    """
    if not _CODE.fullmatch(code):
        return None, None
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    country = countries().get(COUNTRIES_OF_CAMEO.get(parts[0], parts[0]).lower())
    rest = parts[1:] if country else parts
    named = [OF_CAMEO.get(part, part) if cameo else part for part in rest]
    return country, next((part for part in named if part in SECTORS), None)
