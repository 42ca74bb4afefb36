"""Names in a text: the recogniser's spans, corrected by their words and neighbours.

The recogniser cuts names short, swallows titles and neighbours, and calls one name now a
person, now a place. Capital letters, titles, words of organisations and the other places of
the same text decide here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Reference
from dateline.extract.entities.spelling import fold, same_word, skeleton
from dateline.records.parses import Parse
from dateline.records.readings import EntityKind, Place

NAMED = frozenset(
    {"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}
)
PROPER = frozenset({"NNP", "NNPS"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "their"})
_EDGES = frozenset("'\"“”‘’`´,.;:()[]-–—/*«» ")
# Names whose head takes a complement: "Ministry of Health", "University of Sussex".
_LINKS = frozenset({"of", "for"})


@dataclass(slots=True)
class Stretch:
    """Tokens that look like one name, with the recogniser's label ("" for none)."""

    first: int
    end: int
    label: str
    title: int = 0
    text: str = ""
    key: str = ""


def find_names(parse: Parse, places: tuple[Place, ...], lexicon: Lexicon) -> list[Reference]:
    """Return a reference for each name of a person, body, group or state, in text order."""
    stretches = _with_known_bodies(parse, _stretches(parse, lexicon), lexicon)
    kept = [
        piece
        for stretch in stretches
        for part in _split_titles(parse, stretch, lexicon)
        if (piece := _trim(parse, part, lexicon)) is not None
    ]
    kept = _complete(parse, kept, lexicon)
    for piece in kept:
        piece.text = _text(parse, piece.first + piece.title, piece.end)
        piece.key = fold(piece.text)
    labels = _settle_labels(kept, lexicon)
    elsewhere = _other_countries(places)
    found = []
    for piece in kept:
        kind = _kind(parse, piece, labels, lexicon)
        if kind == "state" and piece.key in lexicon.states:
            country = elsewhere.get(parse.starts[piece.first + piece.title])
            if country and country != lexicon.states.get(piece.key):
                continue
        if kind is not None:
            found.append(_reference(parse, piece, kind, lexicon))
    return found + _repeated(parse, kept, found)


def _with_known_bodies(parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> list[Stretch]:
    """Return the stretches with the bodies of the table whole, whatever the recogniser cut."""
    words, count = parse.words, len(parse)
    known: list[Stretch] = []
    token = 0
    while token < count:
        for parts in lexicon.body_words.get(words[token], ()):
            end = token + len(parts)
            if end <= count and all(
                words[token + n].replace("’", "'") == part for n, part in enumerate(parts)
            ):
                known.append(Stretch(token, end, "ORG"))
                token = end - 1
                break
        token += 1
    if not known:
        return pieces
    # A table's name inside a longer name of the recogniser gives way ("BBC World Service").
    merged: list[Stretch] = []
    at = 0
    for piece in pieces:
        while at < len(known) and known[at].end <= piece.first:
            merged.append(known[at])
            at += 1
        inside = at
        while inside < len(known) and known[inside].first < piece.end:
            inside += 1
        if inside == at:
            merged.append(piece)
            continue
        first, end = known[at].first, known[inside - 1].end
        if inside - at == 1 and (first > piece.first or end < piece.end):
            whole = first <= piece.first and end >= piece.end
            if not whole and _is_one_name(parse, piece, lexicon):
                merged.append(piece)
                known[at : at + 1] = []
                continue
        if piece.first < first:
            merged.append(Stretch(piece.first, first, piece.label))
        if piece.end > end:
            known.insert(inside, Stretch(end, piece.end, piece.label))
            inside_piece = known.pop(inside)
            merged.extend(known[at:inside])
            merged.append(inside_piece)
            at = inside
            continue
    merged.extend(known[at:])
    return sorted(merged, key=lambda piece: piece.first)


def _is_one_name(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a stretch that holds a known body is the name of another body."""
    return piece.label == "ORG" or parse.lowers[piece.end - 1] in lexicon.name_words


def _split_titles(parse: Parse, piece: Stretch, lexicon: Lexicon) -> list[Stretch]:
    """Return "NASA", "Administrator Charles Bolden" for a stretch that holds both."""
    if piece.end - piece.first < 3 or piece.label not in {"PERSON", "", "ORG"}:
        return [piece]
    lowers = parse.lowers
    for at in range(piece.end - 2, piece.first, -1):
        word = lowers[at]
        noun = lexicon.nouns.get(word)
        if not (word in lexicon.titles or (noun and noun.kind == "person")):
            continue
        rest = lowers[at + 1 : piece.end]
        if rest[-1] in lexicon.name_words or any(w in _LINKS for w in lowers[piece.first : at]):
            return [piece]
        begin = at
        while begin > piece.first and (
            lowers[begin - 1] in lexicon.titles or lowers[begin - 1] in _RANKS
        ):
            begin -= 1
        if begin == piece.first or lowers[piece.first] in lexicon.genders:
            return [piece]
        return [
            Stretch(piece.first, begin, "" if piece.label == "PERSON" else piece.label),
            Stretch(begin, piece.end, "PERSON"),
        ]
    return [piece]


_RANKS = frozenset({"senior", "deputy", "vice", "assistant", "chief", "first", "staff", "petty"})


def _repeated(parse: Parse, pieces: list[Stretch], found: list[Reference]) -> list[Reference]:
    """Return further places of the found names that the recogniser passed over."""
    taken = bytearray(len(parse))
    for piece in pieces:
        taken[piece.first : piece.end] = b"\1" * (piece.end - piece.first)
    names: dict[str, list[tuple[tuple[str, ...], Reference]]] = {}
    for name in found:
        if name.kind in {"person", "organization"} and not name.noun:
            words = tuple(parse.words[name.first : name.end])
            if words[0] in {"The", "the"}:
                words = words[1:]
            if words and words[0][:1].isupper() and len(words[0]) > 2:
                known = names.setdefault(words[0], [])
                if all(other != words for other, _ in known):
                    known.append((words, name))
    more: list[Reference] = []
    for token, word in enumerate(parse.words):
        if taken[token] or word not in names:
            continue
        for words, name in sorted(names[word], key=lambda known: -len(known[0])):
            end = token + len(words)
            if tuple(parse.words[token:end]) != words or any(taken[token:end]):
                continue
            if len(words) == 1 and parse.tags[token] not in PROPER | {"NN", "NNS", "JJ"}:
                continue
            first = token - (
                token > 0 and name.kind == "organization" and parse.lowers[token - 1] == "the"
            )
            more.append(
                Reference(
                    first, end, end - 1 - (name.end - 1 - name.head), "name", name.kind,
                    parse.sentence_of[token], sector=name.sector, country=name.country,
                    parts=name.parts, subject=parse.deps[end - 1] in SUBJECTS,
                )
            )  # fmt: skip
            break
    return more


def _other_countries(places: tuple[Place, ...]) -> dict[int, str]:
    # "Georgia" the American state is no state of ours.
    return {
        mention.start: place.country
        for place in places
        if place.country and not (place.feature or "").startswith("PCL")
        for mention in place.mentions
    }


def _text(parse: Parse, first: int, end: int) -> str:
    text = parse.text[parse.starts[first] : parse.ends[end - 1]]
    return " ".join(text.split()).replace("’", "'").replace("‑", "-")


def _stretches(parse: Parse, lexicon: Lexicon) -> list[Stretch]:
    """Return the recogniser's names, grown over cut-off parts, and names that it missed."""
    words, tags, ents, begins = parse.words, parse.tags, parse.ents, parse.ent_begins
    count = len(words)
    found: list[Stretch] = []
    token = 0
    while token < count:
        label = ents[token]
        if label in NAMED:
            end = token + 1
            while end < count and ents[end] == label and not begins[end]:
                end += 1
            piece = Stretch(token, end, label)
        elif not label and tags[token] in PROPER and words[token][:1].isalnum():
            end = token + 1
            while end < count and not ents[end] and _continues(parse, end):
                end += 1
            piece = Stretch(token, end, "")
        else:
            token += 1
            continue
        previous = found[-1] if found else None
        if previous and _touch(parse, previous, piece) and _joined(parse, previous, piece, lexicon):
            if not previous.label or (piece.label == "PERSON"):
                previous.label = piece.label
            previous.end = end
        else:
            found.append(piece)
        token = end
    return found


def _continues(parse: Parse, token: int) -> bool:
    if parse.sentence_of[token] != parse.sentence_of[token - 1]:
        return False
    if parse.tags[token] in PROPER and parse.words[token][:1].isalnum():
        return True
    # A hyphen without blanks, between two parts of a name.
    glued = parse.starts[token] == parse.ends[token - 1]
    after = token + 1 < len(parse) and parse.starts[token + 1] == parse.ends[token]
    return parse.words[token] in "-‑" and glued and after and parse.tags[token + 1] in PROPER


def _names_person(word: str, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(word)
    return noun is not None and noun.kind == "person"


def _touch(parse: Parse, one: Stretch, other: Stretch) -> bool:
    """Return whether nothing, or a hyphen without blanks, stands between two stretches."""
    at = other.first
    if one.end == at:
        return True
    return (
        one.end == at - 1
        and parse.words[at - 1] in "-‑"
        and parse.starts[at - 1] == parse.ends[at - 2]
        and parse.starts[at] == parse.ends[at - 1]
    )


def _joined(parse: Parse, one: Stretch, other: Stretch, lexicon: Lexicon) -> bool:
    """Return whether two neighbouring stretches are one name that was cut."""
    at = other.first
    if parse.sentence_of[at] != parse.sentence_of[at - 1]:
        return False
    if parse.starts[at] == parse.ends[at - 1] and (
        parse.words[at] in "-‑" or parse.words[at - 1] in "-‑"
    ):
        return True
    if one.label and other.label:
        # A hyphenated given name that was taken for a place.
        hyphened = any(word in "-‑" for word in parse.words[one.first : one.end])
        known = parse.lowers[one.first] in lexicon.demonyms
        return hyphened and not known and other.label == "PERSON" and one.label != "PERSON"
    if one.label and (
        parse.lowers[at] in lexicon.titles or _names_person(parse.lowers[at], lexicon)
    ):
        # "NASA Administrator Charles Bolden": the title goes with the person.
        return False
    words = parse.lowers[one.first : one.end]
    if one.label in {"GPE", "NORP"} or " ".join(words) in lexicon.states:
        return False
    if words[-1] in lexicon.demonyms or words[-1] in lexicon.idle or words[-1] == "'s":
        return False
    if parse.lowers[at] in lexicon.idle or parse.lowers[at] in lexicon.demonyms:
        return False
    if not one.label and parse.tags[one.end - 1] not in PROPER:
        return False
    if other.label == "PERSON" or one.label == "PERSON":
        return True
    return "ORG" in (one.label, other.label)


def _trim(parse: Parse, piece: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the stretch without articles, signs and genitives; its titles are counted."""
    lowers, first, end = parse.lowers, piece.first, piece.end
    while first < end and (lowers[first] in ARTICLES or lowers[first][0] in _EDGES):
        first += 1
    while end > first and (lowers[end - 1] in {"'s", "'", "s'"} or lowers[end - 1][0] in _EDGES):
        end -= 1
    for at in range(first, end):
        if lowers[at] == "'s" and piece.label == "PERSON":
            # "Kazakhstan's Tokayev": the owner is no part of the name.
            first = at + 1
            break
    while (
        end - first > 1
        and piece.label != "PERSON"
        and _names_person(lowers[end - 1], lexicon)
        and not parse.tags[end - 1].endswith("S")
    ):
        # "State Department Spokesperson": the body is the name, the rest an office.
        end -= 1
    if end <= first:
        return None
    title = _count_titles(lowers, first, end, piece.label, lexicon)
    # A title before the recogniser's span belongs to it.
    while first > 0 and title < 4 and _is_title(parse, first - 1, first, lexicon):
        first, title = first - 1, title + 1
    if title == end - first:
        return None
    return Stretch(first, end, piece.label, title)


def _count_titles(lowers: list[str], first: int, end: int, label: str, lexicon: Lexicon) -> int:
    if lowers[end - 1] in lexicon.name_words and not any(
        lowers[at] in lexicon.genders for at in range(first, end)
    ):
        return 0
    count = 0
    while first + count < end - 1:
        word = lowers[first + count]
        pair = " ".join(lowers[first + count : first + count + 2])
        if pair in lexicon.titles and first + count + 2 <= end:
            count += 2
        elif word in lexicon.titles and word not in {"st.", "saint", "st"}:
            count += 1
        elif (
            label != "ORG"
            and word not in lexicon.genders
            and (word in _RANKS or _names_person(word, lexicon))
        ):
            count += 1
        else:
            break
    return min(count, end - first)


def _is_title(parse: Parse, token: int, after: int, lexicon: Lexicon) -> bool:
    word = parse.words[token]
    if not word[:1].isupper() or parse.sentence_of[token] != parse.sentence_of[after]:
        return False
    lower = parse.lowers[token]
    return lower in lexicon.titles or lower + " " + parse.lowers[after] in lexicon.titles


def _complete(parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> list[Stretch]:
    """Return the stretches with bodies grown over "of ..." that the recogniser cut off."""
    done: list[Stretch] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and _is_complement(parse, last, piece, lexicon):
            last.end, last.label = piece.end, "ORG"
        else:
            done.append(piece)
    return done


def _is_complement(parse: Parse, body: Stretch, piece: Stretch, lexicon: Lexicon) -> bool:
    gap = range(body.end, piece.first)
    if not 1 <= len(gap) <= 2 or parse.lowers[body.end] not in _LINKS:
        return False
    if len(gap) == 2 and parse.lowers[body.end + 1] != "the":
        return False
    if parse.sentence_of[body.first] != parse.sentence_of[piece.first]:
        return False
    head = parse.lowers[body.end - 1]
    if head not in lexicon.name_words or parse.words[body.end - 1][:1].islower():
        return False
    return body.label in {"ORG", "", "FAC"} and piece.label in {"ORG", "", "GPE", "FAC", "LOC"}


def _settle_labels(pieces: list[Stretch], lexicon: Lexicon) -> dict[str, str]:
    """Return one label for each name that the recogniser called by several."""
    votes: dict[str, Counter[str]] = {}
    surnames: set[str] = set()
    alone: set[str] = set()
    shapes: dict[str, str] = {}
    for piece in pieces:
        label = "PERSON" if piece.title and piece.label != "ORG" else piece.label
        votes.setdefault(piece.key, Counter())[label] += 1
        if label == "PERSON" and " " in piece.key:
            parts = piece.key.split()
            surnames.add(parts[-1])
            shapes.setdefault(skeleton(parts[-1]), parts[-1])
            if parts[0] in lexicon.genders:
                surnames.add(parts[0])
        elif label == "PERSON":
            alone.add(piece.key)
    settled = {}
    for key, counts in votes.items():
        named = [(n, label) for label, n in counts.most_common() if label]
        best = named[0][1] if named else ""
        if best not in {"PERSON", "GPE"} and same_word(key, shapes.get(skeleton(key), "")):
            best = "PERSON"
        if key in surnames and best not in {"GPE", "LOC"}:
            best = "PERSON"
        elif key in surnames and not counts["GPE"] > counts["PERSON"] and key not in lexicon.states:
            best = "PERSON"
        if best != "PERSON" and " " in key and key not in lexicon.states:
            parts = key.split()
            if parts[-1] not in lexicon.name_words and parts[0] not in lexicon.name_words:
                if parts[-1] in alone or (not best and parts[0] in lexicon.genders):
                    best = "PERSON"
        settled[key] = best
    return settled


def _kind(
    parse: Parse, piece: Stretch, labels: dict[str, str], lexicon: Lexicon
) -> EntityKind | None:
    """Return what a name names, or None where it names no actor."""
    first, end, text, key = piece.first + piece.title, piece.end, piece.text, piece.key
    if text in lexicon.bodies:
        return "organization"
    if key in lexicon.idle or not any(c.isalpha() for c in key):
        return None
    if key in lexicon.states and not piece.title:
        return "state" if _is_state(parse, piece, lexicon) else None
    if key in lexicon.demonyms or key in lexicon.people:
        plural = key in lexicon.people and key not in lexicon.demonyms
        return "group" if plural and piece.label in {"NORP", "", "GPE", "ORG"} else None
    label = labels.get(key) or ("PERSON" if piece.title else "")
    if piece.title and label != "ORG":
        label = "PERSON"
    if label != "PERSON" and _is_called_person(parse, piece, lexicon):
        label = "PERSON"
    last = parse.lowers[end - 1]
    noun = lexicon.nouns.get(last)
    if end - first == 1 and label != "PERSON" and (noun or last in lexicon.persons):
        return None
    if noun and noun.kind == "person" and label != "PERSON":
        return None
    organised = _has_body_word(parse, first, end, lexicon)
    if label == "PERSON":
        if organised and not piece.title and end - first > 1:
            return "organization"
        return "person" if _is_person_like(parse, first, end) else None
    if label == "ORG":
        return "organization"
    if label == "NORP":
        plural = parse.tags[end - 1] in {"NNPS", "NNS"} or parse.deps[end - 1] in SUBJECTS
        return "group" if plural and parse.tags[end - 1] != "JJ" else None
    if label in {"GPE", "LOC"}:
        return "state" if key in lexicon.seats and _is_acting(parse, piece) else None
    if organised and parse.words[first][:1].isupper() and end - first > 1:
        return "organization"
    if not label and text.isupper() and 2 <= len(text) <= 6 and _is_mixed(parse, first):
        return "organization" if parse.deps[end - 1] in SUBJECTS else None
    return None


def _is_acting(parse: Parse, piece: Stretch) -> bool:
    """Return whether a capital stands for its government: "Moscow said", "by Tehran"."""
    head = piece.end - 1
    governor = parse.heads[head]
    if parse.deps[head] == "nsubj":
        return parse.lemmas[governor] not in _STATIVE and parse.tags[governor].startswith("VB")
    if parse.deps[head] == "pobj" and parse.lowers[governor] in {"by", "between"}:
        return parse.deps[governor] == "agent" or parse.lowers[governor] == "between"
    return False


_STATIVE = frozenset(
    "be have see lie become remain get receive experience host suffer wake".split()
)


def _is_called_person(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether an apposition calls the name a person: "the president, Aya Nur, ..."."""
    head = piece.end - 1
    others = [child for child in parse.children[head] if parse.deps[child] == "appos"]
    if parse.deps[head] == "appos":
        others.append(parse.heads[head])
    for other in others:
        noun = lexicon.nouns.get(parse.lemmas[other].lower())
        if noun and noun.kind == "person" and not noun.either and parse.tags[other] != "NNS":
            return True
    return False


def _is_state(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    if piece.key == "us" and parse.words[piece.end - 1] != "US":
        return False
    if piece.end - piece.first == 1 and piece.key in lexicon.demonyms:
        # "US" as an adjective: "US forces".
        return parse.deps[piece.end - 1] not in {"amod", "compound", "nmod"}
    return piece.label != "PERSON" or piece.key not in {"jordan", "chad", "georgia", "israel"}


def _has_body_word(parse: Parse, first: int, end: int, lexicon: Lexicon) -> bool:
    words = parse.lowers[first:end]
    stop = next((n for n, w in enumerate(words) if w in _LINKS), len(words))
    return stop > 0 and words[stop - 1] in lexicon.name_words


def _is_person_like(parse: Parse, first: int, end: int) -> bool:
    return parse.words[first][:1].isupper() or parse.words[end - 1][:1].isupper()


def _is_mixed(parse: Parse, token: int) -> bool:
    first, end = parse.sentences[parse.sentence_of[token]]
    return any(word[:1].islower() for word in parse.words[first:end])


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
    for n, word in enumerate(words):
        gender, sector = lexicon.titles.get(word, ("", None))
        found.gender = found.gender or gender
        found.sector = (
            lexicon.titles.get(" ".join(words[n:]), ("", None))[1] or found.sector or sector
        )
    if words and (words[-1] in lexicon.nouns or len(words) > 1):
        found.noun = " ".join(words)
        _read_owner(parse, found, lexicon)
    if not found.gender and found.parts:
        found.gender = lexicon.genders.get(found.parts[0], "") if len(found.parts) > 1 else ""


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
