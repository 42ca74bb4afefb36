"""Stories: articles about the same matter, found by the rare words they share.

Two articles belong together when they share names, pairs of names and numbers that few
others use, and were published within days of each other. Groups grow by average linkage,
so that one article with a foot in two matters does not weld both together. The result
does not depend on the order of the articles.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.records.articles import Article

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
# An article's beginning tells its matter; what follows is background and page furniture.
READ_CHARACTERS = 6_000

# What a shared word is worth by its kind: name, pair of names, number, other word. Chosen on
# the 1,200 pages about shootings (gva), where B3 F1 moves by less than 0.01 around them.
WEIGHTS = {"name": 2.0, "pair": 2.0, "number": 0.6, "word": 0.6}
# A thousand imagined articles on other matters and how many of them use a word of the kind:
# they keep rarity meaningful in an archive of ten articles.
BACKGROUND = 1_000
BACKGROUND_USE = {"name": 3, "pair": 1, "number": 5, "word": 50}
# Words that more articles than this share join nobody: they only slow the search.
MOST_SHARED = 120
# Days after which shared words count half.
HALF_LIFE_DAYS = 30.0
# Least average likeness of two groups that are joined: the best B3 F1 on gva.
LEAST_LIKENESS = 0.06

Term = tuple[str, str]


class Story(msgspec.Struct, frozen=True):
    """Articles about the same matter, by key, first published first."""

    story: str
    articles: tuple[str, ...]


def find_stories(articles: Sequence[Article]) -> list[Story]:
    """Return the stories of `articles`; an article that shares its matter with none is alone.

    A story is called after its first article. Articles are named by their key, or by their
    id where they have none.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "9999", a.key or a.id))
    vectors = to_vectors([Counter(terms(article.text)) for article in ordered])
    likeness = compare(vectors, [_day(article.published) for article in ordered])
    groups = join(len(ordered), likeness)
    names = [article.key or article.id for article in ordered]
    return [
        Story(story=names[group[0]], articles=tuple(names[member] for member in group))
        for group in sorted(map(sorted, groups))
    ]


def terms(text: str) -> list[Term]:
    """Return the words of a text that can tell its matter, each with its kind.

    >>> terms("Police in Aktau held 12 men.")[:4]
    [('name', 'police'), ('word', 'in'), ('name', 'aktau'), ('word', 'held')]
    """
    words = [match.group() for match in WORD.finditer(text, 0, READ_CHARACTERS)]
    ordinary = {word for word in words if word.islower()}
    found: list[Term] = []
    before = ""
    for word in words:
        lower = word.lower()
        if word[0].isdigit():
            found.append(("number", lower))
        elif word[0].isupper():
            # The first word of a sentence is no name when it also stands in lower case, or
            # is too short to be one.
            is_name = lower not in ordinary and (bool(found) or len(word) > len("The"))
            found.append(("name" if is_name else "word", lower))
            if before[:1].isupper():
                found.append(("pair", f"{before.lower()} {lower}"))
        else:
            found.append(("word", lower))
        before = word
    return found


def to_vectors(counts: Sequence[Counter[Term]]) -> list[dict[Term, float]]:
    """Return each article's terms weighted by rarity, with length 1."""
    used = Counter(term for terms_of in counts for term in terms_of)
    total = len(counts) + BACKGROUND
    rarity = {
        term: max(0.0, math.log(total / (number + BACKGROUND_USE[term[0]]))) * WEIGHTS[term[0]]
        for term, number in used.items()
    }
    vectors = []
    for terms_of in counts:
        vector = {t: (1 + math.log(n)) * rarity[t] for t, n in terms_of.items() if rarity[t]}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors.append({term: value / length for term, value in vector.items()})
    return vectors


def compare(
    vectors: Sequence[dict[Term, float]], days: Sequence[int | None]
) -> dict[tuple[int, int], float]:
    """Return the likeness of each pair of articles that shares a rare word, from 0 to 1."""
    holders: dict[Term, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term, value in vector.items():
            holders[term].append((number, value))
    likeness: dict[tuple[int, int], float] = defaultdict(float)
    for term in sorted(holders):
        sharing = holders[term]
        if len(sharing) > MOST_SHARED:
            continue
        for at, (first, one) in enumerate(sharing):
            for second, other in sharing[at + 1 :]:
                likeness[first, second] += one * other
    return {
        (first, second): value * _nearness(days[first], days[second])
        for (first, second), value in likeness.items()
    }


def join(count: int, likeness: dict[tuple[int, int], float]) -> list[list[int]]:
    """Return groups by average linkage: the two most alike join until none are alike enough."""
    members = {number: [number] for number in range(count)}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (first, second), value in likeness.items():
        near[first][second] = near[second][first] = value
    heap = [(-v, a, b) for (a, b), v in likeness.items() if v >= LEAST_LIKENESS]
    heapq.heapify(heap)
    fresh = count
    while heap:
        value, first, second = heapq.heappop(heap)
        if first not in members or second not in members:
            continue
        one, other = members.pop(first), members.pop(second)
        ours, theirs = near.pop(first), near.pop(second)
        for number in sorted((ours.keys() | theirs.keys()) & members.keys()):
            value = (ours.get(number, 0.0) * len(one) + theirs.get(number, 0.0) * len(other)) / (
                len(one) + len(other)
            )
            near[number].pop(first, None)
            near[number].pop(second, None)
            near[number][fresh] = near[fresh][number] = value
            if value >= LEAST_LIKENESS:
                heapq.heappush(heap, (-value, number, fresh))
        members[fresh] = one + other
        fresh += 1
    return list(members.values())


def _nearness(one: int | None, other: int | None) -> float:
    return 1.0 if one is None or other is None else 1 / (1 + abs(one - other) / HALF_LIFE_DAYS)


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
