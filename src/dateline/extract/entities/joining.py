"""Which names are names of one actor: surnames, spellings, acronyms, shortened names."""

from __future__ import annotations

from collections import defaultdict

from dateline.extract.entities.lexicon import Body, Lexicon
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.spelling import fold, initials, same_word, sound_key
from dateline.extract.entities.words import words
from dateline.records.parses import Parse


def join_names(parse: Parse, names: list[Reference], lexicon: Lexicon) -> list[Character]:
    """Return the characters that `names` name; each reference gets its character."""
    by_kind: dict[str, list[Reference]] = defaultdict(list)
    for name in names:
        by_kind[name.kind or ""].append(name)
    found = _join_states(by_kind["state"], lexicon)
    found += _join_persons(by_kind["person"])
    found += _join_bodies(parse, by_kind["organization"], lexicon)
    found += _join_groups(by_kind["group"])
    for character in found:
        character.named = True
        character.references.sort(key=lambda reference: reference.first)
    return found


def _join_states(names: list[Reference], lexicon: Lexicon) -> list[Character]:
    known: dict[str, Character] = {}
    for name in names:
        code = name.country or ""
        if code not in known:
            known[code] = Character("state", usual=lexicon.state_names.get(code, ""))
        known[code].add(name)
    return list(known.values())


def _join_groups(names: list[Reference]) -> list[Character]:
    known: dict[str, Character] = {}
    for name in names:
        key = " ".join(name.parts).removesuffix("s")
        if key not in known:
            known[key] = Character("group", plural=True)
        known[key].add(name)
    return list(known.values())


def _join_persons(names: list[Reference]) -> list[Character]:
    found: list[Character] = []
    by_part: dict[str, list[Character]] = defaultdict(list)
    exact: dict[tuple[str, ...], Character] = {}

    def remember(character: Character, parts: tuple[str, ...]) -> None:
        exact.setdefault(parts, character)
        # "al-Karbouly" is found as "Karbouly" too.
        for part in {*parts, *(part.rpartition("-")[2] for part in parts)}:
            known = by_part[sound_key(part)]
            if character not in known:
                known.append(character)

    for name in sorted(names, key=lambda n: -len(n.parts)):
        if len(name.parts) < 2:
            continue
        character = exact.get(name.parts)
        if character is None:
            last = by_part[sound_key(name.parts[-1])]
            character = next((c for c in last if _same_person(c, name)), None)
            if character is None:
                character = Character("person")
                found.append(character)
        character.add(name)
        remember(character, name.parts)
    for name in sorted(names, key=lambda n: n.first):
        if len(name.parts) != 1:
            continue
        part = name.parts[0]
        fits = [c for c in by_part[sound_key(part)] if _has_part(c, name)]
        character = _latest(fits, name.first)
        if character is None:
            character = Character("person")
            found.append(character)
            remember(character, name.parts)
        character.add(name)
    return found


def _same_person(character: Character, name: Reference) -> bool:
    if character.gender and name.gender and character.gender != name.gender:
        return False
    for known in character.references[:_ENOUGH]:
        if len(known.parts) < 2:
            continue
        if not same_word(known.parts[-1], name.parts[-1]):
            continue
        if (
            2 <= len(name.parts) < len(known.parts)
            and known.parts[-len(name.parts) :] == name.parts
        ):
            # "Le Pen", "von der Leyen", "Suu Kyi"
            return True
        if _same_given(known.parts[0], name.parts[0]):
            return True
        short, long = sorted((known.parts[:-1], name.parts[:-1]), key=len)
        if all(any(same_word(part, other) for other in long) for part in short):
            return True
    return False


def _same_given(one: str, other: str) -> bool:
    if same_word(one, other):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _has_part(character: Character, name: Reference) -> bool:
    if character.gender and name.gender and character.gender != name.gender:
        return False
    part = name.parts[0]
    for known in character.references[:_ENOUGH]:
        if any(same_word(part, other) for other in (*known.parts[-1:], *known.parts[:-1])):
            return True
        if same_word(part, known.parts[-1].rpartition("-")[2]):
            return True
    return False


def _latest(characters: list[Character], before: int) -> Character | None:
    """Return the character mentioned last before a token, else the first mentioned after.

    References come with full names first, then in text order, so that the last one added
    and a look through the first few full names tell enough.
    """
    if len(characters) < 2:
        return characters[0] if characters else None

    def place(character: Character) -> tuple[int, int]:
        known = [r.first for r in (*character.references[:_ENOUGH], character.references[-1])]
        earlier = [first for first in known if first < before]
        return (max(earlier), 0) if earlier else (-1, -min(known))

    return max(characters, key=place)


# References of one character, and characters of one word, that are looked through: more
# would take quadratic time on a long text.
_ENOUGH, _MOST = 20, 50


def _join_bodies(parse: Parse, names: list[Reference], lexicon: Lexicon) -> list[Character]:
    found: list[Character] = []
    exact: dict[str, Character] = {}
    by_first: dict[str, list[Character]] = defaultdict(list)
    by_last: dict[str, list[Character]] = defaultdict(list)
    acronyms: dict[str, Character] = {}
    glossed = _bracketed(parse, names)
    for name in sorted(names, key=lambda n: (-len(n.parts), n.first)):
        character = _known_body(parse, name, exact, lexicon)
        if character is None:
            parts = _bare(name.parts)
            character = acronyms.get("".join(parts).replace(".", ""))
            if character is None and _words(parse, name) not in lexicon.bodies:
                character = _shortened(name, parts, by_first, by_last, lexicon)
            if character is None:
                character = Character("organization")
                found.append(character)
        character.add(name)
        parts = _bare(name.parts)
        _remember_body(_body_of(parse, name, lexicon), character, parts, exact)
        for first in {parts[0], _without_country(parts, lexicon)[0]}:
            if character not in by_first[first]:
                by_first[first].append(character)
        if character not in by_last[parts[-1]]:
            by_last[parts[-1]].append(character)
        if name.first in glossed:
            acronyms.setdefault(glossed[name.first], character)
        if len(parts) > 1:
            for acronym in initials(list(parts)) | initials(list(name.parts)):
                acronyms.setdefault(acronym, character)
    return found


def _bracketed(parse: Parse, names: list[Reference]) -> dict[int, str]:
    """Return the acronym that stands in brackets after a name, by the name's first token.

    Its letters need not be the initials: "Italian Episcopal Conference (CEI)".
    """
    found: dict[int, str] = {}
    words = parse.words
    for name in names:
        at = name.end
        if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")":
            inside = words[at + 1]
            if 2 <= len(inside) <= 8 and sum(map(str.isupper, inside)) >= 2 and len(name.parts) > 1:
                found[name.first] = fold(inside).replace(".", "")
    return found


def _bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    kept = parts[1:] if parts[0] == "the" and len(parts) > 1 else parts
    while len(kept) > 1 and kept[-1] in words("corporate"):
        kept = kept[:-1]
    return kept


def _known_body(
    parse: Parse, name: Reference, exact: dict[str, Character], lexicon: Lexicon
) -> Character | None:
    body = _body_of(parse, name, lexicon)
    if body:
        return exact.get("=" + body.name)
    return exact.get(" ".join(_bare(name.parts)))


def _body_of(parse: Parse, name: Reference, lexicon: Lexicon) -> Body | None:
    """Return the known body that a name is of, with or without its country in front."""
    text = _words(parse, name)
    body = lexicon.bodies.get(text)
    parts = text.split()
    for count in (1, 2):
        before = " ".join(parts[:count]).lower()
        if (
            body is None
            and len(parts) > count
            and (before in lexicon.states or before in lexicon.demonyms)
        ):
            body = lexicon.bodies.get(" ".join(parts[count:]))
            code = lexicon.states.get(before) or lexicon.demonyms.get(before)
            if body and body.country != code:
                body = None
    return body


def _words(parse: Parse, name: Reference) -> str:
    text = parse.text[parse.starts[name.first] : parse.ends[name.end - 1]]
    text = " ".join(text.split()).replace("’", "'")
    return text[4:] if text[:4] in {"the ", "The ", "THE "} else text


def _remember_body(
    body: Body | None, character: Character, parts: tuple[str, ...], exact: dict[str, Character]
) -> None:
    if body:
        exact.setdefault("=" + body.name, character)
        character.prefix = character.prefix or body.prefix
        character.likely = character.likely or body.likely
    exact.setdefault(" ".join(parts), character)


def _shortened(
    name: Reference,
    parts: tuple[str, ...],
    by_first: dict[str, list[Character]],
    by_last: dict[str, list[Character]],
    lexicon: Lexicon,
) -> Character | None:
    """Return the one body whose name begins or ends with `parts`, or is nearly the same."""
    if " ".join(parts) in lexicon.states:
        return None
    telling = [p for p in parts if p not in lexicon.name_words and p not in lexicon.demonyms]
    if telling:
        fits = [
            c
            for c in by_first[parts[0]]
            if any(_begins(r.parts, parts, lexicon) for r in c.references[:_ENOUGH])
        ]
        if len(fits) == 1:
            return fits[0]
    fits = [
        c
        for c in by_last[parts[-1]][-_MOST:]
        if any(_ends(r.parts, parts, lexicon) for r in c.references[:_ENOUGH])
        and (not c.country or not name.country or c.country == name.country)
    ]
    if len(fits) == 1:
        return fits[0]
    if sum(map(len, parts)) >= 10 and not any(c.isdigit() for part in parts for c in part):
        for known in by_first[parts[0]][:_ENOUGH]:
            for reference in known.references[:_ENOUGH]:
                if _nearly(_bare(reference.parts), parts):
                    return known
    return None


def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    # "Medecins Sans Frontiere" and "Frontieres": one letter in a long name.
    if len(one) != len(other):
        return False
    return all(
        a == b or a.rstrip("s'") == b.rstrip("s'") or same_word(a, b)
        for a, b in zip(one, other, strict=True)
    )


def _begins(long: tuple[str, ...], short: tuple[str, ...], lexicon: Lexicon) -> bool:
    long = _bare(long)
    own = _without_country(long, lexicon)
    return len(long) > len(short) and short in {long[: len(short)], own[: len(short)]}


def _without_country(parts: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return a name without its country: "Supreme Court of Cassation" of the Italian one."""
    known = parts[0] in lexicon.demonyms or parts[0] in lexicon.states
    return parts[1:] if known and len(parts) > 2 else parts


def _ends(long: tuple[str, ...], short: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Return whether `short` is the end of `long`, a single word only after a country."""
    if len(long) <= len(short) or long[-len(short) :] != short:
        return False
    before = " ".join(long[: -len(short)]).removeprefix("the ").removesuffix("'s")
    if len(short) > 1 or before in lexicon.states or before in lexicon.demonyms:
        return True
    # "Scientology" for the "Church of Scientology"; the caller saw to it that it is no place.
    return before.endswith(" of") and before.split()[0] in {"church", "house", "group", "bank"}
