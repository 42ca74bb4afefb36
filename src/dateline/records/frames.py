"""Frames: the findings of a reading as tables, names in place of ids. Needs pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.errors import MissingExtra
from dateline.records.readings import Reading

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


def to_frames(reading: Reading) -> dict[str, pd.DataFrame]:
    """Return a frame for each kind of finding, one row a finding.

    Each begins with `article` (the key, or else the id) and `id`, so that the frames of
    many readings can be put together with `pandas.concat`.

    Raises:
        MissingExtra: if pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingExtra(
            "pandas is not installed, frames need it", hint='pip install "dateline[frames]"'
        ) from error
    names = Names(reading)
    rows = {
        "entities": [names.entity_row(one) for one in reading.entities],
        "places": [names.place_row(one) for one in reading.places],
        "times": [names.time_row(one) for one in reading.times],
        "voices": [names.voice_row(one) for one in reading.voices],
        "statements": [names.statement_row(one) for one in reading.statements],
        "figures": [names.figure_row(one) for one in reading.figures],
        "events": [names.event_row(one) for one in reading.events],
    }
    article = reading.article.key or reading.article.id
    return {
        kind: pd.DataFrame(
            [{"article": article, **row} for row in found],
            columns=["article", *COLUMNS[kind]],
        ).convert_dtypes()
        for kind, found in rows.items()
    }


COLUMNS: dict[str, list[str]] = {
    "entities": ["id", "kind", "name", "roles", "country", "sector", "code", "mentions", "start"],
    "places": ["id", "name", "country", "admin1", "feature", "geonameid", "lat", "lon",
               "mentions", "start"],
    "times": ["id", "text", "edtf", "anchor", "start", "end"],
    "voices": ["id", "chain"],
    "statements": ["id", "speaker", "force", "manner", "content", "source", "cue", "addressee",
                   "time", "place", "voice", "start", "end"],
    "figures": ["id", "text", "measure", "low", "high", "approximate", "acled", "implicit", "unit",
                "per", "of", "population", "part_of", "time", "place", "voice", "start", "end"],
    "events": ["id", "type", "mode", "trigger", "actors", "recipients", "place", "time", "date",
               "status", "figures", "own", "cameo", "acled", "voice", "confidence", "start", "end"],
}  # fmt: skip


class Names:
    """Names for the ids of one reading."""

    def __init__(self, reading: Reading) -> None:
        """Gather the names."""
        self.names = {one.id: one.name for one in reading.entities}
        self.names |= {one.id: one.name for one in reading.places}
        self.times = {one.id: one.edtf or one.text for one in reading.times}
        self.figures = {one.id: one.text for one in reading.figures}
        self.voices = {one.id: self._chain(one) for one in reading.voices}

    def _chain(self, voice: Any) -> str:
        """Return a source chain as words, outermost first; "" for the article's own voice."""
        parts = (
            self.names.get(link.source or "") or (link.span.text if link.span else "unnamed")
            for link in voice.chain
        )
        return " > ".join(parts)

    def _name(self, one: str | None) -> str | None:
        return None if one is None else self.names.get(one, one)

    def _time(self, one: str | None) -> str | None:
        return None if one is None else self.times.get(one, one)

    def _names(self, many: tuple[str, ...]) -> str:
        return "; ".join(self.names.get(one, one) for one in many)

    def entity_row(self, one: Any) -> Row:
        """Return the row of an entity."""
        roles = [
            role.title + (f" of {self.names.get(role.of, role.of)}" if role.of else "")
            for role in one.roles
        ]
        return {
            "id": one.id, "kind": one.kind, "name": one.name, "roles": "; ".join(roles),
            "country": one.country, "sector": one.sector, "code": one.code,
            "mentions": len(one.mentions), "start": one.mentions[0].start,
        }  # fmt: skip

    def place_row(self, one: Any) -> Row:
        """Return the row of a place."""
        return {
            "id": one.id, "name": one.name, "country": one.country, "admin1": one.admin1,
            "feature": one.feature, "geonameid": one.geonameid, "lat": one.lat, "lon": one.lon,
            "mentions": len(one.mentions), "start": one.mentions[0].start,
        }  # fmt: skip

    def time_row(self, one: Any) -> Row:
        """Return the row of a time."""
        return {name: getattr(one, name) for name in COLUMNS["times"]}

    def voice_row(self, one: Any) -> Row:
        """Return the row of a voice."""
        return {"id": one.id, "chain": self.voices[one.id]}

    def statement_row(self, one: Any) -> Row:
        """Return the row of a statement."""
        return {
            "id": one.id, "speaker": self._name(one.speaker), "force": one.force,
            "manner": one.manner, "content": " … ".join(span.text for span in one.content),
            "source": one.source.text if one.source else None,
            "cue": one.cue.text if one.cue else None, "addressee": self._name(one.addressee),
            "time": self._time(one.time), "place": self._name(one.place),
            "voice": self.voices.get(one.voice, ""), "start": one.content[0].start,
            "end": one.content[-1].end,
        }  # fmt: skip

    def figure_row(self, one: Any) -> Row:
        """Return the row of a figure."""
        row = {name: getattr(one, name) for name in COLUMNS["figures"]}
        return row | {
            "of": one.of.text if one.of else None,
            "part_of": self.figures.get(one.part_of or "", one.part_of),
            "time": self._time(one.time), "place": self._name(one.place),
            "voice": self.voices.get(one.voice, ""),
        }  # fmt: skip

    def event_row(self, one: Any) -> Row:
        """Return the row of an event."""
        return {
            "id": one.id, "type": one.type, "mode": one.mode, "trigger": one.trigger.text,
            "actors": self._names(one.actors), "recipients": self._names(one.recipients),
            "place": self._name(one.place), "time": self._time(one.time), "date": one.date,
            "status": one.status,
            "figures": "; ".join(self.figures.get(each, each) for each in one.figures),
            "own": "; ".join(one.own or ()) or None,
            "cameo": one.codes.cameo, "acled": one.codes.acled,
            "voice": self.voices.get(one.voice, ""), "confidence": one.confidence,
            "start": one.trigger.start, "end": one.trigger.end,
        }  # fmt: skip
