"""Roles: which nouns name the actors and the recipients of a trigger."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.events.clauses import NOMINAL, Clauses
from dateline.extract.events.lexicon import word_class
from dateline.extract.events.matches import Match, is_person

RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
# Prepositions that lead to the one an event is done to, by type; the others take GENERAL.
GENERAL = ("against", "on", "upon", "at", "to", "with", "for", "from", "into", "towards", "toward",
           "over")  # fmt: skip
TOWARDS: dict[str, tuple[str, ...]] = {
    "AID": ("to", "for"),
    "RETREAT": ("from", "to"),
    "CONSULT": ("with", "to", "of", "from"),
    "AGREE": ("with", "to"),
    "COOPERATE": ("with", "to", "from"),
    "SUPPORT": ("for", "to", "with", "on"),
    "REQUEST": ("on", "upon", "to", "from", "with", "against", "of"),
    "THREATEN": ("against", "to", "on", "with", "at"),
    "ACCUSE": ("against", "on", "at", "of", "into", "with", "for", "to"),
    "REJECT": ("from", "to", "by", "with", "of", "for"),
    "PROTEST": ("against", "at", "with", "outside"),
    "MOBILIZE": ("against", "to", "in", "near", "into", "on"),
    "SANCTION": ("with", "on", "to", "from", "against", "for"),
    "COERCE": ("on", "against", "from", "of"),
    "ASSAULT": ("against", "near", "on", "at", "with", "into", "upon", "in"),
}
# Verbs that only carry an event noun: "carried out an attack".
SUPPORT_VERBS = frozenset(
    {
        "carry", "launch", "stage", "hold", "conduct", "mount", "make", "give", "pay", "take",
        "commit", "perpetrate", "perform", "undertake", "begin", "start", "continue", "end",
        "resume", "extend", "join", "impose", "declare", "issue", "lead", "order", "announce",
        "open", "lodge", "file", "offer", "express", "voice", "deliver", "run", "organise",
        "organize", "call", "have", "sign", "reach", "strike", "conclude", "proclaim", "plan",
        "do", "wage", "send", "use", "threaten", "suspend", "execute", "initiate", "engage", "step",
        "complete", "repeat", "renew", "reiterate", "register", "submit", "provide", "attempt",
        "enter", "keep", "maintain", "escalate", "cancel", "propose", "stop", "halt", "set", "put",
        "attend", "host", "demand", "seek", "want", "request", "cause",
    }
)  # fmt: skip
# Verbs whose subject suffers the event noun: "came under attack", "faced sanctions".
UNDERGO_VERBS = frozenset(
    {"suffer", "face", "receive", "undergo", "survive", "come", "be", "escape", "sustain",
     "withstand", "experience", "endure", "avoid", "draw", "remain", "stay", "await"}
)  # fmt: skip


@dataclass(slots=True)
class Roles:
    """The heads of the phrases that name the parties, in order of preference.

    Of several phrases the first that names somebody is taken, and all that are `sure`.
    """

    actors: list[int] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)
    sure: frozenset[int] = frozenset()


def find_roles(clauses: Clauses, match: Match) -> Roles:
    """Return the parties of a trigger as the heads of their phrases, the best first.

    A head that is no actor itself stands for the names inside its phrase, see `fallbacks`:
    "an Afghan army base" for the Afghans.
    """
    if match.parties is not None:
        actor, other = match.parties
        if clauses.parse.pos[other] in NOMINAL:
            return Roles([actor], [other])
        return Roles([actor], [*_in_act(clauses, other), *_names_after(clauses, match)])
    roles = _noun_roles(clauses, match) if match.noun else _verb_roles(clauses, match)
    parse, kind = clauses.parse, match.group.type
    recipients = list(roles.recipients)
    if kind not in FEW_RECIPIENTS:
        recipients += _names_after(clauses, match)
    # "Ankara's plan to send troops" is Ankara's deed; "they put the number of those killed at
    # 18" is not theirs.
    if not roles.actors and parse.deps[match.head] == "acl" and parse.tags[match.head] != "VBN":
        owner = clauses.owner(parse.heads[match.head])
        roles.actors = [owner] if owner is not None else []
    roles.recipients = [t for t in dict.fromkeys(recipients) if t not in roles.actors]
    return roles


# Types whose clause often names no one it is done to: no search beyond its grammar.
FEW_RECIPIENTS = frozenset({"OTHER", "MOBILIZE", "CONSULT"})
INNER = ("by", "of", "from", "with", "against", "on", "to", "for", "in", "between", "into", "over",
         "at", "toward", "towards", "about", "upon")  # fmt: skip


def fallbacks(clauses: Clauses, head: int) -> list[int]:
    """Return a head and, where it is no actor itself, the names inside its phrase."""
    inside = _inside(clauses, head)
    # A thing is no actor: "its embassy" is the state, "a vessel from Chile" is Chile.
    first = [*inside, head] if clauses.parse.lemmas[head].lower() in THINGS else [head, *inside]
    return list(dict.fromkeys(first))


THINGS = word_class("things")


def _names_after(clauses: Clauses, match: Match) -> list[int]:
    """Return the names behind a trigger in what depends on it, nearest first."""
    parse = clauses.parse
    end = min(parse.right_edges[match.head] + 1, match.head + 25)
    found = []
    for token in range(match.end, end):
        if parse.deps[token] in ("advcl", "relcl", "conj") and parse.pos[token] == "VERB":
            break
        if parse.ents[token] in ("GPE", "NORP", "ORG", "PERSON") and (
            token + 1 == end or not parse.ents[token + 1] or parse.ent_begins[token + 1]
        ):
            found.append(token)
    return found


def _verb_roles(clauses: Clauses, match: Match) -> Roles:
    parse, verb = clauses.parse, match.head
    kind = match.group.type
    subject, object_ = clauses.logical_subject(verb), clauses.logical_object(verb)
    if (
        object_ is None
        and subject is not None
        and match.group.of == "patient"
        and kind in ("ASSAULT", "COERCE", "SANCTION")
        and parse.tags[verb] in ("VBN", "VBD")
        and _is_strict(parse.lemmas[verb])
    ):
        # Headlines leave out the auxiliary: "Two arrested in raid".
        subject, object_ = None, subject
    if match.group.undergo:
        subject, object_ = None, subject
    if kind == "OTHER" and match.group.mode in ("death", "disease") and object_ is None:
        subject, object_ = None, subject
    roles = Roles()
    if subject is not None and parse.pos[subject] in NOMINAL:
        roles.actors.append(subject)
    if object_ is not None and _is_recipient(clauses, match, object_):
        roles.recipients.append(object_)
    dative = clauses.child(verb, "dative")
    if dative is not None:
        dative = dative if parse.pos[dative] != "ADP" else clauses.child(dative, "pobj")
        if dative is not None:
            roles.recipients.insert(0, dative)
    if kind in ("REQUEST", "THREATEN", "AGREE", "ACCUSE", "REJECT"):
        roles.recipients += _in_complement(clauses, verb)
    roles.recipients += _prepositions(clauses, verb, kind)
    if object_ is not None:
        roles.recipients += _inside(clauses, object_)
    return roles


# What these are done with is one's own: troops sent, arms laid down.
OWN = frozenset({"withdraw", "disarm", "access"})


def _is_recipient(clauses: Clauses, match: Match, object_: int) -> bool:
    parse, group = clauses.parse, match.group
    if parse.pos[object_] not in NOMINAL or group.type == "MOBILIZE":
        return False
    if group.type == "RETREAT" and group.mode in OWN:
        return False
    # "declared a state of emergency": a thing that is part of the trigger is nobody.
    return object_ not in match.covered or is_person(parse, object_)


STRICT = frozenset(
    {"kill", "arrest", "detain", "jail", "wound", "injure", "sentence", "convict", "expel",
     "deport", "abduct", "kidnap", "imprison", "murder", "assassinate", "execute", "rape",
     "behead", "torture", "capture", "seize", "ban", "evict", "fine", "charge", "indict"}
)  # fmt: skip


def _is_strict(lemma: str) -> bool:
    return lemma in STRICT


def _in_act(clauses: Clauses, verb: int) -> list[int]:
    """Return whom an act that is offered is done to."""
    object_ = clauses.logical_object(verb)
    found = [] if object_ is None else [object_, *_inside(clauses, object_)]
    return found + _prepositions(clauses, verb, "RETREAT")


def _in_complement(clauses: Clauses, verb: int) -> list[int]:
    """Return whom a request or threat is about: "urged that Israel stop"."""
    parse = clauses.parse
    found = []
    for child in parse.children[verb]:
        if parse.deps[child] in ("ccomp", "xcomp") and child > verb:
            subject = clauses.child(child, "nsubj", "nsubjpass")
            if subject is not None and parse.lowers[subject] not in ("it", "they", "he", "she"):
                found.append(subject)
            object_ = clauses.logical_object(child)
            if object_ is not None and object_ != subject and parse.pos[object_] in NOMINAL:
                found.append(object_)
            found += _prepositions(clauses, child, "THREATEN")
    return found


def _prepositions(clauses: Clauses, head: int, kind: str) -> list[int]:
    parse = clauses.parse
    wanted = TOWARDS.get(kind, GENERAL)
    ranked: list[tuple[int, int]] = []
    for child in parse.children[head]:
        if parse.deps[child] not in ("prep", "dative") or child < head:
            continue
        word = parse.lowers[child]
        if word not in wanted:
            continue
        noun = clauses.child(child, "pobj")
        if noun is not None and parse.ents[noun] not in ("DATE", "TIME", "MONEY", "PERCENT"):
            ranked.append((wanted.index(word), noun))
    return [noun for _, noun in sorted(ranked)]


def _inside(clauses: Clauses, noun: int, depth: int = 0) -> list[int]:
    """Return the parties that a thing belongs to: "Belarus's calls", "a decision by the EU"."""
    parse = clauses.parse
    found: list[int] = []
    if depth > 2:
        return found
    for child in parse.children[noun]:
        dep = parse.deps[child]
        if dep == "poss" and parse.pos[child] in NOMINAL:
            found.append(child)
        elif dep == "prep" and parse.lowers[child] in INNER:
            inner = clauses.child(child, "pobj")
            if inner is not None and parse.ents[inner] not in ("DATE", "TIME"):
                found.append(inner)
                found += _inside(clauses, inner, depth + 1)
        elif dep in ("amod", "compound", "nmod") and parse.ents[child] in ("NORP", "GPE", "ORG"):
            found.append(child)
    return found


def _noun_roles(clauses: Clauses, match: Match) -> Roles:
    parse, noun = clauses.parse, match.head
    kind, of = match.group.type, match.group.of
    roles = Roles()
    possessor: int | None = None
    for child in parse.children[noun]:
        dep, word = parse.deps[child], parse.lowers[child]
        if dep == "poss":
            possessor = child
        elif dep in ("amod", "compound", "nmod") and (
            parse.ents[child] in ("NORP", "GPE", "ORG", "PERSON") and child not in match.covered
        ):
            roles.actors.append(child)
        elif dep in ("prep", "agent") and child > noun:
            _add_preposition(clauses, match, roles, child, word)
        elif dep == "acl" and parse.tags[child] == "VBN":
            agent = clauses.logical_subject(child)
            if agent is not None:
                roles.actors.append(agent)
    if possessor is not None:
        patient = of == "patient" and (not roles.recipients)
        patient = (patient and kind != "ASSAULT") or (patient and match.group.mode is not None)
        (roles.recipients if patient else roles.actors).insert(0, possessor)
    _from_governor(clauses, match, roles)
    if not roles.recipients:
        roles.recipients += _prepositions(clauses, noun, kind)
        roles.recipients = [t for t in roles.recipients if t not in roles.actors]
    return roles


def _add_preposition(
    clauses: Clauses, match: Match, roles: Roles, preposition: int, word: str
) -> None:
    parse = clauses.parse
    inner = clauses.child(preposition, "pobj")
    if inner is None or inner in match.covered or parse.ents[inner] in ("DATE", "TIME"):
        return
    kind, of = match.group.type, match.group.of
    if word == "by" or word in ("between", "among"):
        roles.actors.append(inner)
    elif word == "of":
        if of == "patient":
            roles.recipients.append(inner)
        else:
            roles.actors.append(inner)
    elif word == "with" and (kind in RECIPROCAL or of == "both"):
        roles.actors.append(inner)
    elif word in ("against", "on", "upon"):
        roles.recipients.append(inner)


def _from_governor(clauses: Clauses, match: Match, roles: Roles) -> None:
    """Take the parties from the verb that carries the noun."""
    parse, noun = clauses.parse, match.head
    dep, head = parse.deps[noun], parse.heads[noun]
    for _ in range(3):
        if dep == "conj" and parse.pos[head] in NOMINAL:
            dep, head = parse.deps[head], parse.heads[head]
    if head == noun:
        return
    preposition = -1
    if parse.pos[head] == "ADP" and dep == "pobj":
        preposition = head
        dep, head = parse.deps[head], parse.heads[head]
    if parse.pos[head] not in ("VERB", "AUX"):
        return
    if preposition >= 0:
        _from_preposition(clauses, match, roles, preposition)
    elif dep in ("dobj", "nsubjpass", "attr", "oprd"):
        _from_carrier(clauses, match, roles, head)


def _from_preposition(clauses: Clauses, match: Match, roles: Roles, preposition: int) -> None:
    """Take the parties of "under attack", "on strike", "in custody"."""
    parse = clauses.parse
    head, word = parse.heads[preposition], parse.lowers[preposition]
    lemma, subject = parse.lemmas[head], clauses.surface_subject(head)
    if subject is None or subject == match.head:
        return
    carries = lemma in SUPPORT_VERBS
    if word == "under" or (match.group.of == "patient" and word in ("in", "into")):
        roles.recipients.append(clauses.logical_object(head) or subject)
    elif not roles.actors and word in ("on", "in", "to", "with", "at"):
        if carries or lemma in UNDERGO_VERBS or lemma in ("go", "gather", "meet"):
            roles.actors.append(subject)
    elif (not roles.actors and carries) or (word == "for" and match.group.type == "CONSULT"):
        # "left for Paris for talks with the mayor": who leaves will talk.
        roles.actors.insert(0, subject)


def _from_carrier(clauses: Clauses, match: Match, roles: Roles, head: int) -> None:
    """Take the parties of "carried out an attack", "suffered a defeat"."""
    lemma, subject = clauses.parse.lemmas[head], clauses.logical_subject(head)
    if subject is None or subject == match.head:
        return
    if lemma in UNDERGO_VERBS and match.group.of == "patient":
        roles.recipients.append(subject)
    elif (lemma in SUPPORT_VERBS or lemma in UNDERGO_VERBS) and (
        not roles.actors or match.group.of == "both"
    ):
        roles.actors.insert(0, subject)
    if lemma in SUPPORT_VERBS and not roles.recipients:
        roles.recipients += _prepositions(clauses, head, match.group.type)
