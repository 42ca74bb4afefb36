"""Status: whether a reported event happened, goes on, or is planned, demanded, possible, denied.

Read from tense, modals and negation, and from the verbs and nouns that govern the trigger:
"ordered to open fire" is not "opened fire".
"""

from __future__ import annotations

from functools import cache

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.matches import Match
from dateline.records.readings import Status
from dateline.tables import load_toml

GOVERNORS = "events_governors.toml"
VERBAL = ("VERB", "AUX")
SPEECH_ACTS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT", "SUPPORT", "AGREE"})


@cache
def _classes() -> dict[str, Status]:
    raw = load_toml(GOVERNORS)
    return {
        word.strip(): status
        for status in ("planned", "demanded", "possible", "denied", "ongoing")
        for word in raw[status].replace("\n", " ").split(",")
        if word.strip()
    }


class Statuses:
    """Tells the status of triggers in one parse."""

    def __init__(self, clauses: Clauses) -> None:
        """Load what each governing word does to its complement."""
        self.clauses = clauses
        self.parse = clauses.parse
        self.governors = _classes()

    def of(self, match: Match) -> Status:
        """Return the status of a trigger."""
        return self._noun(match) if match.noun else self.of_verb(match.head)

    def of_verb(self, verb: int, depth: int = 0) -> Status:
        """Return the status that a verb's own form and its governors give it."""
        own = self._form(verb)
        if own is not None and own != "ongoing":
            return own
        governed = self._governed(verb, depth)
        return governed or own or "happened"

    def _form(self, verb: int) -> Status | None:  # noqa: C901 - one case after the other
        parse = self.parse
        status: Status | None = None
        for child in parse.children[verb]:
            dep, word, lemma = parse.deps[child], parse.lowers[child], parse.lemmas[child]
            if dep == "neg" or (word in ("never", "no", "nobody") and dep in ("advmod", "neg")):
                return "denied"
            if dep == "nsubj" and word in ("nobody", "none"):
                return "denied"
            if dep in ("aux", "auxpass"):
                if word in ("will", "shall", "'ll", "wo"):
                    status = "planned"
                elif word in ("may", "might", "could", "can"):
                    status = "possible"
                elif word == "would":
                    status = "planned"
                elif word in ("must", "should", "ought"):
                    status = "demanded"
                elif lemma == "be" and parse.tags[verb] == "VBG" and status is None:
                    tense = parse.tags[child]
                    status = "ongoing" if tense in ("VBZ", "VBP") else status
                elif word == "being" and status is None:
                    status = "ongoing"
            elif dep == "mark" and word in ("if", "unless", "lest"):
                status = "possible"
        if status is None and parse.tags[verb] == "VB":
            status = self._infinitive(verb)
        return status

    def _infinitive(self, verb: int) -> Status | None:
        parse = self.parse
        to = any(parse.lowers[c] == "to" and parse.deps[c] == "aux" for c in parse.children[verb])
        if to and parse.heads[verb] == verb:
            return "planned"  # a headline: "Pensioners to rally"
        head = parse.heads[verb]
        if to and parse.deps[verb] == "xcomp" and parse.lemmas[head] == "be":
            return "planned"  # "is to visit"
        if to and parse.deps[verb] == "acl":
            return self.governors.get(parse.lemmas[head], "planned")
        if to and parse.deps[verb] == "relcl":
            return "planned"
        return None

    def _governed(self, token: int, depth: int) -> Status | None:  # noqa: C901, PLR0911 - one case after the other
        """Return what the governing verb or noun makes of the event at `token`."""
        parse = self.parse
        if depth > 6:
            return None
        head, dep = parse.heads[token], parse.deps[token]
        if head == token:
            return None
        lemma = parse.lemmas[head].lower()
        if dep in ("xcomp", "ccomp", "pcomp", "oprd", "acl"):
            if dep == "pcomp" or parse.pos[head] == "ADP":
                if parse.lowers[head] == "without":
                    return "denied"
                return self._governed(head, depth + 1) if dep == "pcomp" else None
            known = self.governors.get(lemma)
            if known is not None and self._passes(token, head, known):
                if any(parse.deps[c] == "neg" for c in parse.children[head]):
                    return "denied" if known in ("planned", "demanded") else known
                return known
            if parse.pos[head] in VERBAL and dep in ("xcomp", "oprd"):
                return self._up(head, depth)
            return None
        if dep == "prep" and parse.pos[head] in (*VERBAL, "NOUN"):
            known = self.governors.get(lemma)
            if known in ("planned", "demanded", "possible"):
                return known
            return None
        if dep == "conj" and parse.pos[head] in VERBAL:
            return self._shared(token, head, depth)
        if dep == "advcl" and self._has_to(token):
            return self._up(head, depth) or "planned"
        return None

    def _passes(self, token: int, head: int, known: Status) -> bool:
        # "said he denied", "expected that": finite past complements of hopes and reports of
        # orders are told as facts.
        parse = self.parse
        if parse.deps[token] == "ccomp" and parse.tags[token] == "VBD":
            return known == "denied" or parse.lemmas[head] in ("suspect", "fear")
        if parse.pos[head] not in (*VERBAL, "NOUN", "ADJ"):
            return False
        # "tells us that three men were held" states, "told them to go" orders.
        if parse.deps[token] == "ccomp" and parse.lemmas[head] == "tell":
            return False
        return not (parse.deps[token] == "acl" and parse.tags[token] in ("VBN", "VBG"))

    def _up(self, head: int, depth: int) -> Status | None:
        status = self.of_verb(head, depth + 1)
        return None if status == "happened" else status

    def _shared(self, token: int, head: int, depth: int) -> Status | None:
        parse = self.parse
        if any(parse.deps[c] in ("aux", "nsubj", "nsubjpass") for c in parse.children[token]):
            return self._governed(head, depth + 1)
        if parse.tags[token] in ("VB", "VBG", "VBN") and parse.tags[head] == parse.tags[token]:
            return self._up(head, depth)
        return self._governed(head, depth + 1)

    def _has_to(self, verb: int) -> bool:
        parse = self.parse
        return parse.tags[verb] == "VB" and any(
            parse.lowers[c] == "to" for c in parse.children[verb]
        )

    def _noun(self, match: Match) -> Status:  # noqa: C901, PLR0911, PLR0912 - one case after the other
        parse, noun = self.parse, match.head
        for child in parse.children[noun]:
            word = parse.lowers[child]
            if parse.deps[child] == "det" and word == "no":
                return "denied"
            if parse.deps[child] in ("amod", "compound") and child not in match.covered:
                known = ADJECTIVES.get(word)
                if known is not None:
                    return known
        head, dep = parse.heads[noun], parse.deps[noun]
        for _ in range(3):
            if dep == "conj" and parse.pos[head] in ("NOUN", "PROPN"):
                dep, head = parse.deps[head], parse.heads[head]
        if head == noun:
            return "happened"
        if parse.pos[head] == "ADP":
            if parse.lowers[head] == "without":
                return "denied"
            governor = parse.heads[head]
            known = self.governors.get(parse.lemmas[governor].lower())
            if known in ("planned", "demanded", "possible", "denied"):
                return known
            if parse.pos[governor] in VERBAL and governor != head:
                if parse.lowers[head] == "for" and parse.lemmas[governor] in GOING:
                    return "planned"
                return self._carried(governor)
            return "happened"
        if parse.pos[head] in VERBAL:
            known = self.governors.get(parse.lemmas[head])
            if dep in ("dobj", "nsubjpass") and known is not None:
                if any(parse.deps[c] == "neg" for c in parse.children[head]):
                    return "denied"
                return known if match.group.type not in SPEECH_ACTS else self._carried(head)
            if dep in ("dobj", "nsubjpass", "nsubj", "attr"):
                return self._carried(head)
        return "happened"

    def _carried(self, verb: int) -> Status:
        return self.of_verb(verb)


# Who goes "for talks" has not talked yet.
GOING = frozenset({"leave", "depart", "go", "travel", "fly", "head", "set", "return", "invite"})
ADJECTIVES: dict[str, Status] = {
    "planned": "planned", "proposed": "planned", "upcoming": "planned", "future": "planned",
    "scheduled": "planned", "forthcoming": "planned", "imminent": "planned", "impending": "planned",
    "possible": "possible", "potential": "possible", "likely": "possible", "eventual": "possible",
    "feared": "possible", "ongoing": "ongoing", "continuing": "ongoing", "foiled": "planned",
    "threatened": "planned", "current": "ongoing", "continued": "ongoing",
}  # fmt: skip
