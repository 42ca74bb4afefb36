"""Reading: everything dateline found in one article, as the contract `dateline/1` has it.

All values are frozen. Offsets count code points in `Reading.article.text`. A field that
is None was looked for and not found; its reason stands in `why` under the field's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec

from dateline.errors import ReadingError
from dateline.records.articles import Article
from dateline.records.texts import Span

if TYPE_CHECKING:
    import pandas as pd

SCHEMA: Literal["dateline/1"] = "dateline/1"

Why = dict[str, str]
Form = Literal["name", "nominal", "pronoun"]
EntityKind = Literal["person", "organization", "group", "state"]
Anchor = Literal["stated", "published", "context"]
Manner = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "asserts", "denies", "retracts", "declines", "asks", "demands", "promises", "threatens"
]
Measure = Literal[
    "killed", "injured", "detained", "missing", "displaced", "infected", "participants",
    "deployed", "damaged", "price", "money", "share", "other",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "demanded", "possible", "denied"]


class Mention(msgspec.Struct, frozen=True):
    """Words that name or stand for an entity."""

    start: int
    end: int
    text: str = ""
    form: Form = "name"


class Role(msgspec.Struct, frozen=True):
    """An office or function; `of` is an entity id or an ISO 3166-1 alpha-3 code.

    `time` is the EDTF date at which the article ascribes it, where that is known.
    """

    title: str
    of: str | None = None
    time: str | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, group or state, with every mention of it.

    `coded_by` is the file and line of the user's dictionary that gave its code.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    coded_by: str | msgspec.UnsetType | None = msgspec.UNSET
    why: Why = {}


class Precision(msgspec.Struct, frozen=True):
    """How sharply a place is told, in other codebooks; None where they have no code for it.

    `acled` is ACLED's geo_precision (1 to 3), `ucdp` UCDP GED's where_prec (1 to 7).
    """

    acled: int | None = None
    ucdp: int | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map, resolved to GeoNames where a gazetteer knows it."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    precision: Precision = Precision()
    why: Why = {}


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression, and its value in EDTF (ISO 8601-2)."""

    id: str
    start: int
    end: int
    text: str = ""
    edtf: str | None = None
    anchor: Anchor = "stated"
    why: Why = {}


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a source chain: who, by which words, introduced by which cue."""

    source: str | None = None
    cue: Span | None = None
    span: Span | None = None
    why: Why = {}


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Who says so, outermost first; an empty chain is the article's own voice."""

    id: str
    chain: tuple[Link, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said, claimed or was reported to hold."""

    id: str
    speaker: str | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    voice: str
    force: Force = "asserts"
    addressee: str | None = None
    time: str | None = None
    place: str | None = None
    why: Why = {}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number somebody claims: its bounds, what is counted, and who says so.

    `acled` is the number that ACLED's coders would write, where it is not `low`: dozens 12.
    """

    id: str
    start: int
    end: int
    text: str = ""
    measure: Measure
    low: int | float | None
    high: int | float | None
    approximate: bool = False
    acled: int | float | msgspec.UnsetType = msgspec.UNSET
    implicit: bool = False
    unit: str | None = None
    per: str | None = None
    of: Span | None = None
    population: str | None = None
    part_of: str | None = None
    time: str | None = None
    place: str | None = None
    voice: str = "v0"
    why: Why = {}


class Codes(msgspec.Struct, frozen=True):
    """An event in other codebooks; None where they have no place for it."""

    cameo: str | None = None
    acled: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, in PLOVER's types; `own` names the user's types it is of."""

    id: str
    trigger: Span
    sentence: Span
    type: EventType
    mode: str | None = None
    own: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    context: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    date: str | None = None
    status: Status = "happened"
    figures: tuple[str, ...] = ()
    codes: Codes = Codes()
    voice: str = "v0"
    confidence: float | None = None
    mentions: tuple[Span, ...] = ()
    why: Why = {}


class MadeBy(msgspec.Struct, frozen=True):
    """What made a reading: the program's version, and digests of its rules and models.

    `codebooks` names the user's dictionaries and types, each with its digest.
    """

    version: str
    rules: str
    models: str
    codebooks: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class Warning(msgspec.Struct, frozen=True):  # noqa: A001 - the contract's word
    """Something a person should know about a reading."""

    code: str
    message: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything found in one article."""

    schema: Literal["dateline/1"] = SCHEMA
    made_by: MadeBy | msgspec.UnsetType = msgspec.UNSET
    warnings: tuple[Warning, ...] = ()
    article: Article
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    voices: tuple[Voice, ...] = (Voice(id="v0"),)
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as plain values, as its JSON has them."""
        built = msgspec.to_builtins(self, order=None, builtin_types=())
        assert isinstance(built, dict)
        return _with_lists(built)  # type: ignore[no-any-return]

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        """Return the reading that plain values describe.

        Raises:
            ReadingError: if they do not follow the contract.
        """
        try:
            return msgspec.convert(raw, cls)
        except msgspec.ValidationError as error:
            raise ReadingError(f"no reading after {SCHEMA}: {error}") from error

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the reading as JSON, on one line or with `indent` blanks a level."""
        packed = msgspec.json.encode(self)
        return (msgspec.json.format(packed, indent=indent) if indent else packed).decode()

    @classmethod
    def from_json(cls, packed: str | bytes) -> Self:
        """Return the reading that JSON describes.

        Raises:
            ReadingError: if it is no JSON, or does not follow the contract.
        """
        try:
            return msgspec.json.decode(packed, type=cls)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise ReadingError(f"no reading after {SCHEMA}: {error}") from error

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """Return one pandas frame for each kind of finding, with names in place of ids.

        Raises:
            MissingExtra: if pandas is not installed (`pip install "dateline[frames]"`).
        """
        from dateline.records.frames import to_frames  # noqa: PLC0415 - needs pandas

        return to_frames(self)


def _with_lists(value: Any) -> Any:
    """Return plain values with lists for tuples, as JSON reads them back."""
    if isinstance(value, dict):
        return {name: _with_lists(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with_lists(inner) for inner in value]
    return value
