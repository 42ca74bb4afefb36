"""Names of a user's dictionary, found in a text whatever its hyphens, accents and capitals.

A dictionary may be all in capitals, as PETRARCH's are; then `US` and `MAY` must not be found
in "us" and "may". What a name asks of the capitals in the text stands in `fits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.extract.entities.spelling import fold
from dateline.records.parses import Parse

Entry = TypeVar("Entry")
_PIECES = re.compile(r"[^\W_]+")
_PROPER = frozenset({"NNP", "NNPS"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# Names in capitals up to this length may be words: "IS", "AID".
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Hit(Generic[Entry]):
    """Tokens `first` to `end` that are a name of `entry`; `pieces` is the name, folded."""

    first: int
    end: int
    entry: Entry
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name(Generic[Entry]):
    """A name as the dictionary writes it, cut into pieces, and folded."""

    written: tuple[str, ...]
    pieces: tuple[str, ...]
    entry: Entry


def to_pieces(name: str) -> tuple[str, ...]:
    """Return a name in words, without hyphens, underscores, points and genitives' signs.

    >>> to_pieces("AL-SHABAAB_"), to_pieces("U.N. peacekeepers"), to_pieces("Côte d'Ivoire")
    (('AL', 'SHABAAB'), ('UN', 'peacekeepers'), ('Côte', 'd', 'Ivoire'))
    """
    return tuple(_PIECES.findall(name.replace(".", "")))


class OwnNames(Generic[Entry]):
    """The names of a dictionary by their first word; of two equal ones the later holds."""

    def __init__(self, names: Iterable[tuple[str, Entry]], *, capitals: bool = True) -> None:
        """Cut and fold the names; `capitals` says whether those of the text matter."""
        self._capitals = capitals
        by_pieces: dict[tuple[str, ...], Name[Entry]] = {}
        for name, entry in names:
            written = to_pieces(name)
            pieces = tuple(map(fold, written))
            if pieces:
                by_pieces[pieces] = Name(written, pieces, entry)
        self._by_first: dict[str, list[Name[Entry]]] = {}
        for pieces, known in by_pieces.items():
            self._by_first.setdefault(pieces[0], []).append(known)
        for longest_first in self._by_first.values():
            longest_first.sort(key=lambda known: -len(known.pieces))

    def find(self, parse: Parse) -> list[Hit[Entry]]:
        """Return the names in a text, the longest first served, none over another."""
        pieces, tokens = _pieces_of(parse)
        found: list[Hit[Entry]] = []
        at = 0
        while at < len(pieces):
            known = self._longest(parse, pieces, tokens, at)
            if known is None:
                at += 1
                continue
            count = len(known.pieces)
            found.append(Hit(tokens[at], tokens[at + count - 1] + 1, known.entry, known.pieces))
            at += count
        return found

    def _longest(
        self, parse: Parse, pieces: list[str], tokens: list[int], at: int
    ) -> Name[Entry] | None:
        if at and tokens[at - 1] == tokens[at]:
            return None
        for known in self._by_first.get(pieces[at], ()):
            end = at + len(known.pieces)
            if tuple(pieces[at:end]) != known.pieces:
                continue
            ends_inside = end < len(tokens) and tokens[end] == tokens[end - 1]
            sentence = parse.sentence_of[tokens[at]]
            if ends_inside or parse.sentence_of[tokens[end - 1]] != sentence:
                continue
            if not self._capitals or fits(known.written, parse, tokens[at:end]):
                return known
        return None


def _pieces_of(parse: Parse) -> tuple[list[str], list[int]]:
    """Return the folded pieces of a text and the token of each; glued hyphens are left out."""
    pieces: list[str] = []
    tokens: list[int] = []
    for token, word in enumerate(parse.words):
        if word.isalnum():
            parts: Iterable[str] = (word,)
        elif word in "-‑–" and 0 < token < len(parse) - 1:
            glued = parse.starts[token] == parse.ends[token - 1]
            if glued and parse.starts[token + 1] == parse.ends[token]:
                continue
            parts = (word,)
        else:
            parts = to_pieces(word) or (word,)
        for part in parts:
            pieces.append(fold(part))
            tokens.append(token)
    return pieces, tokens


def fits(written: tuple[str, ...], parse: Parse, tokens: list[int]) -> bool:
    """Return whether the capitals of a text are those that a name of a dictionary asks for.

    A name in lower case asks for nothing; "Wagner Group" for its capitals; one in capitals
    throughout for nothing where it has several words, else for a word that is used as a
    name, and up to three letters for a word in capitals or in a name.
    """
    words = [parse.words[token] for token in tokens]
    if not any(piece.isupper() and len(piece) > 1 for piece in written) or any(
        any(map(str.islower, piece)) for piece in written
    ):
        return all(
            not piece[:1].isupper() or word[:1].isupper()
            for piece, word in zip(written, words, strict=True)
        )
    if len(written) > 1:
        return True
    token, word = tokens[0], words[0]
    if word.isupper():
        return True
    if len(written[0]) <= _SHORT:
        return word[:1].isupper() and parse.ents[token] in _NAMES
    return word[:1].isupper() and (bool(parse.ents[token]) or parse.tags[token] in _PROPER)
