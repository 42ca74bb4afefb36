"""Measures: what happened to those counted, or what the number measures.

The cue is looked for where grammar puts it: in the counted noun itself ("five deaths"),
behind it ("26 dead"), in the verb or noun that governs it, and before it ("killing five").
Tree and neighbours are both asked, since either is often wrong in headlines, capitals and
translations. What is still open takes over the measure of the figure before it.
"""

from __future__ import annotations

from dateline.extract.figures.cues import (
    WEAK_WORDS,
    is_fatal,
    lexicon,
    patient_measure,
    pick,
    state_at,
    verb_in,
)
from dateline.extract.figures.nouns import NOUNS, Counted, is_person, sector_of
from dateline.extract.figures.quantities import Quantity
from dateline.records.parses import Parse

AUXILIARIES = frozenset(
    """was were are is be been being have has had having may might could will would can must should did do does to get got
    gets 's 're not n't reportedly also still now then believed feared confirmed reported said thought known presumed
    left remain remains remained found listed declared being already ever since so far all both each either later soon
    who that were as just alleged allegedly counted estimated expected supposed likely understood officially seen lay lie
    " ' '' `` “ ” who've which initially first at once themselves dead more others other people persons""".split()
)
STRONG = frozenset({"killed", "injured", "detained", "infected"})
# Nouns that name what happened, and not only a kind of person.
DECISIVE = frozenset(
    """death fatality killing murder corpse body homicide slaying casualty injury arrest detention infection case drowning
    detainee evacuee disappearance execution arrestee prisoner deceased hostage survivor demonstrator protester""".split()
)
LOSS_VERBS = frozenset("claim take cost lose taking claiming costing claimed took".split())
OPENERS = frozenset({"DT", "CD", "PRP$", "NN", "NNS", "NNP", "NNPS", "PRP", "JJ", "PDT"})
SCAN = 14
TIME_NOUNS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight overnight early late morning
    night last this during more many at most""".split()
)
TOLL_VERBS = frozenset(
    """rise climb stand reach put bring take number revise be pass increase grow jump exceed top hit total come give
    make hover set place keep have remain fall drop lower update report estimate confirm raise push near approach
    count say""".split()
)
SEEK = frozenset({"search", "look", "hunt", "searching", "looking"})
SEND = frozenset(
    {
        "send",
        "post",
        "dispatch",
        "move",
        "fly",
        "commit",
        "order",
        "assign",
        "raise",
        "place",
        "rush",
        "maintain",
        "have",
    }
)
SKIPPED_TAGS = frozenset({"DT", "RB", "JJ", "RP", "``", "''", "PDT", "RBR"})
SKIPPED_WORDS = frozenset({"up", "down", "another", '"', "at", "least", "as", "many"})
PASSIVE_AUX = frozenset({"was", "were", "been", "be", "is", "are", "being", "got", "get", "gets"})


def find_measure(
    parse: Parse, quantity: Quantity, counted: Counted, person: bool | None
) -> tuple[str | None, str]:
    """Return the measure of a count and how it was found; None where no cue tells.

    `person` tells whether people are counted, None where nothing says.
    """
    measure, how = _find(parse, quantity, counted, person)
    if measure == "deployed" and counted.head >= 0 and not _is_force(parse, counted):
        return None, ""
    return measure, how


def _find(
    parse: Parse, quantity: Quantity, counted: Counted, person: bool | None
) -> tuple[str | None, str]:
    if measure := _noun_itself(parse, counted):
        return measure, "noun"
    after = max(counted.stop, quantity.stop)
    ahead = _ahead(parse, after, person)
    if ahead == "agent":
        return _as_agent(parse, quantity, counted, person), "agent"
    if ahead:
        return ahead, "ahead"
    if measure := _by_tree(parse, quantity, counted, person):
        return measure, "tree"
    if measure := _behind(parse, quantity.first, person):
        return measure, "behind"
    coordinated = counted.others and parse.lowers[quantity.first - 1] in ("and", ",")
    if counted.head < 0 and not coordinated and (measure := _toll(parse, quantity)):
        return measure, "toll"
    return None, ""


def _noun_itself(parse: Parse, counted: Counted) -> str | None:
    if counted.head < 0:
        return None
    lemma = parse.lemmas[counted.head].lower()
    if lemma not in DECISIVE:
        lemma = parse.lowers[counted.head].rstrip("s")
    measures = lexicon().noun.get(lemma)
    if lemma == "case":
        before = parse.lowers[counted.first : counted.head]
        if "court" in before or "murder" in before or "criminal" in before:
            return None
    if measures and lemma in DECISIVE and lemma not in ("protester", "demonstrator", "prisoner"):
        return measures[0]
    return None


def weak_noun(parse: Parse, counted: Counted) -> str | None:
    """Return the measure that the counted noun suggests where nothing else tells."""
    if counted.head < 0:
        return None
    lemma = parse.lemmas[counted.head].lower()
    measures = lexicon().noun.get(lemma) or lexicon().noun.get(
        parse.lowers[counted.head].rstrip("s")
    )
    return (
        measures[0]
        if measures and lemma not in ("life", "remain", "remains", "damage", "crowd", "body")
        else None
    )


def _ahead(parse: Parse, at: int, person: bool | None) -> str | None:
    """Return the state told behind the counted words, or "agent" where they act."""
    last = parse.sentences[parse.sentence_of[min(at, len(parse) - 1)]][1] if at < len(parse) else at
    end, passive = min(last, at + SCAN), False
    start = at
    while at < end:
        word, tag = parse.lowers[at], parse.tags[at]
        if found := state_at(parse, at, person):
            measure, stop = found
            if _acts(parse, at, stop, last, passive):
                return "agent"
            if measure == "injured" and parse.lowers[at] in WEAK_WORDS and is_fatal(parse, at):
                return "killed"
            return measure
        if tag.startswith("VB") and word not in AUXILIARIES:
            return _verb_ahead(parse, at, person, passive)
        if word in PASSIVE_AUX:
            passive = True
        if word in AUXILIARIES or tag in ("RB", "RBR", "MD", "TO", "WDT", "WP", "EX"):
            at += 1
            continue
        if (
            word in (",", "(")
            and at + 1 < end
            and parse.lowers[at + 1]
            in (
                "including",
                "among",
                "mostly",
                "most",
                "many",
                "some",
                "all",
                "of",
                "aged",
                "mainly",
                "one",
                "two",
                "who",
                "and",
                "or",
            )
        ):
            # A bracketed remark between subject and verb is stepped over.
            skip = next(
                (
                    t
                    for t in range(at + 1, min(last, at + 16))
                    if parse.lowers[t] in (",", ")") and t > at + 1
                ),
                -1,
            )
            if parse.lowers[at + 1] in ("who", "and", "or"):
                at += 1
                continue
            if skip < 0:
                return None
            at = skip + 1
            continue
        if (
            word in ("and", "or")
            and at > start - 1
            and at + 1 < end
            and _begins_figure(parse, at + 1)
        ):
            at += 2
            while (
                at < end
                and parse.tags[at] in ("CD", "JJ", *NOUNS)
                and not state_at(parse, at, person)
            ):
                at += 1
            continue
        if tag == "NNP" and parse.ents[at] in ("DATE", "TIME") or word in TIME_NOUNS:
            at += 1
            continue
        return None
    return None


def _begins_figure(parse: Parse, at: int) -> bool:
    return parse.tags[at] == "CD" or parse.lowers[at] in (
        "dozens",
        "hundreds",
        "scores",
        "thousands",
        "several",
    )


def _verb_ahead(parse: Parse, at: int, person: bool | None, passive: bool) -> str | None:
    lemma = parse.lemmas[at].lower()
    known = lexicon()
    if lemma in known.subject and (measure := pick(known.subject[lemma], person)):
        if lemma in ("suffer", "sustain", "receive"):
            return measure if _has_wound(parse, at) else None
        if lemma in ("evacuate", "burn") and not passive and _object_follows(parse, at + 1):
            return None
        return measure
    if passive and lemma in known.patient:
        return patient_measure(parse, at, person)
    if lemma == "lose" and person and not _object_follows(parse, at + 1):
        return "missing"
    if lemma in ("take", "lose"):
        return _phrase_ahead(parse, at, person)
    return None


def _phrase_ahead(parse: Parse, at: int, person: bool | None) -> str | None:
    return next(
        (
            found[0]
            for t in range(at, min(at + 5, len(parse)))
            if (found := state_at(parse, t, person))
            and len(parse.lowers[t]) > 2
            and found[1] > t + 1
        ),
        None,
    )


def _has_wound(parse: Parse, at: int) -> bool:
    wounds = (
        "injury",
        "wound",
        "burn",
        "poisoning",
        "fracture",
        "concussion",
        "inhalation",
        "bruise",
        "cut",
    )
    return any(parse.lemmas[t].lower() in wounds for t in range(at + 1, min(at + 8, len(parse))))


def _acts(parse: Parse, at: int, stop: int, last: int, passive: bool) -> bool:
    """Return whether the cue is an active verb with an object: "Two gunmen killed five"."""
    if passive or stop - at > 1 or not parse.tags[at].startswith("VB"):
        return False
    lemma = parse.lemmas[at].lower()
    if lemma not in lexicon().patient or parse.lowers[at] in ("died",):
        return False
    return _object_follows(parse, stop)


def _object_follows(parse: Parse, at: int) -> bool:
    """Return whether a noun phrase that is no time begins at `at`, in the same sentence."""
    if at >= len(parse) or parse.sentence_of[at] != parse.sentence_of[at - 1]:
        return False
    if parse.tags[at] not in OPENERS or parse.lowers[at] in TIME_NOUNS:
        return False
    return parse.ents[at] not in ("DATE", "TIME")


def _as_agent(
    parse: Parse, quantity: Quantity, counted: Counted, person: bool | None
) -> str | None:
    return "participants" if person and counted.head >= 0 else None


def top_token(parse: Parse, first: int, stop: int) -> int:
    """Return the token of the range that is governed from outside it."""
    for token in range(stop - 1, first - 1, -1):
        head = parse.heads[token]
        if (head < first or head >= stop or head == token) and parse.deps[token] not in (
            "punct",
            "cc",
            "advmod",
        ):
            return token
    return stop - 1


def _conjuncts(parse: Parse, verb: int) -> list[int]:
    """Return a verb with those that share its subject."""
    found = [verb]
    for token in found[:6]:
        for child in parse.children[token]:
            if (
                parse.deps[child] in ("conj", "xcomp")
                and parse.pos[child] in ("VERB", "AUX", "ADJ")
                and not any(parse.deps[c].startswith("nsubj") for c in parse.children[child])
            ):
                found.append(child)
    return found


def _by_tree(parse: Parse, quantity: Quantity, counted: Counted, person: bool | None) -> str | None:
    first, stop = quantity.first, max(quantity.stop, counted.stop)
    top = top_token(parse, first, stop)
    for _ in range(4):
        if (
            parse.deps[top] in ("conj", "appos")
            and parse.heads[top] != top
            and (parse.tags[parse.heads[top]] in NOUNS or parse.tags[parse.heads[top]] == "CD")
        ):
            top = parse.heads[top]
        else:
            break
    for token in {top, counted.head if counted.head >= 0 else top}:
        for child in parse.children[token]:
            if (
                parse.deps[child] in ("acl", "relcl")
                and child > token
                and (measure := _by_clause(parse, child, person))
            ):
                return measure
    governor, dep = parse.heads[top], parse.deps[top]
    if governor == top:
        return None
    if dep in ("nsubj", "nsubjpass"):
        return _by_subject(parse, governor, dep, person)
    if dep in ("dobj", "dative", "attr", "oprd", "npadvmod", "nummod"):
        return _by_object(parse, governor, counted, person)
    if dep in ("pobj", "pcomp"):
        return _by_preposition(parse, governor, counted, person)
    return None


def _by_clause(parse: Parse, verb: int, person: bool | None) -> str | None:
    if found := state_at(parse, verb, person):
        if (
            parse.deps[verb] == "relcl"
            and not _is_passive(parse, verb)
            and any(parse.deps[c] == "dobj" for c in parse.children[verb])
        ):
            return None
        if (
            parse.tags[verb] == "VBN"
            or _is_passive(parse, verb)
            or parse.lemmas[verb].lower() not in lexicon().patient
        ):
            return found[0]
    lemma = parse.lemmas[verb].lower()
    if lemma in lexicon().subject and lemma not in ("suffer", "sustain", "receive"):
        return pick(lexicon().subject[lemma], person)
    if (parse.tags[verb] == "VBN" or _is_passive(parse, verb)) and lemma in lexicon().patient:
        return patient_measure(parse, verb, person)
    return None


def _is_passive(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] in ("auxpass", "nsubjpass") for c in parse.children[verb])


def _by_subject(parse: Parse, governor: int, dep: str, person: bool | None) -> str | None:
    known = lexicon()
    for verb in _conjuncts(parse, governor):
        lemma = parse.lemmas[verb].lower()
        shared = dep == "nsubjpass" and parse.tags[verb] == "VBN"
        passive = shared or _is_passive(parse, verb) or (dep == "nsubjpass" and verb == governor)
        if passive and lemma in known.patient and (measure := patient_measure(parse, verb, person)):
            return measure
        if lemma in known.subject and (measure := pick(known.subject[lemma], person)):
            if lemma in ("suffer", "sustain", "receive") and not _has_wound(parse, verb):
                continue
            return measure
        low, high = verb, min(verb + 7, parse.right_edges[verb] + 1)
        for token in range(max(verb - 2, 0), max(high, low + 1)):
            found = state_at(parse, token, person)
            if not found:
                continue
            measure, stop = found
            if (
                token == verb
                and not passive
                and lemma in known.patient
                and _object_follows(parse, stop)
            ):
                return None
            if (
                token == verb
                or stop - token > 1
                or parse.heads[token] == verb
                and parse.deps[token] in ("acomp", "attr", "oprd", "xcomp", "advcl", "prep", "conj")
            ):
                return measure
    return None


def _by_object(parse: Parse, verb: int, counted: Counted, person: bool | None) -> str | None:
    lemma, known = parse.lemmas[verb].lower(), lexicon()
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else ""
    if noun in ("life", "live"):
        return "killed" if lemma in LOSS_VERBS else None
    if lemma == "lose":
        return (
            "killed"
            if person and noun not in ("job",)
            else "damaged"
            if person is False and noun in ("house", "home", "building", "church")
            else None
        )
    if lemma in known.patient:
        return patient_measure(parse, verb, person)
    if lemma in ("treat", "admit"):
        return "injured" if person is not False else None
    if lemma in SEND and person and weak_noun(parse, counted) == "deployed":
        return "deployed"
    if lemma in ("attract", "draw"):
        return (
            "participants"
            if person is not False
            and any(
                parse.lemmas[t].lower()
                in ("rally", "march", "protest", "demonstration", "vigil", "funeral")
                for t in range(*parse.sentences[parse.sentence_of[verb]])
            )
            else None
        )
    return None


def _by_preposition(parse: Parse, prep: int, counted: Counted, person: bool | None) -> str | None:
    word, head = parse.lowers[prep], parse.heads[prep]
    if head == prep:
        return None
    lemma = parse.lemmas[head].lower()
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else ""
    if word == "of":
        if noun in ("life", "live"):
            return "killed" if lemma in ("loss", "cost") else None
        if lemma == "life" or parse.lowers[head] == "lives":
            return "killed"
        if lemma == "loss" and person:
            return "killed"
        if lemma == "body" or lemma == "remain" or parse.lowers[head] == "remains":
            return "killed"
        if lemma == "toll" and person is False:
            return None
        if lemma in lexicon().noun and lemma not in ("case", "crowd", "body", "life", "patient"):
            return pick(lexicon().noun[lemma], person)
        if lemma in ("shooting", "wounding", "injuring"):
            return "injured"
        return None
    if word == "for" and (lemma in SEEK or parse.lowers[head] in SEEK):
        return "missing" if person is not False else None
    if word == "to" and lemma in ("injury",):
        return "injured"
    if word == "from" and lemma in ("missing",):
        return "missing"
    return None


def _behind(parse: Parse, first: int, person: bool | None) -> str | None:
    """Return the measure of a verb or noun right before the number: "killing all seven"."""
    known = lexicon()
    floor = max(parse.sentences[parse.sentence_of[first]][0], first - 7)
    for at in range(first - 1, floor - 1, -1):
        word, tag, lemma = parse.lowers[at], parse.tags[at], parse.lemmas[at].lower()
        if (
            word.endswith("ing")
            and not tag.startswith("VB")
            and (verb := verb_in(word, known.patient))
        ):
            return pick(known.patient[verb], person)
        named = tag in NOUNS and lemma in known.patient and parse.pos[at] != "PROPN"
        if tag.startswith("VB") or (named and word.endswith(("s", "ed"))):
            if lemma in known.patient and not (at and parse.lowers[at - 1] in PASSIVE_AUX):
                return patient_measure(parse, at, person)
            return "injured" if lemma == "suffer" and person and at == first - 1 else None
        if word in ("of", "to") and at > floor:
            noun = parse.lemmas[at - 1].lower()
            if noun == "toll" and person is False:
                return None
            known_noun = noun in known.noun and noun not in ("case", "crowd", "body", "patient")
            return pick(known.noun[noun], person) if known_noun else None
        if tag not in SKIPPED_TAGS and word not in SKIPPED_WORDS:
            return None
    return None


def _toll(parse: Parse, quantity: Quantity) -> str | None:
    """Return the measure of a running total: "the death toll rose to 31"."""
    first = parse.sentences[parse.sentence_of[quantity.first]][0]
    last = parse.sentences[parse.sentence_of[quantity.first]][1]
    verb = ""
    for at in range(quantity.first - 1, max(first, quantity.first - 22) - 1, -1):
        word, lemma, tag = parse.lowers[at], parse.lemmas[at].lower(), parse.tags[at]
        if tag.startswith("VB"):
            verb = verb or lemma
        if word in ("dead", "toll", "deaths", "fatalities", "casualties") or lemma in (
            "death",
            "toll",
        ):
            if word == "casualties":
                return None
            return "killed" if (not verb or verb in TOLL_VERBS) else None
        if (
            tag in ("JJ", "VBN", "NNS", "NN")
            and at
            and parse.lowers[at - 1] in ("of", "the", "number")
            and (verb in TOLL_VERBS)
        ):
            for measure in (
                "injured",
                "wounded",
                "missing",
                "arrested",
                "infected",
                "displaced",
                "detained",
                "killed",
                "arrests",
                "injuries",
                "cases",
                "infections",
                "victims",
                "victims'",
                "injured",
                "evacuees",
            ):
                if word == measure:
                    return {
                        "wounded": "injured",
                        "arrested": "detained",
                        "arrests": "detained",
                        "injuries": "injured",
                        "cases": "infected",
                        "infections": "infected",
                        "victims": "killed",
                        "evacuees": "displaced",
                    }.get(word, word)
        if word in ("cases", "infections", "arrests", "injuries", "victims") and verb in TOLL_VERBS:
            return {
                "cases": "infected",
                "infections": "infected",
                "arrests": "detained",
                "injuries": "injured",
                "victims": "killed",
            }[word]
        if word in (";",):
            break
    # "with 31 as the toll" and the like stand behind the number.
    return (
        "killed"
        if quantity.stop + 3 < last
        and parse.lowers[quantity.stop : quantity.stop + 2] == ["the", "toll"]
        else None
    )


def is_weak(parse: Parse, quantity: Quantity, counted: Counted) -> bool:
    """Return whether only a shot or a stab is told, which may have killed."""
    stop = max(quantity.stop, counted.stop)
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    near = parse.lowers[max(first, quantity.first - 5) : min(last, stop + 7)]
    told = {
        "injured",
        "wounded",
        "hurt",
        "injuring",
        "wounding",
        "injures",
        "wounds",
        "injury",
        "injuries",
        "hospitalized",
        "treated",
        "leg",
        "legs",
        "arm",
        "foot",
        "recovering",
        "survived",
    }
    if "gunshot" in near:
        return not (told - {"wounds", "wounded"}) & set(near)
    return bool(WEAK_WORDS & set(near)) and not told & set(near)


def nearby_measure(parse: Parse, quantity: Quantity, counted: Counted) -> str | None:
    """Return the measure of the nearest cue of the sentence, where grammar gave none.

    Translated and clipped news often puts the cue where no rule of position finds it. The
    cue has to fit what is counted: people, things, or forces.
    """
    person = is_person(parse, counted)
    known = lexicon()
    first, last = parse.sentences[parse.sentence_of[quantity.first]]
    forces = _is_force(parse, counted)
    things = counted.head >= 0 and parse.lemmas[counted.head].lower() in PROPERTY
    if sector_of(parse, counted) in ("BUS", "GOV"):
        return None
    best, gap = None, REACH
    for token in range(max(first, quantity.first - REACH), min(last, quantity.stop + REACH)):
        if quantity.first <= token < quantity.stop:
            continue
        distance = quantity.first - token if token < quantity.first else token - quantity.stop + 1
        between = (
            range(token, quantity.first) if token < quantity.first else range(quantity.stop, token)
        )
        distance += sum(5 for t in between if parse.lowers[t] in (";", ":", "(", ")"))
        if distance >= gap:
            continue
        found = _cue_at(parse, token, person, known, forces=forces, things=things)
        if found:
            best, gap = found, distance
    return best if best not in ("killed", "injured") else None


REACH = 22
PROPERTY = frozenset(
    """house home building church school shop car vehicle bus boat cottage hut haystack dwelling bridge mosque store kiosk
    carriage tent shopfront windscreen roof barn tower temple flat apartment hectare acre crop tree""".split()
)
FORCE_SECTORS = frozenset({"MIL", "COP"})
FORCE_NOUNS = frozenset(
    """frigate destroyer tank cannon warship gunship battalion helicopter battery guard brigade cruiser submarine""".split()
)


def _is_force(parse: Parse, counted: Counted) -> bool:
    if counted.head < 0:
        return False
    return (
        sector_of(parse, counted) in FORCE_SECTORS
        or parse.lemmas[counted.head].lower() in FORCE_NOUNS
    )


def _cue_at(
    parse: Parse, token: int, person: bool | None, known: Lexicon, *, forces: bool, things: bool
) -> str | None:
    lemma, pos = parse.lemmas[token].lower(), parse.pos[token]
    if person is False and "damaged" in known.topic.get(lemma, ()):
        return "damaged" if things else None
    if forces and "deployed" in known.topic.get(lemma, ()):
        return "deployed"
    if person is False:
        return None
    if found := state_at(parse, token, person):
        return found[0]
    if pos == "VERB" and lemma in known.patient:
        return patient_measure(parse, token, person)
    if (
        pos == "VERB"
        and lemma in known.subject
        and lemma not in ("suffer", "sustain", "receive", "attend", "remain", "catch", "mass")
    ):
        return pick(known.subject[lemma], person)
    if (
        pos == "NOUN"
        and lemma in known.noun
        and lemma
        not in (
            "body",
            "case",
            "migrant",
            "refugee",
            "patient",
            "crowd",
            "prisoner",
            "inmate",
            "voter",
            "delegate",
            "life",
            "remains",
            "remain",
            "troop",
        )
    ):
        return pick(known.noun[lemma], person)
    if "participants" in known.topic.get(lemma, ()):
        return "participants"
    return None
