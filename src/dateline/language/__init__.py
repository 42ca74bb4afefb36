"""Stage 3, parse the words: text to `Parse`, through spaCy's English pipeline."""

from __future__ import annotations

from dateline.language.parser import Parser

__all__ = ["Parser"]
