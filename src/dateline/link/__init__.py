"""Stage 5, join across articles: which articles tell one story."""

from __future__ import annotations

from dateline.link.stories import Story, find_stories

__all__ = ["Story", "find_stories"]
