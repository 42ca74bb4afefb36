"""The trigger lexicon: which words report which kind of happening, under which conditions.

`tables/events_triggers.toml` explains the notation. Entries are compiled once; a lookup by
the head's lemma gives the candidates, the most demanding first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.records.readings import EventType
from dateline.tables import load_toml

TRIGGERS = "events_triggers.toml"
CLASSES = "events_classes.toml"

Of = Literal["agent", "patient", "both"]


@dataclass(frozen=True, slots=True)
class Group:
    """One meaning: a type and mode, its CAMEO code, and how its nouns name their parties."""

    type: EventType
    mode: str | None = None
    cameo: str | None = None
    of: Of = "agent"
    undergo: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger: `before` stands right before the head, `after` follows it.

    `subject` and `object` name classes that the logical subject and object must be in.
    """

    group: Group
    before: tuple[frozenset[str], ...] = ()
    after: tuple[frozenset[str], ...] = ()
    subject: str | None = None
    object: str | None = None
    negated: bool = False

    @property
    def demands(self) -> int:
        """Return how much an entry asks for; the most demanding that fits is taken."""
        words = 3 * (len(self.before) + len(self.after)) + 2 * self.negated
        # Who does it tells more than what it is done to: an earthquake strikes no target.
        subject = _weight(self.subject)
        return words + subject + (subject > 2) + _weight(self.object)


# Classes that nearly everything is in.
LOOSE = frozenset({"any", "none", "name", "actor", "people"})


def _weight(name: str | None) -> int:
    if name is None:
        return 0
    return 2 if name in LOOSE else 4


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by the lemma of their head: `verbs` and `nouns`."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the lemmas of a class of nouns.

    >>> "mortar" in word_class("shells")
    True
    """
    body: str = load_toml(CLASSES)[name]
    return frozenset(word.strip() for word in body.replace("\n", " ").split(",") if word.strip())


def _alternatives(word: str) -> frozenset[str]:
    return frozenset(word.split("|"))


def _split(phrase: str) -> list[str]:
    """Return the tokens of an entry; the parser splits at hyphens, so the entries do too.

    Among alternatives the first part of a hyphened word stands for all of it.

    >>> _split("agree ceasefire|cease-fire"), _split("air-strike")
    (['agree', 'ceasefire|cease'], ['air', '-', 'strike'])
    """
    words: list[str] = []
    for word in phrase.split():
        if "|" in word:
            words.append("|".join(part.split("-")[0] for part in word.split("|")))
        else:
            words += word.replace("-", " - ").split()
    return words


def compile_verb(phrase: str, group: Group) -> tuple[str, Entry]:
    """Return the head of a verb entry and the entry.

    >>> head, entry = compile_verb("<police> fire <gas>", Group("ASSAULT"))
    >>> head, entry.subject, entry.object
    ('fire', 'police', 'gas')
    """
    words = _split(phrase)
    subject = object_ = None
    negated = False
    if words[0].startswith("<"):
        subject, words = words[0][1:-1], words[1:]
    if words[0] in ("not", "never"):
        negated, words = True, words[1:]
    before: list[frozenset[str]] = []
    while len(words) > 1 and (words[1] == "-" or words[0].endswith("ly") or words[0] == "-"):
        before.append(_alternatives(words[0]))
        words = words[1:]
    head, after = words[0], []
    for word in words[1:]:
        if word.startswith("<"):
            object_ = word[1:-1]
        else:
            after.append(_alternatives(word))
    return head, Entry(group, tuple(before), tuple(after), subject, object_, negated)


def compile_noun(phrase: str, group: Group) -> tuple[str, Entry]:
    """Return the head of a noun entry and the entry.

    >>> head, entry = compile_noun("state* of emergency", Group("COERCE"))
    >>> head, len(entry.before), len(entry.after)
    ('state', 0, 2)
    """
    words = _split(phrase)
    at = next((i for i, word in enumerate(words) if word.endswith("*")), len(words) - 1)
    # "fast to", "fine of": a preposition is no head.
    if words[at] in PREPOSITIONS and at and words[at - 1] != "-":
        at -= 1
    before = tuple(_alternatives(word) for word in words[:at])
    after = tuple(_alternatives(word) for word in words[at + 1 :])
    return words[at].rstrip("*"), Entry(group, before, after)


PREPOSITIONS = frozenset({"of", "to", "for", "on", "over", "against", "by", "in", "with", "from"})


@cache
def load_lexicon() -> Lexicon:
    """Return the compiled lexicon."""
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    for raw in load_toml(TRIGGERS)["group"]:
        group = Group(
            type=raw["type"],
            mode=raw.get("mode"),
            cameo=raw.get("cameo") or None,
            of=raw.get("of", "patient"),
            undergo=raw.get("undergo", False),
        )
        for kind, compile_, store in (
            ("verbs", compile_verb, verbs),
            ("nouns", compile_noun, nouns),
        ):
            for phrase in raw.get(kind, "").replace("\n", " ").split(","):
                if phrase.strip():
                    head, entry = compile_(phrase.strip(), group)
                    store.setdefault(head, []).append(entry)
    return Lexicon(ordered(verbs), ordered(nouns))


def ordered(entries: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of each head, the most demanding first."""
    return {
        head: tuple(sorted(found, key=lambda entry: -entry.demands))
        for head, found in entries.items()
    }
