"""Pieces: words as the encoder's vocabulary spells them.

WordPiece as BERT's uncased models use it (Devlin et al. 2019): lower case, no accents,
punctuation apart, then the longest known beginning again and again. The tests hold it
against the `tokenizers` library, which is not needed at run time (it would bring a
downloader along).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

UNKNOWN = "[UNK]"
LONGEST_WORD = 8  # pieces of one word that are read
LONGEST_RUN = 100  # letters of a word that are looked up; longer is unknown


class Pieces:
    """The vocabulary, and the words that were already looked up."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        """Give each piece the number of its line."""
        self.number = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self.number[UNKNOWN]
        self._seen: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """Return the numbers of the pieces of one word: at least one, at most eight."""
        found = self._seen.get(word)
        if found is None:
            found = self._spell(word)[:LONGEST_WORD] or [self.unknown]
            if len(self._seen) < 200_000:
                self._seen[word] = found
        return found

    def _spell(self, word: str) -> list[int]:
        known = self.number.get(word)
        if known is not None and word.isascii() and word.isalpha():
            return [known]
        return [piece for run in _runs(word) for piece in self._split(run)]

    def _split(self, run: str) -> list[int]:
        if len(run) > LONGEST_RUN:
            return [self.unknown]
        found: list[int] = []
        at = 0
        while at < len(run):
            end, piece = self._longest(run, at)
            if piece is None:
                return [self.unknown]
            found.append(piece)
            at = end
        return found

    def _longest(self, run: str, at: int) -> tuple[int, int | None]:
        """Return where the longest known piece from `at` on ends, and its number."""
        goes_on = "##" if at else ""
        for end in range(len(run), at, -1):
            piece = self.number.get(goes_on + run[at:end])
            if piece is not None:
                return end, piece
        return at, None


def _runs(word: str) -> list[str]:
    """Return a word without accents, in lower case, cut at punctuation and ideographs."""
    plain = unicodedata.normalize("NFD", word.lower())
    runs, current = [], ""
    for letter in plain:
        category = unicodedata.category(letter)
        if category == "Mn" or category[0] == "C":
            continue
        if _stands_alone(letter, category):
            runs += [current, letter]
            current = ""
        elif category[0] == "Z" or letter in "\t\n\r":
            runs.append(current)
            current = ""
        else:
            current += letter
    return [run for run in (*runs, current) if run]


def _stands_alone(letter: str, category: str) -> bool:
    code = ord(letter)
    if category[0] == "P":
        return True
    # ASCII symbols count as punctuation, as in BERT's own tokeniser; ideographs stand alone.
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2FA1F


@cache
def load_pieces() -> Pieces:
    """Return the vocabulary, loaded once."""
    body = files("dateline.tables").joinpath("encoder_vocabulary.txt").read_text("utf-8")
    return Pieces(tuple(body.split("\n")))
