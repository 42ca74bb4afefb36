"""Names in a text: the recogniser's spans, corrected by their words and neighbours.

The recogniser calls one name now a person, now a place. Titles, words of organisations and
the other places of the same text decide here.
"""

from __future__ import annotations

from dateline.extract.entities.kinds import SUBJECTS, kind_of, settle_labels
from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Reference
from dateline.extract.entities.stretches import PROPER, Stretch, find_stretches
from dateline.extract.entities.words import words
from dateline.records.parses import Parse
from dateline.records.readings import EntityKind, Place


def find_names(parse: Parse, places: tuple[Place, ...], lexicon: Lexicon) -> list[Reference]:
    """Return a reference for each name of a person, body, group or state, in text order."""
    kept = find_stretches(parse, lexicon)
    labels = settle_labels(parse, kept, lexicon)
    elsewhere = _other_countries(places)
    found = []
    towns = {
        (mention.start, mention.end)
        for place in places
        if place.geonameid is not None
        for mention in place.mentions
    }
    for piece in kept:
        kind = kind_of(parse, piece, labels, lexicon)
        if kind == "person" and not piece.title and _span(parse, piece) in towns:
            # What the map knows, and the words around want as a place, is no person.
            continue
        if kind == "state" and piece.key in lexicon.states:
            country = elsewhere.get(parse.starts[piece.first + piece.title])
            if country and country != lexicon.states.get(piece.key):
                continue
        if kind is not None:
            found.append(_reference(parse, piece, kind, lexicon))
    return found + _repeated(parse, kept, found)


def _span(parse: Parse, piece: Stretch) -> tuple[int, int]:
    return parse.starts[piece.first], parse.ends[piece.end - 1]


def _repeated(parse: Parse, pieces: list[Stretch], found: list[Reference]) -> list[Reference]:
    """Return further places of the found names, and of surnames, that were passed over."""
    taken = bytearray(len(parse))
    for piece in pieces:
        taken[piece.first : piece.end] = b"\1" * (piece.end - piece.first)
    names = _wordings(parse, found)
    more: list[Reference] = []
    for token, word in enumerate(parse.words):
        if taken[token] or word not in names:
            continue
        for text, name in sorted(names[word].items(), key=lambda known: -len(known[0])):
            end = token + len(text)
            if tuple(parse.words[token:end]) != text or any(taken[token:end]):
                continue
            if len(text) == 1 and not _reads_as_name(parse, token):
                continue
            more.append(_again(parse, token, end, name))
            break
    return more


# Tags that the tagger gives to a name of one word.
_NAMELIKE = PROPER | {"NN", "NNS", "JJ"}


def _reads_as_name(parse: Parse, token: int) -> bool:
    """Return whether one word may be a name: "May said" for a Ms May."""
    return parse.tags[token] in _NAMELIKE or parse.deps[token] == "nsubj"


def _wordings(parse: Parse, found: list[Reference]) -> dict[str, dict[tuple[str, ...], Reference]]:
    """Return the wordings of names by their first word, each with a name that has it."""
    names: dict[str, dict[tuple[str, ...], Reference]] = {}
    for name in found:
        if name.kind not in {"person", "organization"}:
            continue
        text = tuple(parse.words[name.first : name.end])
        if text[0] in {"The", "the"}:
            text = text[1:]
        wordings = [text] if not name.noun else []
        if name.kind == "person" and len(name.parts) > 1:
            if name.parts[-1] not in words("caption"):
                wordings.append(text[-1:])
            if len(name.parts) > 2:
                wordings.append(text[-2:])
        for wording in wordings:
            if wording and wording[0][:1].isupper() and len(wording[0]) > 2:
                names.setdefault(wording[0], {}).setdefault(wording, name)
    return names


def _again(parse: Parse, first: int, end: int, name: Reference) -> Reference:
    """Return one more reference to what `name` names."""
    whole = end - first >= len(name.parts)
    found = Reference(first, end, end - 1, "name", name.kind, parse.sentence_of[first])
    if whole:
        found.head = max(first, end - 1 - (name.end - 1 - name.head))
    found.parts = name.parts if whole else name.parts[-1:]
    found.sector, found.country = name.sector, name.country
    found.subject = parse.deps[end - 1] in SUBJECTS
    if first and name.kind == "organization" and parse.lowers[first - 1] == "the":
        found.first = first - 1
    return found


def _other_countries(places: tuple[Place, ...]) -> dict[int, str]:
    # "Georgia" the American state is no state of ours. What is not in the gazetteer has only
    # the country of its neighbours, which tells nothing.
    return {
        mention.start: place.country
        for place in places
        if place.country and place.geonameid and not (place.feature or "").startswith("PCL")
        for mention in place.mentions
    }


def _reference(parse: Parse, piece: Stretch, kind: EntityKind, lexicon: Lexicon) -> Reference:
    first, end = piece.first, piece.end
    head = end - 1
    if kind == "organization":
        for token in range(first + piece.title + 1, end):
            if parse.lowers[token] in {"of", "for", "at", "in", "on"}:
                head = token - 1
                break
    opening = first
    if kind in {"organization", "group"} and first > 0 and parse.lowers[first - 1] == "the":
        opening = first - 1
    found = Reference(opening, end, head, "name", kind, parse.sentence_of[head])
    found.subject = parse.deps[head] in SUBJECTS or parse.deps[end - 1] in SUBJECTS
    found.bare = first + piece.title
    found.parts = tuple(part.strip("'\".,") for part in piece.key.split())
    found.plural = kind == "group"
    if (
        kind in {"person", "organization"}
        and end + 1 < len(parse)
        and parse.lowers[end] in {"of", "in"}
    ):
        # "King Hassan of Morocco"
        after = end + 1 + (parse.lowers[end + 1] == "the")
        found.country = lexicon.states.get(" ".join(parse.lowers[after : after + 2])) or (
            lexicon.states.get(parse.lowers[after]) if after < len(parse) else None
        )
    if kind == "person":
        _read_titles(parse, found, piece.title, lexicon)
    elif kind == "state":
        found.country = lexicon.states.get(piece.key) or lexicon.seats.get(piece.key)
    elif kind == "group":
        key = piece.key.removesuffix("s")
        found.country = lexicon.people.get(piece.key) or lexicon.demonyms.get(key)
        noun = lexicon.nouns.get(key)
        found.sector = noun.sector if noun else None
    else:
        _read_body(parse, found, piece, lexicon)
    return found


def _read_titles(parse: Parse, found: Reference, count: int, lexicon: Lexicon) -> None:
    words = parse.lowers[found.first : found.first + count]
    title = " ".join(words).replace(" - ", "-")
    for part in (*words[:-1], title.rpartition(" ")[2], title):
        gender, sector = lexicon.titles.get(part, ("", None))
        found.gender = found.gender or gender
        found.sector = sector or found.sector
    if words and (words[-1] in lexicon.nouns or len(words) > 1):
        found.noun = found.title = title
        _read_owner(parse, found, lexicon)
    if not found.gender and found.parts:
        found.gender = (lexicon.gender_of(found.parts[0]) or "") if len(found.parts) > 1 else ""


def _read_owner(parse: Parse, found: Reference, lexicon: Lexicon) -> None:
    # "NASA Administrator Charles Bolden", "Russia's Foreign Minister Sergei Lavrov"
    at = found.first - 1
    if at > 0 and parse.lowers[at] in {"'s", "'"}:
        at -= 1
    if at < 0 or parse.sentence_of[at] != found.sentence or parse.tags[at] not in PROPER | {"JJ"}:
        return
    found.body = at
    if parse.words[at] != "us":
        pair = " ".join(parse.lowers[max(0, at - 1) : at + 1])
        for name in (pair, parse.lowers[at]):
            code = lexicon.demonyms.get(name) or lexicon.states.get(name)
            found.country = found.country or code


def _read_body(parse: Parse, found: Reference, piece: Stretch, lexicon: Lexicon) -> None:
    body = lexicon.bodies.get(piece.text)
    if body:
        found.country, found.sector = body.country, body.sector
        return
    words = parse.lowers[piece.first : piece.end]
    found.abroad = _is_of_states(parse, found, piece, lexicon)
    if piece.first > 1 and parse.lowers[piece.first - 1] == "'s":
        owner = parse.lowers[piece.first - 2]
        found.country = lexicon.states.get(owner) or lexicon.states.get(
            " ".join(parse.lowers[max(0, piece.first - 3) : piece.first - 1])
        )
    for token in range(found.head, piece.first - 1, -1):
        lower = parse.lowers[token]
        pair = parse.lowers[token - 1] + "-" + lower if token > piece.first else ""
        sector = lexicon.name_words.get(pair) or lexicon.name_words.get(lower)
        if lower == "bank" and parse.lowers[token + 1 : token + 2] == ["of"]:
            # "Bank of Japan", but not "Bank of America", is a central bank.
            after = " ".join(parse.lowers[token + 2 : piece.end]).removeprefix("the ")
            sector = "GOV" if after in lexicon.states and after != "america" else sector
        if sector:
            found.sector = sector
            break
    for n, word in enumerate(words if not found.country else []):
        pair = " ".join(words[n : n + 2])
        for name in (pair, word):
            code = lexicon.demonyms.get(name) or lexicon.states.get(name)
            if code and not (name == "us" and parse.words[piece.first + n] != "US"):
                found.country = code
                return


def _is_of_states(parse: Parse, found: Reference, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a name ends in that of a body of no one state: "Council of the CSTO"."""
    for at in range(found.head + 1, piece.end - 1):
        if parse.lowers[at] == "of":
            begin = at + 1 + (parse.lowers[at + 1] == "the")
            body = lexicon.bodies.get(" ".join(parse.words[begin : piece.end]))
            if body is not None and body.country is None and body.likely is None:
                return True
    return False
