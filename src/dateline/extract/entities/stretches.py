"""Stretches of capitalised words that look like one name.

The recogniser cuts names short, and swallows titles and neighbours; capital letters, titles
and the table of bodies mend its borders.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.spelling import fold
from dateline.extract.entities.words import words
from dateline.records.parses import Parse

NAMED = frozenset(
    {"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}
)
PROPER = frozenset({"NNP", "NNPS"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "their"})
# What a hyphen ties to a name without making it a given name: "pro-Beijing".
_PREFIXES = frozenset({"pro", "anti", "non", "post", "pre"})
_EDGES = frozenset("'\"“”‘’`´,.;:()[]-–—/*«» ")
# Names whose head takes a complement: "Ministry of Health", "University of Sussex".
LINKS = frozenset({"of", "for"})


@dataclass(slots=True)
class Stretch:
    """Tokens that look like one name, with the recogniser's label ("" for none)."""

    first: int
    end: int
    label: str
    title: int = 0
    text: str = ""
    key: str = ""


def find_stretches(parse: Parse, lexicon: Lexicon) -> list[Stretch]:
    """Return the stretches of a text that may be names, in order, none over another."""
    pieces = [
        piece
        for stretch in _with_known_bodies(parse, _stretches(parse, lexicon), lexicon)
        for named in without_office(parse, stretch, lexicon)
        for part in _split_titles(parse, named, lexicon)
        if (piece := _trim(parse, part, lexicon)) is not None
    ]
    pieces = _complete(parse, _apart(parse, pieces, lexicon), lexicon)
    for piece in pieces:
        piece.text = _text(parse, piece.first + piece.title, piece.end)
        piece.key = fold(piece.text)
    return pieces


def _apart(parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> list[Stretch]:
    """Return the stretches without what the title of the next one took from them."""
    done: list[Stretch] = []
    for piece in pieces:
        while done and done[-1].end > piece.first:
            done[-1].end = piece.first
            if done[-1].end - done[-1].first - done[-1].title > 0:
                break
            done.pop()
        if _cut_surname(parse, piece, lexicon):
            piece.end += 1
        done.append(piece)
    return done


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
            numbered = previous.end < token and tags[token - 1] == "CD"
            if numbered or not previous.label or piece.label == "PERSON":
                previous.label = "ORG" if numbered else piece.label
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


def _cut_surname(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a surname that reads as a verb or a month was cut off: "Theresa May"."""
    at = piece.end
    if piece.label not in {"PERSON", ""} or at >= len(parse) or parse.ents[at] not in {"", "DATE"}:
        return False
    if parse.tags[at] not in {"MD", "VB", "VBP", "NNP"} or not parse.words[at].istitle():
        return False
    if parse.ents[at] == "DATE" and parse.ents[at + 1 : at + 2] == ["DATE"]:
        return False
    own = parse.sentence_of[at] == parse.sentence_of[at - 1]
    return own and lexicon.gender_of(parse.lowers[at - 1]) is not None


def _touch(parse: Parse, one: Stretch, other: Stretch) -> bool:
    """Return whether nothing, or a hyphen without blanks, stands between two stretches."""
    at = other.first
    if one.end == at:
        return True
    if one.end == at - 1 and parse.tags[at - 1] == "CD" and parse.words[at - 1].isdigit():
        # "Movimento 5 Stelle"
        named = {one.label, other.label} <= {"ORG", "PERSON", ""}
        return named and parse.words[at - 2][:1].isupper() and len(parse.words[at - 1]) < 4
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
    if one.end == at - 1 and parse.tags[at - 1] == "CD":
        return True
    if parse.starts[at] == parse.ends[at - 1] and (
        parse.words[at] in "-‑" or parse.words[at - 1] in "-‑"
    ):
        return True
    if one.label and other.label:
        # A hyphenated given name, taken for a place or a person of its own.
        hyphened = one.end - one.first > 2 and parse.words[one.end - 2] in "-‑"
        known = parse.lowers[one.first] in lexicon.demonyms
        return hyphened and not known and other.label == "PERSON"
    return {"PERSON", "ORG"} >= {one.label, other.label} - {""} and _continued(
        parse, one, other, lexicon
    )


def _continued(parse: Parse, one: Stretch, other: Stretch, lexicon: Lexicon) -> bool:
    """Return whether the words where two stretches meet may stand inside one name."""
    before, after = parse.lowers[one.end - 1], parse.lowers[other.first]
    if one.label and (after in lexicon.titles or names_person(after, lexicon)):
        # "NASA Administrator Charles Bolden": the title goes with the person.
        return False
    if " ".join(parse.lowers[one.first : one.end]) in lexicon.states or before == "'s":
        return False
    if {before, after} & lexicon.idle or before in lexicon.demonyms or after in lexicon.demonyms:
        return False
    return bool(one.label) or parse.tags[one.end - 1] in PROPER


def _with_known_bodies(parse: Parse, pieces: list[Stretch], lexicon: Lexicon) -> list[Stretch]:
    """Return the stretches with the bodies of the table whole, whatever the recogniser cut."""
    known = _known_bodies(parse, lexicon)
    if not known:
        return pieces
    taken: dict[int, Stretch] = {at: body for body in known for at in range(body.first, body.end)}
    kept: list[Stretch] = []
    for piece in pieces:
        inside = range(piece.first, piece.end)
        bodies = {taken[at].end for at in inside if at in taken}
        longer = any(at not in taken and parse.lowers[at] not in _ARTICLES for at in inside)
        if not bodies or (
            len(bodies) == 1
            and max(bodies) <= piece.end
            and longer
            and _is_one_name(parse, piece, lexicon)
        ):
            # A table's name inside a longer name gives way: "BBC World Service".
            for at in range(piece.first, piece.end):
                taken.pop(at, None)
            kept.append(piece)
            continue
        first = piece.first
        for at in range(piece.first, piece.end + 1):
            if at == piece.end or at in taken:
                if first < at:
                    kept.append(Stretch(first, at, piece.label))
                first = at + 1
    kept += [b for b in known if all(taken.get(at) is b for at in range(b.first, b.end))]
    return sorted(kept, key=lambda piece: piece.first)


def _known_bodies(parse: Parse, lexicon: Lexicon) -> list[Stretch]:
    words_, found, token = parse.words, [], 0
    while token < len(words_):
        for parts in lexicon.body_words.get(words_[token], ()):
            end = token + len(parts)
            if [word.replace("’", "'") for word in words_[token:end]] == list(parts):
                found.append(Stretch(token, end, "ORG"))
                token = end - 1
                break
        token += 1
    return found


def _is_one_name(parse: Parse, piece: Stretch, lexicon: Lexicon) -> bool:
    """Return whether a stretch that holds a known body is the name of another body."""
    return piece.label == "ORG" or parse.lowers[piece.end - 1] in lexicon.name_words


def without_office(parse: Parse, piece: Stretch, lexicon: Lexicon) -> list[Stretch]:
    """Return the name alone where "of Belarus" or "of Internal Affairs" stands before it.

    "President of Belarus Ana Diaz" is two names, "Minister of Health Ana Diaz" is one.
    """
    lowers = parse.lowers
    opening = parse.sentences[parse.sentence_of[piece.first]][0]
    link = next(
        (at for at in range(max(piece.first - 2, opening), piece.end - 2) if lowers[at] in LINKS),
        -1,
    )
    if link <= opening or not (
        lowers[link - 1] in lexicon.titles or names_person(lowers[link - 1], lexicon)
    ):
        return [piece]
    begin = link + 1 + (lowers[link + 1] == "the")
    state = next((n for n in (3, 2, 1) if " ".join(lowers[begin : begin + n]) in lexicon.states), 0)
    name = begin + (state or _count_department(lowers, begin, piece.end))
    if name in {begin, piece.end} or name <= piece.first or name > piece.end:
        return [piece]
    if parse.tags[name] not in PROPER or any(
        word in lexicon.name_words or word in LINKS or word == "'s"
        for word in lowers[name : piece.end]
    ):
        return [piece]
    if state and piece.label != "PERSON" and lexicon.gender_of(lowers[name]) is None:
        # "the editor of Russia Today"
        return [piece]
    held = [Stretch(begin, name, "GPE")] if state else []
    return [*held, Stretch(name, piece.end, "PERSON")]


def ends_office(parse: Parse, token: int, lexicon: Lexicon) -> bool:
    """Return whether a word may end an office before a name: "President of Belarus"."""
    if token < 0:
        return False
    pair = " ".join(parse.lowers[max(0, token - 1) : token + 1])
    lower = parse.lowers[token]
    return lower in lexicon.states or pair in lexicon.states or lower in words("department")


def _count_department(lowers: list[str], first: int, last: int) -> int:
    """Return how many words from `first` on name a department: "Internal Affairs"."""
    count = 0
    for at in range(first, min(last, first + 5)):
        if lowers[at] in words("department"):
            count = at + 1 - first
        elif lowers[at] not in words("portfolio") and lowers[at] not in {"and", "&", ","}:
            break
    return count


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
        if rest[-1] in lexicon.name_words or any(w in LINKS for w in lowers[piece.first : at]):
            return [piece]
        begin = at
        while begin > piece.first and (
            lowers[begin - 1] in lexicon.titles
            or lowers[begin - 1] in words("rank")
            or lowers[begin - 1] in words("portfolio")
            or lowers[begin - 1] in "-‑"
        ):
            begin -= 1
        if begin == piece.first or lexicon.gender_of(lowers[piece.first]) is not None:
            return [piece]
        return [
            Stretch(piece.first, begin, "" if piece.label == "PERSON" else piece.label),
            Stretch(begin, piece.end, "PERSON"),
        ]
    return [piece]


def _trim(parse: Parse, piece: Stretch, lexicon: Lexicon) -> Stretch | None:
    """Return the stretch without articles, signs and genitives; its titles are counted."""
    lowers, first, end = parse.lowers, piece.first, piece.end
    while first < end and (lowers[first] in _ARTICLES or lowers[first][0] in _EDGES):
        first += 1
    if end - first > 2 and lowers[first] in _PREFIXES and lowers[first + 1] in "-‑":
        # "the pro-Beijing Labour Party"
        first += 3
    while end - first > 1 and piece.label == "PERSON" and lowers[end - 1] in words("caption"):
        # "Ahmed Mohamed Image: ..." under a picture
        end -= 1
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
        and names_person(lowers[end - 1], lexicon)
        and not parse.tags[end - 1].endswith("S")
        and not _is_office(" ".join(lowers[end - 2 : end]), lexicon)
    ):
        # "State Department Spokesperson": the body is the name, the rest an office.
        end -= 1
        while end - first > 1 and lowers[end - 1] in words("rank"):
            # "U.N. High Commissioner"
            end -= 1
    if end <= first:
        return None
    title = _count_titles(lowers, first, end, piece.label, lexicon)
    # A title before the recogniser's span belongs to it.
    while first > 0 and title < 4 and _is_title(parse, first - 1, first, lexicon):
        first, title = first - 1, title + 1
    bare = end - first - title
    if bare == 0 or (
        bare == 1 and title and piece.label != "PERSON" and names_person(lowers[end - 1], lexicon)
    ):
        # An office without a holder is a nominal: "the Treasury Secretary".
        return None
    return Stretch(first, end, piece.label, title)


def _count_titles(lowers: list[str], first: int, end: int, label: str, lexicon: Lexicon) -> int:
    if lowers[end - 1] in lexicon.name_words and not any(
        lexicon.gender_of(lowers[at]) is not None for at in range(first, end)
    ):
        return 0
    count = 0
    while first + count < end - 1:
        word = lowers[first + count]
        pair = " ".join(lowers[first + count : first + count + 2])
        rank = word in words("rank") or names_person(word, lexicon)
        if _is_office(pair, lexicon) and first + count + 2 <= end:
            count += 2
        elif count and word in "-‑" and lowers[first + count + 1] in _SECONDS:
            # "Secretary-General Kofi Annan"
            count += 2
        elif (word in lexicon.titles and word not in {"st.", "saint", "st"}) or (
            label != "ORG" and lexicon.gender_of(word) is None and rank
        ):
            count += 1
        else:
            break
    return min(count, end - first)


# Second halves of titles with a hyphen.
_SECONDS = frozenset({"general", "president", "elect", "chief", "chairman"})


def _is_office(pair: str, lexicon: Lexicon) -> bool:
    before, _, office = pair.partition(" ")
    return pair in lexicon.titles or (before in words("portfolio") and office in words("office"))


def _is_title(parse: Parse, token: int, after: int, lexicon: Lexicon) -> bool:
    word = parse.words[token]
    if not word[:1].isupper() or parse.sentence_of[token] != parse.sentence_of[after]:
        return False
    lower = parse.lowers[token]
    return lower in lexicon.titles or _is_office(lower + " " + parse.lowers[after], lexicon)


def names_person(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word in lower case is a noun for persons."""
    noun = lexicon.nouns.get(word)
    return noun is not None and noun.kind == "person"


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
    if not 1 <= len(gap) <= 2 or parse.lowers[body.end] not in LINKS:
        return False
    if len(gap) == 2 and parse.lowers[body.end + 1] != "the":
        return False
    if parse.sentence_of[body.first] != parse.sentence_of[piece.first]:
        return False
    head = parse.lowers[body.end - 1]
    if head not in lexicon.name_words or parse.words[body.end - 1][:1].islower():
        return False
    return body.label in {"ORG", "", "FAC"} and piece.label in {"ORG", "", "GPE", "FAC", "LOC"}


def _text(parse: Parse, first: int, end: int) -> str:
    text = parse.text[parse.starts[first] : parse.ends[end - 1]]
    return " ".join(text.split()).replace("’", "'").replace("‑", "-")
