"""Names, titles, nominals and pronouns of one person or body are one; others stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.entities import find_entities
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


def chains(read_parse: ReadParse, text: str) -> list[set[str]]:
    """Return the wordings of each actor, those that only pronouns stand for included."""
    parse = read_parse(text)
    actors = find_entities(parse, ())
    for token, tag in enumerate(parse.tags):
        if tag[:2] in {"NN", "JJ"}:
            actors.adopt(token)
    return [{mention.text for mention in entity.mentions} for entity in actors.entities()]


def together(found: list[set[str]], *wordings: str) -> bool:
    return any(set(wordings) <= chain for chain in found)


ONE = [
    # Titles, pronouns, shortened names.
    (
        (
            "The surgeon Marta Nowak operated for nine hours. The surgeon said the boy would live. "
            "She thanked the nurses."
        ),
        ("Marta Nowak", "The surgeon", "She"),
    ),
    (
        (
            "Ngozi Okonjo-Iweala, head of the World Trade Organization, said trade would slow. "
            "Okonjo-Iweala said it would last. “We expect growth,” she said."
        ),
        ("Ngozi Okonjo-Iweala", "Okonjo-Iweala", "she"),
    ),
    ("Marine Le Pen lost. Le Pen said she would fight on.", ("Marine Le Pen", "Le Pen", "she")),
    # Spellings.
    (
        "Belarusian President Alexander Lukashenko spoke. Lukashenka said he would sign.",
        ("President Alexander Lukashenko", "Lukashenka", "he"),
    ),
    (
        "Kassym-Jomart Tokayev spoke on Friday. Kassym-Zhomart Tokaev said so. Tokaev left.",
        ("Kassym-Jomart Tokayev", "Kassym-Zhomart Tokaev", "Tokaev"),
    ),
    (
        "Muammar Gaddafi spoke. Col Qadhafi said rebels would lose. Kadafi had ruled for long.",
        ("Muammar Gaddafi", "Col Qadhafi", "Kadafi"),
    ),
    # Acronyms.
    (
        "The United Workers Front of Azania (UWFA) called a strike. The UWFA said it would march.",
        ("The United Workers Front of Azania", "UWFA", "The UWFA"),
    ),
    # Epithets, ages, former offices.
    (
        "Percival Mbeki called the audit cruel. “They counted the spoons,” the hotelier said.",
        ("Percival Mbeki", "the hotelier"),
    ),
    (
        (
            "Nurse Aisha Bello, 34, and surgeon Marta Nowak, 51, told the inquiry about the leak. "
            "The 34-year-old said nobody answered."
        ),
        ("Nurse Aisha Bello", "The 34-year-old"),
    ),
    (
        "Niamh Gilhooly's gable fell. “They bring a camera,” said the mother of three.",
        ("Niamh Gilhooly", "the mother of three"),
    ),
    (
        (
            "Colonel Musa Keita seized power in 1999. Keita was ousted later. "
            "The former president now lives abroad."
        ),
        ("Colonel Musa Keita", "Keita", "The former president"),
    ),
    (
        (
            "President Mirela Dobre met her Moldovan counterpart, Andrei Vasile, on Friday. "
            "Her guest denied that a date had been fixed."
        ),
        ("Andrei Vasile", "Her guest"),
    ),
    # Appositions at a distance.
    (
        "The spokesman for the Fiji Health Ministry, Iliesa Tora, said there were no cases.",
        ("Iliesa Tora", "The spokesman for the Fiji Health Ministry"),
    ),
    ("Ana Diaz, who was mayor until 2003, said so. The mayor left.", ("Ana Diaz", "The mayor")),
    ("The group known as Red Dawn said so. Red Dawn fired.", ("The group", "Red Dawn")),
    (
        "One villager said so. The villager, Jean Bahati, 52, said he would return.",
        ("One villager", "The villager", "Jean Bahati", "he"),
    ),
    # The same people by another noun.
    (
        "Scientists in Leeds found the virus. The researchers said it was new. They want more.",
        ("Scientists", "The researchers", "They"),
    ),
    (
        "Lawmakers from the ruling party walked out. The legislators said the vote was a farce.",
        ("Lawmakers", "The legislators"),
    ),
    (
        "The Syrian army shelled a town. The military denied it.",
        ("The Syrian army", "The military"),
    ),
    # Bodies.
    (
        "The Federal Reserve raised rates. The central bank said it saw no recession.",
        ("The Federal Reserve", "The central bank"),
    ),
    (
        "The airline Air Zora bought six Novaplan jets. The company said that they would fly soon.",
        ("Air Zora", "The company"),
    ),
    (
        "The city of Verden was sued by the Municipality of Lurago. The city said it had paid.",
        ("the Municipality of Lurago", "The city"),
    ),
    # Headlines and first sentences.
    (
        (
            "Scientists measure effects of ozone\n\nA research team has measured the losses. "
            "The scientists said they were large."
        ),
        ("Scientists", "A research team", "The scientists"),
    ),
    (
        "A man was sentenced to ten years on Wednesday. Willie Brandt, 42, had denied it.",
        ("A man", "Willie Brandt"),
    ),
]


@pytest.mark.parametrize(("text", "wordings"), ONE)
def test_what_stands_for_one_actor_is_one(
    read_parse: ReadParse, text: str, wordings: tuple[str, ...]
) -> None:
    found = chains(read_parse, text)
    assert together(found, *wordings), found


APART = [
    # Two presidents.
    (
        (
            "President Ana Diaz of Peru met President Luis Rojas of Chile. "
            "The Chilean head of state said the Peruvian president was late."
        ),
        ("The Chilean head of state", "the Peruvian president"),
    ),
    (
        (
            "Belarusian President Alexander Lukashenko spoke. "
            "Kazakh President Kassym-Jomart Tokayev said the head of state of Belarus was wrong."
        ),
        ("President Kassym-Jomart Tokayev", "the head of state of Belarus"),
    ),
    # Somebody new.
    ("Ana Diaz was hit by a lorry. The driver fled.", ("Ana Diaz", "The driver")),
    ("Ana Diaz spoke of it on Monday. Her mother said she was fine.", ("Ana Diaz", "Her mother")),
    (
        "President Ana Diaz spoke. The former president left.",
        ("President Ana Diaz", "The former president"),
    ),
    ("Ana Diaz sued. The family's lawyer said it was late.", ("Ana Diaz", "The family's lawyer")),
    # Told apart by words.
    (
        "The Afghan team won. The European team said it was glad.",
        ("The Afghan team", "The European team"),
    ),
    (
        "Private schools pay no fee. Religious schools said it was unfair.",
        ("Private schools", "Religious schools"),
    ),
    # "It" that stands for nothing.
    ("The ministry was closed. It was raining.", ("The ministry", "It")),
    # A speaker is not "he" in his own words.
    ("Ivan Petrov met Luis Rojas. “He was glad,” said Petrov.", ("Ivan Petrov", "He")),
]


@pytest.mark.parametrize(("text", "wordings"), APART)
def test_what_stands_for_two_actors_stays_apart(
    read_parse: ReadParse, text: str, wordings: tuple[str, ...]
) -> None:
    found = chains(read_parse, text)
    assert not together(found, *wordings), found


PERSONS = [
    "Thandeka Mokoena",
    "Ursula von der Leyen",
    "Theresa May",
    "Tamás Kerekes",
    "Gaspard Roux",
]


@pytest.mark.parametrize("name", PERSONS)
def test_a_given_name_makes_a_person_of_a_name(read_parse: ReadParse, name: str) -> None:
    parse = read_parse(f"{name} said on Monday that the dam was full.")
    (entity,) = (e for e in find_entities(parse, ()).entities() if name in e.name)
    assert entity.kind == "person"


def test_a_body_with_a_given_name_in_it_is_no_person(read_parse: ReadParse) -> None:
    parse = read_parse("The Martin Luther Hospital said it was full. Clara Barton School closed.")
    kinds = {e.name: e.kind for e in find_entities(parse, ()).entities()}
    assert set(kinds.values()) == {"organization"}, kinds


def test_a_seat_in_capitals_is_its_state(read_parse: ReadParse) -> None:
    parse = read_parse("ANKARA said its drones were home.")
    (state,) = find_entities(parse, ()).entities()
    assert (state.kind, state.country) == ("state", "TUR")


def test_the_state_after_a_town_is_no_person(read_parse: ReadParse) -> None:
    parse = read_parse("She is a nurse from Buffalo, New York, and works at night.")
    assert "person" not in {e.kind for e in find_entities(parse, ()).entities() if "York" in e.name}


def test_nobody_is_renamed_within_a_sentence(read_parse: ReadParse) -> None:
    found = chains(
        read_parse, "The minister said the governor had told him that the bridge was closed."
    )
    assert together(found, "The minister", "him")
    assert not together(found, "The minister", "the governor")
