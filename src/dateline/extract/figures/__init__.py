"""Figures: every count, sum, price and share, as the claim of a voice.

Reasons in `why` beside the common ones: `open`, the words leave that bound open ("at
least 20" has no upper one); under `claim`, `withdrawn` or `denied`: the text itself takes the
figure back.
"""

from __future__ import annotations

from msgspec import UNSET

from dateline.extract.figures.anchors import Anchors
from dateline.extract.figures.drafting import draft_figures
from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.implicit import find_implicit
from dateline.extract.figures.outcomes import settle
from dateline.extract.figures.parts import find_parts
from dateline.extract.figures.populations import find_population, inherit
from dateline.extract.figures.vague import acled_number
from dateline.extract.figures.wholes import find_wholes
from dateline.extract.figures.withdrawn import find_withdrawn
from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Figure, Place, Time
from dateline.records.scopes import Scopes

__all__ = ["find_figures"]


def find_figures(
    parse: Parse,
    actors: Actors,
    scopes: Scopes,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> tuple[Figure, ...]:
    """Return the figures of a text in text order."""
    stated = draft_figures(parse, times)
    drafts = settle(parse, stated, find_implicit(parse, stated))
    ids = _ids(drafts)
    anchors = Anchors(parse, times, places, drafts)
    anchored = [anchors.at(draft) for draft in drafts]
    parts = find_parts(parse, drafts)
    known = {place.id: place for place in places}
    parts |= find_wholes(parse, drafts, parts, [known.get(place or "") for _, place in anchored])
    taken_back = find_withdrawn(parse, drafts)
    populations = inherit([find_population(parse, actors, draft) for draft in drafts], parts)
    return tuple(
        _figure(
            draft,
            name=ids[n],
            whole=ids[parts[n]] if n in parts else None,
            parse=parse,
            population=populations[n],
            voice=scopes.voice_at(draft.start),
            anchored=anchored[n],
            claim=taken_back.get(n),
        )
        for n, draft in enumerate(drafts)
    )


def _ids(drafts: list[Draft]) -> list[str]:
    """Return an id for each draft: `f` and its start, with a letter where two are equal."""
    seen: dict[int, int] = {}
    made = []
    for draft in drafts:
        count = seen[draft.start] = seen.get(draft.start, -1) + 1
        made.append(f"f{draft.start}" + (chr(96 + count) if count else ""))
    return made


def _figure(
    draft: Draft,
    *,
    name: str,
    whole: str | None,
    parse: Parse,
    population: str | None,
    voice: str,
    anchored: tuple[str | None, str | None],
    claim: str | None,
) -> Figure:
    time, place = anchored
    of = parse.span(*draft.of) if draft.of else None
    fields = {
        "low": draft.low, "high": draft.high, "unit": draft.unit, "per": draft.per, "of": of,
        "population": population, "part_of": whole, "time": time, "place": place,
    }  # fmt: skip
    why = {
        field: "open" if field in ("low", "high") else draft.why.get(field, "not-stated")
        for field, value in fields.items()
        if value is None
    }
    if claim:
        why["claim"] = claim
    words = parse.text[draft.start : draft.end]
    acled = acled_number(words, draft.low)
    return Figure(
        id=name,
        start=draft.start,
        end=draft.end,
        text=words,
        measure=draft.measure,
        low=draft.low,
        high=draft.high,
        approximate=draft.approximate,
        acled=UNSET if acled is None or acled == draft.low else acled,
        implicit=draft.implicit,
        unit=draft.unit,
        per=draft.per,
        of=of,
        population=population,
        part_of=whole,
        time=time,
        place=place,
        voice=voice,
        why=why,
    )
