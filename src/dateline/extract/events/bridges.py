"""Bridges: an event in CAMEO's and in ACLED's codebook.

CAMEO: the root decides by CAMEO2PLOVER (2021) read backwards, the mode chooses the code
under it; a trigger that the lexicon codes more exactly keeps its code. OTHER has no CAMEO
code. ACLED: the bridge of `docs/events.md`; what ACLED does not code (words, diplomacy, aid)
has none. Where a target has no place for an event, `reason` says so: "no-such-code".
"""

from __future__ import annotations

from collections.abc import Collection

NO_CODE = "no-such-code"

CAMEO: dict[str, str] = {
    "AGREE": "030",
    "CONSULT": "040",
    "CONSULT phone": "041",
    "CONSULT visit": "042",
    "CONSULT third-party": "045",
    "CONSULT multilateral": "046",
    "SUPPORT": "051",
    "COOPERATE": "060",
    "AID": "070",
    "CONCEDE": "080",
    "RETREAT": "087",
    "RETREAT withdraw": "0874",
    "RETREAT release": "0841",
    "RETREAT disarm": "0872",
    "RETREAT ceasefire": "0871",
    "RETREAT access": "0873",
    "RETREAT resign": "0831",
    "REQUEST": "100",
    "REQUEST assist": "103",
    "REQUEST change": "102",
    "REQUEST yield": "104",
    "REQUEST meet": "105",
    "ACCUSE": "110",
    "ACCUSE disapprove": "111",
    "ACCUSE allege": "112",
    "ACCUSE investigate": "090",
    "REJECT": "120",
    "REJECT assist": "122",
    "REJECT change": "120",
    "REJECT yield": "124",
    "REJECT meet": "125",
    "THREATEN": "130",
    "THREATEN restrict": "131",
    "THREATEN relations": "134",
    "THREATEN arrest": "132",
    "THREATEN expel": "132",
    "THREATEN territory": "138",
    "THREATEN violence": "138",
    "PROTEST": "140",
    "PROTEST demo": "141",
    "PROTEST hunger": "142",
    "PROTEST strike": "143",
    "PROTEST boycott": "140",
    "PROTEST obstruct": "144",
    "PROTEST riot": "145",
    "PROTEST vandalize": "145",
    "SANCTION": "160",
    "SANCTION convict": "160",
    "SANCTION expel": "166",
    "SANCTION withdraw": "166",
    "SANCTION discontinue": "161",
    "MOBILIZE": "150",
    "MOBILIZE troops": "154",
    "MOBILIZE weapons": "154",
    "MOBILIZE police": "153",
    "MOBILIZE militia": "155",
    "COERCE": "170",
    "COERCE seize": "171",
    "COERCE restrict": "172",
    "COERCE censor": "1722",
    "COERCE curfew": "1723",
    "COERCE martial-law": "1724",
    "COERCE arrest": "173",
    "COERCE deport": "174",
    "COERCE withhold": "170",
    "COERCE misinformation": "170",
    "COERCE cyber": "176",
    "ASSAULT": "190",
    "ASSAULT abduct": "181",
    "ASSAULT beat": "182",
    "ASSAULT torture": "1822",
    "ASSAULT sexual": "1821",
    "ASSAULT targeted": "186",
    "ASSAULT destroy": "1712",
    "ASSAULT primitive": "182",
    "ASSAULT firearms": "193",
    "ASSAULT explosives": "183",
    "ASSAULT suicide-attack": "1831",
    "ASSAULT aerial": "195",
    "ASSAULT drone": "195",
    "ASSAULT heavy-weapons": "194",
    "ASSAULT crowd-control": "175",
    "ASSAULT unconventional": "204",
}
ACLED: dict[str, str] = {
    "ASSAULT aerial": "Air/drone strike",
    "ASSAULT drone": "Air/drone strike",
    "ASSAULT heavy-weapons": "Shelling/artillery/missile attack",
    "ASSAULT explosives": "Remote explosive/landmine/IED",
    "ASSAULT suicide-attack": "Suicide bomb",
    "ASSAULT unconventional": "Chemical weapon",
    "ASSAULT sexual": "Sexual violence",
    "ASSAULT abduct": "Abduction/forced disappearance",
    "ASSAULT destroy": "Looting/property destruction",
    "ASSAULT crowd-control": "Protest with intervention",
    "PROTEST demo": "Peaceful protest",
    "PROTEST strike": "Peaceful protest",
    "PROTEST hunger": "Peaceful protest",
    "PROTEST obstruct": "Peaceful protest",
    "PROTEST riot": "Violent demonstration",
    "PROTEST vandalize": "Violent demonstration",
    "COERCE arrest": "Arrests",
    "COERCE seize": "Non-violent transfer of territory",
    "RETREAT ceasefire": "Agreement",
    "RETREAT disarm": "Disrupted weapons use",
    "RETREAT withdraw": "Non-violent transfer of territory",
    "MOBILIZE troops": "Other",
    "MOBILIZE militia": "Change to group/activity",
}
ARMED = frozenset({"MIL", "REB", "IMG", "COP", "PRM", "UAF", "SPY"})
HARMS = frozenset({"killed", "injured"})


def to_cameo(kind: str, mode: str | None, own: str | None = None) -> str | None:
    """Return the CAMEO code of a PLOVER type and mode; `own` is the trigger's, if it has one.

    >>> to_cameo("COERCE", "arrest"), to_cameo("OTHER", "disaster")
    ('173', None)
    """
    if own:
        return own
    return CAMEO.get(f"{kind} {mode}") or CAMEO.get(kind)


def to_acled(  # noqa: PLR0911 - one case after the other
    kind: str,
    mode: str | None,
    actors: Collection[str | None],
    recipients: Collection[str | None],
    measures: Collection[str] = (),
) -> str | None:
    """Return the ACLED sub-event type; `actors` and `recipients` are PLOVER sectors.

    Armed groups on both sides clash; the armed against others attack; force against
    protesters is excessive where somebody is hurt, else an intervention.

    >>> to_acled("ASSAULT", "firearms", ["REB"], ["MIL"])
    'Armed clash'
    >>> to_acled("ASSAULT", "firearms", ["COP"], ["PRO"], ["killed"])
    'Excessive force against protesters'
    >>> to_acled("CONSULT", None, [], [])
    """
    if kind == "AGREE":
        return None
    protest = "PRO" in recipients
    if kind == "ASSAULT" and protest and any(sector in ARMED for sector in actors):
        hurt = bool(HARMS & set(measures))
        return "Excessive force against protesters" if hurt else "Protest with intervention"
    if kind == "COERCE" and mode == "arrest" and protest:
        return "Protest with intervention"
    if kind == "ASSAULT" and mode in (None, "firearms", "primitive", "beat", "torture", "targeted"):
        if not actors and not recipients:
            return "Attack" if mode not in (None, "firearms") else "Armed clash"
        if "PRO" in actors:
            return "Mob violence"
        sides = [any(s in ARMED for s in side) for side in (actors, recipients)]
        if all(sides) or (sides[0] and not recipients and len(actors) > 1):
            return "Armed clash"
        return "Attack"
    return ACLED.get(f"{kind} {mode}")
