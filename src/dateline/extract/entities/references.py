"""References and characters: the words that stand for an actor, and the actor itself.

Both are working values of this layer, changed while a text is read; what leaves the layer
is the frozen `Entity`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records.readings import EntityKind, Form


@dataclass(slots=True, eq=False)
class Reference:
    """Tokens `first` to `end` that stand for an actor; `head` is the telling one.

    `noun` is the lemma of a nominal's head, `country` an ISO 3166-1 alpha-3 code that the
    words themselves give, `body` the index of the token that names what a nominal belongs
    to ("a spokesman for the ministry"), or -1. A silent one tells of the actor but is no
    mention of its own ("spokesman" in "spokesman Ivan Petrov"). `bare` is the first token
    of a name after its titles, `title` an office with its modifiers ("high commissioner"),
    `telling` the words that tell a ministry or an office from others of its kind; what is
    `abroad` belongs to a body of several states.
    """

    first: int
    end: int
    head: int
    form: Form
    kind: EntityKind | None
    sentence: int
    noun: str = ""
    plural: bool = False
    gender: str = ""
    definite: bool = False
    country: str | None = None
    sector: str | None = None
    body: int = -1
    titles: list[Reference] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    subject: bool = False
    silent: bool = False
    character: Character | None = None
    bare: int = -1
    title: str = ""
    former: bool = False
    telling: frozenset[str] = frozenset()
    abroad: bool = False

    @property
    def bare_first(self) -> int:
        """Return the first token of a name after its titles."""
        return max(self.first, self.bare)


@dataclass(slots=True, eq=False)
class Character:
    """One person, body, group or state of a text, with all references to it."""

    kind: EntityKind
    references: list[Reference] = field(default_factory=list)
    named: bool = False
    adopted: bool = False
    plural: bool = False
    gender: str = ""
    country: str | None = None
    sector: str | None = None
    usual: str = ""
    prefix: str = ""
    likely: str | None = None
    nouns: set[str] = field(default_factory=set)
    roles: list[Reference] = field(default_factory=list)
    id: str = ""

    @property
    def recurs(self) -> bool:
        """Return whether the text comes back to a nameless actor by a noun."""
        return sum(reference.form == "nominal" for reference in self.references) >= 2

    def add(self, reference: Reference) -> None:
        """Take one more reference, and what its words tell."""
        reference.character = self
        self.references.append(reference)
        self.gender = self.gender or reference.gender
        self.country = self.country or reference.country
        # A company that is called a customer or a victim is a company still.
        if reference.form == "name" or self.kind != "organization" or reference.kind == self.kind:
            self.sector = self.sector or reference.sector
        if reference.noun:
            self.nouns.add(reference.noun)


def may_be_one(one: Character, other: Character) -> bool:
    """Return whether nothing that is known of two characters keeps them apart."""
    if one.named and other.named:
        return False
    if one.kind != other.kind and "person" in {one.kind, other.kind}:
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    return not (one.country and other.country and one.country != other.country)
