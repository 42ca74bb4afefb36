"""What stands before and after a time: "until", "since", "early", "about"."""

from __future__ import annotations

import re

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import squeezed

FUZZ = re.compile(
    r"(?P<words>\b(?:(?:in|at|by|on|about|around)\s+)?(?:the\s+|its\s+|their\s+)?(?:about\s+)?(?P<which>very\s+early|early|mid|middle|late|later|earlier|beginning|start|"
    r"end|close|latter\s+(?:half|part)|early\s+part|late\s+part|later\s+part|first\s+(?:days|weeks|months|hours)|"
    r"last\s+(?:days|weeks|months)|final\s+(?:days|weeks|months)|early\s+(?:days|weeks|months)|closing\s+days|turn|middle\s+part|high\s+point)"
    r"(?:[-–\s]+(?:(?:of|in|on|that|this|during)\s+)?(?:the\s+)?|[-–]))$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?P<word>about|around|circa|c\.|ca\.|approximately|roughly)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "One day in June 2020" is some day of that month: 2020-06-XX.
SOME_DAY = re.compile(
    r"\b(?:(?:an?|some|one)\s+(?:unknown|unspecified|unnamed|uncertain)\s+(?:day|date)|(?:some|one)\s+day|an?\s+day)"
    r"\s+(?:of|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
OWNER = re.compile(r"['’]s?\b")
OR_SO = re.compile(r"\s+or\s+(?:so|thereabouts)\b", re.IGNORECASE)
MAYBE = re.compile(
    r"\b(?P<word>possibly|perhaps|probably|apparently|maybe|reportedly|likely|presumably)\s+(?:(?:in|on|around)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?P<word>since|until|till|'til|by|before|prior\s+to|not\s+later\s+than|no\s+later\s+than|up\s+to|up\s+until|up\s+till|"
    r"starting(?:\s+from)?|beginning(?:\s+from)?|effective(?:\s+from)?|with\s+effect\s+from|as\s+from|from|through|thru|to)\s+"
    r"(?:(?:at\s+least|at|on|in|the|about|around|this|that|their)\s+){0,2}$",
    re.IGNORECASE,
)
ONWARDS = re.compile(
    r"\s+(?:onwards?|on(?=\s*[.,;)]|$)|on(?=\s+(?:and|but)\b)|and\s+(?:beyond|after)|or\s+later|forward)\b",
    re.IGNORECASE,
)
LASTING = re.compile(
    r"\b(?:run|runs|ran|running|stretch\w*|extend\w*|last\w*|continu\w*|prolong\w*|keep\w*|valid|open|stay\w*|good|remain\w*|until|through)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
# "The lowest level since 1997": 1997 is what it is compared with.
COMPARED = re.compile(
    r"\b(?:(?:high|low|strong|weak|larg|bigg|small|bad|great|long|short|steep|sharp|deep|hard|few|fast|slow|heav|deadl|cold|hott|wett|dri)i?est|worst|best|"
    r"most(?!\s+of\b)|least|first|lows?|highs?|not\s+(?:been\s+)?(?:seen|reached|occurred|happened)|unseen)\b[^.;!?]{0,50}$",
    re.IGNORECASE,
)
# "Has fallen 15 percent since May": a change is counted from there.
CHANGED = re.compile(
    r"\b(?:fall(?:en|s|ing)?|fell|drop\w*|los(?:es?|t|ing)|gain\w*|ris(?:es?|en|ing)|rose|climb\w*|jump\w*|plung\w*|"
    r"declin\w*|increas\w*|decreas\w*|grow(?:n|s|ing)?|grew|shed|slump\w*|tumbl\w*|soar\w*|surg\w*|up|down)\b"
    r"[^.;!?]{0,40}?(?:percent|per\s+cent|%|points?)[^.;!?]{0,25}$",
    re.IGNORECASE,
)
UNTIL = frozenset(
    {"until", "till", "'til", "by", "before", "prior to", "not later than", "no later than"}
    | {"up to", "up until", "up till", "through", "thru", "to"}
)
LOOK = 40


def add_neighbours(text: str, wording: Wording, floor: int, *, modifies: bool = False) -> None:
    """Read the words around a time into it; no word before `floor` belongs to it.

    `modifies` tells that a noun follows: "since the May 2006 vote" is since the vote.
    """
    start = max(floor, wording.start - LOOK)
    target = wording
    while target.frame is not None and target.kind == "around":
        target = target.frame
    if wording.kind != "range" and (found := FUZZ.search(text, start, wording.start)):
        _add_fuzz(wording, found)
    is_month = wording.kind == "date" and wording.month is not None and wording.day is None
    if is_month and (found := SOME_DAY.search(text, start, wording.start)):
        wording.which, wording.start, wording.loose = "some day", found.start(), False
    if (found := ABOUT.search(text, start, wording.start)) and not OWNER.match(text, wording.end):
        wording.approximate, wording.start = True, found.start()
    if found := OR_SO.match(text, wording.end):
        wording.approximate, wording.end = True, found.end()
    if found := MAYBE.search(text, start, wording.start):
        # "probably on Monday" doubts the event; "possibly in 1871" doubts the year.
        wording.uncertain = wording.kind == "date"
        wording.start = found.start() if wording.uncertain else wording.start
    if wording.kind == "range" or wording.low is not None:
        if found := re.search(
            r"\b(?:from|between)\s+(?:the\s+)?$", text[start : wording.start], re.IGNORECASE
        ):
            wording.start = start + found.start()
        return
    if (found := ONWARDS.match(text, wording.end)) and wording.kind != "clock":
        wording.bound, wording.end = "from", found.end()
        before = BOUND.search(text, start, wording.start)
        wording.start = (
            before.start()
            if before and squeezed(before["word"]).endswith(("from", "since"))
            else wording.start
        )
        return
    found = BOUND.search(text, start, wording.start)
    if found and not (modifies and re.search(r"\bthe\s", found.group(), re.IGNORECASE)):
        _add_bound(text, wording, found, start)


def _add_fuzz(wording: Wording, found: re.Match[str]) -> None:
    which = squeezed(found["which"])
    if wording.kind == "clock":
        return
    if which in ("close", "end", "start", "beginning", "turn", "middle") and not re.search(
        r"\bof\b|^mid", found["words"], re.IGNORECASE
    ):
        return
    wording.fuzz = which
    wording.loose = False
    lead = re.match(r"(?:(?:in|at|by|on|about|around)\s+)", found["words"], re.IGNORECASE)
    wording.start = found.start() + (lead.end() if lead else 0)
    if lead and lead.group().strip().lower() in ("about", "around"):
        wording.approximate = True


def _add_bound(text: str, wording: Wording, found: re.Match[str], start: int) -> None:
    word = squeezed(found["word"])
    if word == "since" and wording.fuzz in {"start", "beginning"} and _is_year(wording):
        wording.edge = "first"
    if _is_no_bound(text, wording, word) or _is_other_word(text, wording, found, start):
        return
    if word.startswith(("starting", "beginning")) and wording.kind == "date":
        wording.which = wording.which or "beginning"
    if word.startswith(("effective", "with effect")):
        wording.which = wording.which or "effective"
    wording.bound = "until" if word in UNTIL else "from" if word == "from" else "since"
    wording.start = found.start()
    wording.loose &= wording.kind in {"part", "clock", "unit", "season", "weekday"}


def _is_year(wording: Wording) -> bool:
    is_date = wording.kind == "date" and wording.month is None and wording.day is None
    return is_date or (wording.kind == "unit" and wording.unit == "year")


def _is_no_bound(text: str, wording: Wording, word: str) -> bool:
    """Return whether a time is of a kind that `word` cannot bound."""
    if wording.kind in {"period", "span"} or wording.base == "period":
        return True
    if word not in {"since", "until", "till"} and OWNER.match(text, wording.end):
        return True
    if wording.part == "overnight":
        return True
    bare_night = wording.part == "night" and wording.frame is None
    return (wording.kind == "part" and bare_night) or wording.kind in UNBOUND.get(word, ())


# "Not sold before the 1970s" names the decade; "up from last year" compares with it.
UNBOUND = {
    "before": frozenset({"decade", "century"}),
    "through": frozenset({"weekday", "holiday", "unit"}),
    "from": frozenset({"unit", "offset", "quarter", "decade", "century", "clock", "half"}),
}
IN_FORCE = re.compile(
    r"\b(?:in\s+(?:force|effect|office)|begin\w*|start\w*|appl\w+|run\w*|will\b[^.;]*)\s*$",
    re.IGNORECASE,
)


def _is_other_word(text: str, wording: Wording, found: re.Match[str], start: int) -> bool:
    """Return whether the word before a time does other work there than to bound it."""
    word, before = squeezed(found["word"]), text[max(0, found.start() - 60) : found.start()]
    bare_year = wording.kind == "date" and wording.month is None and wording.day is None
    if word == "since":
        return bool(COMPARED.search(before) or CHANGED.search(before))
    if word == "by":
        # A bare year after "by" is the horizon of a forecast, not a deadline.
        return bare_year and text[wording.start].isdigit()
    if word == "to":
        return not LASTING.search(before)
    return word == "from" and bare_year and not IN_FORCE.search(text[start : found.start()])
