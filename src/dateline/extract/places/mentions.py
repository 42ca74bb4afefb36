"""Which words of a text name a place: the recogniser's names, corrected by the gazetteer.

The recogniser finds most; it calls small towns persons, and misses names in headlines and
lists. Such a name is taken where the words around it want a place (`slots`). What it takes
for a place that is none, an acronym, a surname, an adjective, is left out (`doubts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from dateline.extract.places.doubts import PLACE_NAMES, Doubts, nationalities
from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Candidate, Gazetteer, fold

_BREAKS = frozenset({",", ";", "/", "("})
_JOINTS = frozenset({"or", "and", "-", "–", "—", "--", "near", "in", "at"})
_LEADING = frozenset({"the", "'s", "-", "–", "—", "(", "'", '"', "“"})
_TRAILING = frozenset({"'s", "'", "-", "–", "—", ")", "”", '"', "’s"})
# Small words inside names of places: "Ceamurlia de Jos", "Dar es Salaam".
LINKS = frozenset(
    "de da do dos das del la el al es ez ad ed ar as ash az kwa sur am an of upon on the -".split()  # noqa: SIM905
)
DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
# A longer name than this, in tokens, is a heading.
LONGEST = 8
# A town of this size is meant when a facility bears its name.
WELL_KNOWN = 200_000


class Mention(NamedTuple):
    """Words that name a place: their tokens, the form the gazetteer knows, the kind of area.

    `level` is 1 where the text calls it a province, 2 a county, -1 where it says nothing.
    `exact` is False where `form` is only that of a place within the name, in which the thing
    lies: "Toledo" of "Toledo Express Airport".
    """

    first: int
    end: int
    form: str
    level: int = -1
    exact: bool = True


class Finder(Doubts):
    """Gathers the mentions of one text; no two overlap."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer, words: Words) -> None:
        """Begin with no mentions."""
        super().__init__(parse, gazetteer, words)
        self.taken = bytearray(len(parse))
        self.found: dict[int, Mention] = {}

    def take_names(self) -> None:
        """Take the names that the recogniser calls places, unless they are not."""
        for first, end, kind in self.names:
            if kind in PLACE_NAMES:
                for start, stop in self._parts(first, end, _BREAKS):
                    if self.know(start, stop)[1]:
                        self._take_name(start, stop, kind)
                        continue
                    # "the Dominican Republic or", "Central Africa - Nigeria".
                    for part in self._parts(start, stop, _JOINTS):
                        self._take_name(*part, kind)

    def leave_out(self, refuse: Callable[[int, int], bool]) -> None:
        """Leave out the unknown names that `refuse` refuses, by their tokens."""
        for first, mention in list(self.found.items()):
            if refuse(first, mention.end) and not self.gazetteer.find(mention.form):
                del self.found[first]
                self.taken[first : mention.end] = bytes(mention.end - first)

    def mentions(self) -> list[Mention]:
        """Return what was found, in the order of the text."""
        found = self._joined([self.found[first] for first in sorted(self.found)])
        known = {mention.form for mention in found if self.gazetteer.find(mention.form)}
        return [
            mention if mention.form in known else self._lay_inside(mention, known)
            for mention in found
        ]

    def _joined(self, found: list[Mention]) -> list[Mention]:
        """Return mentions with neighbours put together that the gazetteer knows as one name.

        The recogniser ends "Washington D.C." at its first full stop.
        """
        joined: list[Mention] = []
        for mention in found:
            if joined and joined[-1].end == mention.first:
                form, places = self.know(joined[-1].first, mention.end)
                if places:
                    joined[-1] = joined[-1]._replace(end=mention.end, form=form)
                    continue
            joined.append(mention)
        return joined

    def _lay_inside(self, mention: Mention, known: set[str]) -> Mention:
        """Return a mention that the gazetteer does not know, laid in a place that it names."""
        first, end = mention.first, mention.end
        lowers = self.parse.lowers
        starts = [at + 1 for at in range(first, end - 1) if lowers[at] == "of"]
        for start, stop in [(first, stop) for stop in range(end - 1, first, -1)] + [
            (start, end) for start in range(first + 1, end)
        ]:
            form, found = self.know(start, stop)
            if any(c.feature == "FAC" for c in found):
                # "Kennedy Space Center Visitor Complex", "Washington Dulles Airport".
                return mention._replace(form=form, level=-1, exact=False)
            if stop == end and start not in starts:
                continue
            if form in known or any(
                c.grade == 3 and c.population > WELL_KNOWN and c.feature[:3] == "PPL" for c in found
            ):
                return mention._replace(form=form, level=-1, exact=False)
        return mention

    def _parts(self, first: int, end: int, breaks: frozenset[str]) -> list[tuple[int, int]]:
        """Return the names in a name with breaks, without article and genitive."""
        lowers = self.parse.lowers
        parts = []
        start = first
        for at in range(first, end + 1):
            if at == end or (lowers[at] in breaks and self._is_apart(at)):
                stop = at
                while start < stop and (lowers[start] in _LEADING or self._is_lead(start, stop)):
                    start += 1
                while start < stop and lowers[stop - 1] in _TRAILING:
                    stop -= 1
                if start < stop:
                    parts.append((start, stop))
                start = at + 1
        return parts

    def _is_apart(self, at: int) -> bool:
        """Return whether a dash stands between blanks, as those inside names do not."""
        parse = self.parse
        if parse.lowers[at] not in {"-", "–", "—"} or at == 0:
            return True
        return parse.starts[at] > parse.ends[at - 1]

    def _is_lead(self, at: int, end: int) -> bool:
        """Return whether a word opens a sentence before a name: "Near Mosul"."""
        lower = self.parse.lowers[at]
        return at + 1 < end and lower in self.words.before and lower not in self.words.parts

    def add(self, first: int, end: int, form: str, level: int = -1) -> bool:
        """Add a mention unless its words are taken; return whether it was added."""
        if any(self.taken[first:end]):
            return False
        self.taken[first:end] = b"\1" * (end - first)
        self.found[first] = Mention(first, end, form, level)
        return True

    def know(self, first: int, end: int) -> tuple[str, tuple[Candidate, ...]]:
        """Return the form under which the gazetteer knows the tokens, and their places.

        The form is the plain one where it knows none.
        """
        parse, find = self.parse, self.gazetteer.find
        text = parse.text[parse.starts[first] : parse.ends[end - 1]]
        form = fold(text)
        if end - first <= 2:
            if "." in text and (found := find("." + form)):
                return "." + form, found
            if DOTTED.fullmatch(text) and not any(c.feature[:3] == "PCL" for c in find(form)):
                # "N.Y.U." is no county of Japan.
                return "", ()
            after_comma = first > 0 and parse.lowers[first - 1] == ","
            if len(form) == 2 and after_comma and text.isupper() and (found := find("," + form)):
                # "Mark Tedeschi, QC" is no town in Quebec.
                return (
                    ("," + form, found) if parse.ents[max(first - 2, 0)] != "PERSON" else ("", ())
                )
        return form, find(form)

    def settle(self, first: int, end: int) -> tuple[str, int, tuple[Candidate, ...]]:
        """Return form, level and places of a name, with the words around it that say its kind."""
        form, found = self.know(first, end)
        level = self.level_after(end)
        if level == 2 and end < len(self.parse):
            # "Madison County": the bare name has more places than are looked at.
            longer, areas = self.know(first, end + 1)
            if any(c.feature == "ADM2" for c in areas):
                return longer, level, areas
        if found:
            return form, level, found
        # "Nyanza Province": the gazetteer may know the bare name.
        kind = self.words.kinds_after.get(self.parse.lowers[end - 1], -1)
        if kind > 0 and end - first > 1:
            short, found = self.know(first, end - 1)
            if found:
                return short, kind, found
        # "the Municipality of Livorno".
        if end - first > 2 and self.parse.lowers[first + 1] == "of":
            said = self.words.kinds_after.get(self.parse.lowers[first], -1)
            if self.parse.lowers[first] in self.words.kinds_of:
                short, found = self.know(first + 2, end)
                return short, said, found
        # "southern Lebanon", "Greater Manchester".
        start = first
        while end - start > 1 and self.parse.lowers[start] in self.words.parts:
            start += 1
            short, found = self.know(start, end)
            # "The Southwest Side" of a city is not Side in Turkey.
            if found and short not in self.words.common:
                return short, level, found
        return form, level, ()

    def level_after(self, end: int) -> int:
        """Return the level of area that the word at `end` calls the name before it."""
        if end < len(self.parse):
            return self.words.kinds_after.get(self.parse.lowers[end], -1)
        return -1

    def _take_name(self, first: int, end: int, kind: str) -> None:
        if end - first > LONGEST:
            return
        if self._has_part(first, end):
            first -= 1
        end = self._longer(first, end)
        form, level, found = self.settle(first, end)
        plain, _ = self.know(first, end)
        refused = (
            not form
            or form in self.words.never
            or plain in self.words.never
            or not self._has_capital(first, end)
            or (not found and self._is_no_name(first, end, form, kind))
            or (
                kind != "GPE" and self.is_common(first, end) and not self._is_said_to_be(first, end)
            )
            or self._is_thing(first, end)
            or " ".join(self.parse.lowers[first : end + 1]) in nationalities()
            or (end - first == 1 and self.parse.lowers[first] in nationalities())
            or (end - first == 1 and self.is_surname(first, end))
        )
        if not refused:
            self.add(first, end, form, level)

    def _longer(self, first: int, end: int) -> int:
        """Return where a name ends that the recogniser cut at an article: "Salah ad Din"."""
        parse = self.parse
        if (
            end + 1 < len(parse)
            and parse.lowers[end] in LINKS
            and parse.words[end + 1][0].isupper()
            and self.know(first, end + 2)[1]
        ):
            return end + 2
        return end

    def _has_part(self, first: int, end: int) -> bool:
        """Return whether the part of a continent has a name of its own: "southeast Asia"."""
        if not first or self.parse.lowers[first - 1] not in self.words.parts:
            return False
        return any(c.feature == "CONT" for c in self.know(first, end)[1]) and bool(
            self.know(first - 1, end)[1]
        )

    def _has_capital(self, first: int, end: int) -> bool:
        parse = self.parse
        return any(parse.words[at][:1].isupper() for at in range(first, end))
