"""Figures are found with their bounds, measure, counted group, part and whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import UNSET

from dateline.extract.figures import find_figures
from dateline.records.parses import Parse
from dateline.records.readings import Figure, Place, Time
from dateline.records.scopes import Scope, Scopes
from dateline.records.texts import Span

ReadParse = Callable[[str], Parse]


class Nobody:
    """Actors of a text in which no entity is known."""

    def at(self, token: int) -> str | None:  # noqa: ARG002 - the protocol's name
        return None

    def adopt(self, token: int) -> str | None:  # noqa: ARG002 - the protocol's name
        return None

    def get(self, entity: str) -> Any:
        raise AssertionError(entity)

    def entities(self) -> tuple[Any, ...]:
        return ()


def find(parse: Parse, **known: Any) -> tuple[Figure, ...]:
    return find_figures(
        parse,
        Nobody(),
        Scopes(known.get("scopes", [])),
        known.get("times", ()),
        known.get("places", ()),
    )


def stated(parse: Parse) -> list[Figure]:
    return [figure for figure in find(parse) if not figure.implicit]


def one(parse: Parse) -> Figure:
    figures = stated(parse)
    assert len(figures) == 1, [(f.text, f.measure) for f in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("More than 3 thousand miners were arrested.", "More than 3 thousand", (3000, None, False)),
        ("The blast killed at least 14 nurses.", "at least 14", (14, None, False)),
        ("Up to 40 sailors were injured.", "Up to 40", (None, 40, False)),
        ("Fewer than ten clerks were hurt.", "Fewer than ten", (None, 10, False)),
        ("Between 20 and 30 farmers were killed.", "Between 20 and 30", (20, 30, False)),
        ("Some 60 rebels were killed.", "Some 60", (60, 60, True)),
        ("Nearly 300 tourists were evacuated.", "Nearly 300", (300, 300, True)),
        ("Dozens of monks were detained.", "Dozens", (24, None, True)),
        ("Two or three drivers were injured.", "Two or three", (2, 3, False)),
        ("At least 20 and possibly as many as 50 people died.", None, (20, 50, False)),
        ("70-plus students were injured.", "70-plus", (70, None, False)),
        ("Not more than five clerks died.", "Not more than five", (None, 5, False)),
    ],
)
def test_a_qualifier_opens_or_blurs_a_bound_and_belongs_to_the_span(
    read_parse: ReadParse, text: str, words: str | None, bounds: tuple[Any, ...]
) -> None:
    figure = one(read_parse(text))
    assert (figure.low, figure.high, figure.approximate) == bounds
    assert words in (None, figure.text)
    for side in ("low", "high"):
        assert (getattr(figure, side) is None) == (figure.why.get(side) == "open")


@pytest.mark.parametrize(
    ("text", "measure", "of"),
    [
        ("26 dead as ferry sinks off Batangas", "killed", None),
        ("The police reported the arrest of 31 students.", "detained", "students"),
        ("A mine exploded, killing five shepherds.", "killed", "shepherds"),
        ("The fire claimed 12 lives.", "killed", "lives"),
        ("The death toll rose to 31.", "killed", None),
        ("Nineteen pupils are still missing.", "missing", "pupils"),
        ("The flood displaced 4,000 villagers.", "displaced", "villagers"),
        ("Doctors confirmed 87 new cases of measles.", "infected", "cases"),
        ("Some 900 pensioners marched through Riga.", "participants", "pensioners"),
        ("The army deployed 300 soldiers.", "deployed", "soldiers"),
        ("The storm destroyed 40 houses.", "damaged", "houses"),
        ("Six nurses were fatally shot.", "killed", "nurses"),
        ("The mill will cut 220 jobs.", "other", "jobs"),
    ],
)
def test_the_measure_comes_from_noun_verb_adjective_or_construction(
    read_parse: ReadParse, text: str, measure: str, of: str | None
) -> None:
    figure = one(read_parse(text))
    assert figure.measure == measure
    if of:
        assert figure.of
        assert of in figure.of.text


def test_an_active_verb_does_not_harm_its_subject(read_parse: ReadParse) -> None:
    attackers, victims = stated(read_parse("Two gunmen killed five traders."))
    assert attackers.measure != "killed"
    assert (victims.measure, victims.low) == ("killed", 5)


def test_a_denied_harm_is_no_harm(read_parse: ReadParse) -> None:
    assert all(f.measure != "injured" for f in stated(read_parse("Two adults were not hurt.")))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reis, 47, has been mayor since 2016.",
        "A 12-year-old girl sang at 5 p.m.",
        "The match ended 3-1 after extra time.",
        "Call 555-0142 for details.",
        "The 15th congress opened on May 7, 2019.",
        "She waited 48 hours in room 309.",
        "The wall is 12 metres high.",
        "Two men, 25 and 30, left.",
        "One after another the ministers filed out.",
    ],
)
def test_ages_dates_scores_and_names_are_no_figures(read_parse: ReadParse, text: str) -> None:
    assert [f.text for f in stated(read_parse(text)) if f.text != "Two"] == []


def test_a_time_expression_is_no_figure(read_parse: ReadParse) -> None:
    parse = read_parse("In all 1848 people signed.")
    assert stated(parse)
    start = parse.text.index("1848")
    assert not find(parse, times=(Time(id="t0", start=start, end=start + 4, edtf="1848"),))


def test_a_change_of_price_has_both_ends_and_its_conversions(read_parse: ReadParse) -> None:
    figures = stated(
        read_parse("Bread rose in price from 40 rupees ($1) to 60 rupees ($2) per loaf.")
    )
    assert [(f.measure, f.low, f.unit) for f in figures] == [
        ("price", 40, "INR"),
        ("price", 1, "USD"),
        ("price", 60, "INR"),
        ("price", 2, "USD"),
    ]
    assert [f.per for f in figures] == [None, None, "loaf", "loaf"]


def test_a_currency_that_many_states_share_is_left_open(read_parse: ReadParse) -> None:
    figure = one(read_parse("The fine came to 300 pesos."))
    assert (figure.measure, figure.unit, figure.why["unit"]) == ("money", None, "ambiguous")


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("About half of the teachers stayed away.", 50),
        ("One in five Scots agreed.", 20),
        ("Sales fell 35%.", 35),
        ("Two-thirds of the chamber voted.", 66.7),
    ],
)
def test_shares_are_per_cent(read_parse: ReadParse, text: str, low: float) -> None:
    figure = one(read_parse(text))
    assert (figure.measure, figure.unit, figure.low) == ("share", "percent", low)


def test_two_of_them_are_part_of_those_before(read_parse: ReadParse) -> None:
    whole, part = stated(read_parse("18 officers were killed, two of them were beheaded."))
    assert part.part_of == whole.id
    assert (part.measure, part.low) == ("killed", 2)
    assert (whole.population, part.population) == ("COP", "COP")


def test_those_who_take_part_in_riots_are_rioters(read_parse: ReadParse) -> None:
    assert one(read_parse("Police arrested 40 participants in the riots.")).population == "PRO"


def test_including_tells_a_part(read_parse: ReadParse) -> None:
    whole, part = stated(read_parse("Nine people, including three children, were killed."))
    assert part.part_of == whole.id


def test_an_increment_is_part_of_the_total_it_brings(read_parse: ReadParse) -> None:
    more, total = stated(read_parse("Three more people died, bringing the death toll to 31."))
    assert more.part_of == total.id
    assert total.part_of is None


def test_an_ellipsis_takes_over_measure_and_group(read_parse: ReadParse) -> None:
    first, second = stated(read_parse("Thirty villagers were injured; officials had said twelve."))
    assert (first.measure, second.measure) == ("injured", "injured")
    assert second.of == first.of


def test_the_voice_time_and_place_are_those_of_the_clause(read_parse: ReadParse) -> None:
    parse = read_parse("The mayor said 12 people died in Porto on Friday.")
    text = parse.text
    friday, porto = text.index("Friday"), text.index("Porto")
    figure = find(
        parse,
        scopes=[Scope(15, len(text), "v4")],
        times=(Time(id="t1", start=friday, end=friday + 6, edtf="2022-01-07"),),
        places=(Place(id="p1", name="Porto", mentions=(Span(porto, porto + 5, "Porto"),)),),
    )[0]
    assert (figure.voice, figure.time, figure.place) == ("v4", "t1", "p1")


@pytest.mark.parametrize(
    ("text", "measure", "number"),
    [
        ("A man was shot dead in Leeds.", "killed", 1),
        ("His wife and son were killed.", "killed", 2),
        ("A woman was wounded in the attack.", "injured", 1),
        ("The death of a teenager shocked the town.", "killed", 1),
        ("The girl suffered a gunshot wound.", "injured", 1),
        ("Police interviewed the wounded teenager.", "injured", 1),
        ("Police are looking into a fatal shooting.", "killed", 1),
    ],
)
def test_victims_without_a_number_are_counted_from_their_nouns(
    read_parse: ReadParse, text: str, measure: str, number: int
) -> None:
    figures = find(read_parse(text))
    assert [(f.measure, f.low, f.implicit) for f in figures] == [(measure, number, True)]


@pytest.mark.parametrize(
    "text",
    [
        "He threatened to kill the man.",
        "Nobody was killed.",
        "The man could have been shot.",
        "The villagers were killed.",
    ],
)
def test_what_did_not_happen_or_cannot_be_counted_is_not_counted(
    read_parse: ReadParse, text: str
) -> None:
    assert find(read_parse(text)) == ()


def test_the_shot_are_wounded_only_where_the_dead_are_told_apart(read_parse: ReadParse) -> None:
    figures = find(read_parse("Five people were shot. One of the men died at the hospital."))
    five = next(f for f in figures if f.low == 5)
    assert five.measure == "other"
    assert [(f.low, f.implicit) for f in figures if f.measure == "injured"] == [(4, True)]


def test_a_headline_tells_the_dead_apart_from_the_shot(read_parse: ReadParse) -> None:
    figures = find(read_parse("2 shot, 1 dead, in Riverton"))
    assert [(f.measure, f.low) for f in figures if not f.implicit] == [("other", 2), ("killed", 1)]
    assert [(f.measure, f.low) for f in figures if f.implicit] == [("injured", 1)]


def test_every_null_has_a_reason_and_every_span_its_words(read_parse: ReadParse) -> None:
    text = "At least 20 people died in Lagos, 9 of them children. Fuel costs 60 tenge (10 rubles)."
    for figure in find(read_parse(text)):
        assert text[figure.start : figure.end] == figure.text
        if figure.of:
            assert text[figure.of.start : figure.of.end] == figure.of.text
        for name in ("low", "high", "unit", "per", "of", "population", "part_of", "time", "place"):
            assert (getattr(figure, name) is None) == (name in figure.why)


def test_ids_are_unique_and_parts_point_at_figures(read_parse: ReadParse) -> None:
    text = "Eight people, five of them boys, died. He shot two sons and then himself."
    figures = find(read_parse(text))
    ids = [f.id for f in figures]
    assert len(set(ids)) == len(ids)
    assert {f.part_of for f in figures} - {None} <= set(ids)


def test_no_two_figures_begin_at_the_same_word(read_parse: ReadParse) -> None:
    figures = find(read_parse("He killed a woman and her two sons before killing himself."))
    assert len({f.start for f in figures}) == len(figures)


PIECES = st.sampled_from(
    [
        "killed",
        "5",
        ",",
        ".",
        "-",
        "$",
        "%",
        "one",
        "of",
        "them",
        "half",
        "a",
        "dozen",
        "dead",
        "in",
        "and",
        "1,466",
        "injured",
        "to",
        "£3m",
        "(4)",
        "12-year-old",
        "hundreds",
        "thousand",
        "“",
        "”",
        "\n",
        "people",
        "including",
        "3-1",
        ":",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=40))
def test_no_text_raises_and_every_span_holds(read_parse: ReadParse, text: str) -> None:
    for figure in find(read_parse(text)):
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is not None or figure.high is not None


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("To the police 412 persons were delivered by evening.", "412", "detained"),
        ("As a result of the riots 9 employees of security bodies were lost.", "9", "killed"),
        ("Hundreds of townspeople suffered.", "Hundreds", "injured"),
        ("More than 300 got wounds.", "More than 300", "injured"),
        ("We counted dozens of burnt-out buses.", "dozens", "damaged"),
        ("The prosecutor opened 60 criminal cases.", "60", "other"),
        ("About 2,000 left the valley villages.", "About 2,000", "displaced"),
        ("The alliance will send 700 soldiers to the border.", "700", "deployed"),
        ("Some 900 fighters attacked the airport.", "Some 900", "participants"),
        ("Losses at the pass: seven officers.", "seven", "killed"),
        ("Police conducted five strikes that killed nobody.", "five", "other"),
    ],
)
def test_verbs_of_translated_and_clipped_news_tell_the_measure(
    read_parse: ReadParse, text: str, words: str, measure: str
) -> None:
    figure = one(read_parse(text))
    assert (figure.text, figure.measure) == (words, measure)


def test_a_number_put_at_and_the_one_before_it_are_tolls_and_not_ages(
    read_parse: ReadParse,
) -> None:
    text = "It put the number of guards killed at 18, up from 13 a day earlier."
    found = [(f.text, f.measure) for f in stated(read_parse(text))]
    assert found == [("18", "killed"), ("13", "killed")]


def test_the_whole_of_a_part_is_not_struck_by_what_befell_the_part(
    read_parse: ReadParse,
) -> None:
    part, whole = stated(read_parse("Three of the five victims died at the scene."))
    assert (part.measure, part.part_of) == ("killed", whole.id)
    assert whole.measure == "other"


def test_a_bare_number_behind_a_comma_is_part_but_a_list_by_places_is_not(
    read_parse: ReadParse,
) -> None:
    hurt, grave = stated(read_parse("The clinic counts 46 hurt, nine in intensive care."))
    assert grave.part_of == hurt.id
    first, second = stated(read_parse("The blasts killed five in Avra, three in Delt."))
    assert first.part_of is None
    assert second.part_of is None


def test_a_victim_without_a_number_is_added_to_those_beside_it(read_parse: ReadParse) -> None:
    found = find(read_parse("A man and two girls were shot to death in Avra."))
    sums = [f for f in found if f.implicit and f.low == 3]
    assert [f.measure for f in sums] == ["killed"]
    assert all(f.part_of == sums[0].id for f in found if f is not sums[0])


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Six nurses were killed. Two of the dead were trainees.", 2, 6),
        ("The navy flew 23 sorties. In the north it flew 15 sorties, in the south eight.", 15, 23),
        ("Another 18 patients died on Sunday. That brings the toll to 120.", 18, 120),
        ("In the port, 208 people died out of 8,454 suspected cases.", 208, 8454),
        ("Some seven million people lack food, with one million facing hunger.", 1e6, 7e6),
    ],
)
def test_parts_are_found_in_other_sentences_and_by_sums(
    read_parse: ReadParse, text: str, part: float, whole: float
) -> None:
    figures = {figure.low: figure for figure in stated(read_parse(text))}
    assert figures[part].part_of == figures[whole].id


def test_a_figure_of_a_city_is_part_of_that_of_its_country(read_parse: ReadParse) -> None:
    parse = read_parse("Fifty people in Peru were infected. Cusco confirmed 13 infected people.")
    peru = Place(
        id="p0", name="Peru", mentions=(Span(16, 20, "Peru"),), country="PER", feature="PCLI"
    )
    start = parse.text.index("Cusco")
    cusco = Place(
        id="p1", name="Cusco", mentions=(Span(start, start + 5, "Cusco"),), country="PER",
        feature="PPLA",
    )  # fmt: skip
    whole, part = find(parse, places=(peru, cusco))
    assert (whole.low, part.low, part.part_of) == (50, 13, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "The FTSE 100 dropped sharply.",
        "Officials of the two sides met at the border.",
        "The rifle, serial number TK 4471, was never found.",
        "At 5 feet 11 and 200 pounds, she won by knockout.",
        "All infants under one had been reached.",
        "The poll has a margin of error of 3 points; error 3 points.",
        "Their 2+2 dialogue resumed.",
    ],
)
def test_names_pointers_and_body_weights_are_no_figures(read_parse: ReadParse, text: str) -> None:
    assert [f.text for f in stated(read_parse(text)) if f.text != "3"] == []


def test_a_bare_number_goes_on_counting_or_pricing_what_came_before(
    read_parse: ReadParse,
) -> None:
    jobs = stated(read_parse("It will cut 4,300 jobs in France and 3,700 in Spain."))
    assert [(f.low, f.measure, f.of.text if f.of else "") for f in jobs] == [
        (4300, "other", "jobs"),
        (3700, "other", "jobs"),
    ]
    prices = stated(read_parse("The baguette rose to 4 dinars from 2.50."))
    assert [(f.low, f.measure) for f in prices] == [(4, "price"), (2.5, "price")]


def test_a_bare_number_with_a_verb_of_its_own_takes_nothing_over(read_parse: ReadParse) -> None:
    text = "The ship sank with the loss of five sailors; eight others swam ashore."
    assert [(f.low, f.measure) for f in stated(read_parse(text))] == [(5, "killed"), (8, "other")]


def test_a_sum_in_brackets_is_of_what_the_sum_before_is(read_parse: ReadParse) -> None:
    euros, dollars = stated(read_parse("The mine paid a fine of 5 million euros ($6 million)."))
    assert (euros.of, dollars.unit) == (dollars.of, "USD")


def test_a_pair_of_shares_shares_its_sign(read_parse: ReadParse) -> None:
    eight, fourteen = stated(read_parse("They posted gains of eight and fourteen percent."))
    assert [(f.measure, f.low) for f in (eight, fourteen)] == [("share", 8), ("share", 14)]


def test_what_a_toll_counts_is_told_before_it(read_parse: ReadParse) -> None:
    figure = one(read_parse("The number of confirmed cases rose to 97 on Thursday."))
    assert figure.of
    assert (figure.measure, figure.of.text) == ("infected", "confirmed cases")
    birds = one(read_parse("Some 4,500 birds were destroyed."))
    assert birds.measure == "killed"


@pytest.mark.parametrize(
    ("text", "low", "acled"),
    [
        ("Dozens of monks were detained.", 24, 12),
        ("Hundreds of monks were detained.", 200, 100),
        ("Tens of thousands marched.", 20_000, 10_000),
        ("Several dozen monks were detained.", 36, 36),
        ("Several monks were detained.", 3, 3),
        ("At least 14 monks were detained.", 14, 14),
        ("Up to 14 monks were detained.", None, None),
    ],
)
def test_vague_numbers_have_a_reading_of_ours_and_one_of_acled(
    read_parse: ReadParse, text: str, low: float | None, acled: float | None
) -> None:
    figure = one(read_parse(text))
    assert figure.low == low
    # It stands in the record only where it is another number.
    assert figure.acled == (UNSET if acled == low else acled)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ministry retracted its report of 164 deaths.", "withdrawn"),
        ("Ten people died, it said. The figure was later withdrawn.", "withdrawn"),
        ("Earlier reports of 60 dead were wrong, police said.", "withdrawn"),
        ("The ministry denied that 40 soldiers had been killed.", "denied"),
        ("The ministry did not deny that 40 soldiers had been killed.", None),
        ("The ministry said that 40 soldiers had been killed.", None),
    ],
)
def test_a_figure_that_the_text_takes_back_says_so(
    read_parse: ReadParse, text: str, claim: str | None
) -> None:
    assert one(read_parse(text)).why.get("claim") == claim


def test_a_step_is_part_of_the_level_it_leads_to(read_parse: ReadParse) -> None:
    step, level = stated(read_parse("The death toll climbed by 12 to 45."))
    assert (step.low, level.low, step.part_of) == (12, 45, level.id)
    points, rate = stated(read_parse("The rate rose by 2 percentage points to 8.5 percent."))
    assert (points.low, points.high, rate.low, points.part_of) == (2, 2, 8.5, None)


def test_a_corrected_toll_has_both_ends(read_parse: ReadParse) -> None:
    figures = stated(read_parse("The ministry corrected the toll from 21 to 19."))
    assert [(f.low, f.measure) for f in figures] == [(21, "killed"), (19, "killed")]


def test_a_total_told_later_goes_on_from_the_dead_before(read_parse: ReadParse) -> None:
    text = "Ten people died. By Friday the count stood at 31, up from 18 a day earlier."
    assert [(f.low, f.measure) for f in stated(read_parse(text))] == [
        (10, "killed"),
        (31, "killed"),
        (18, "killed"),
    ]


def test_a_place_belongs_to_the_figure_it_stands_with(read_parse: ReadParse) -> None:
    parse = read_parse("Police arrested 25 people in Porto, 30 in Lagos, two of them in Faro.")
    places = tuple(
        Place(id=f"p{n}", name=name, mentions=(Span(at, at + len(name), name),))
        for n, name in enumerate(("Porto", "Lagos", "Faro"))
        for at in [parse.text.index(name)]
    )
    assert [f.place for f in find(parse, places=places)] == ["p0", "p1", "p2"]


def test_a_level_behind_a_share_is_no_share(read_parse: ReadParse) -> None:
    figures = stated(read_parse("The index fell 4 percent to 770."))
    assert [f.measure for f in figures] in (["share"], ["share", "other"])


@pytest.mark.parametrize(
    "text",
    [
        "Call +7 727 250 00 00 or 112 for help.",
        "They walked for three days and 40 kilometres at 12 degrees.",
        "The 3-2 win came in the 89th minute.",
        "She was born in 1966 and was 23rd in the race.",
        "He left at 10 p.m. on May 5 from gate 14.",
        "On page 12, section 4.2 is missing.",
    ],
)
def test_phones_lengths_scores_ordinals_and_pages_are_no_figures(
    read_parse: ReadParse, text: str
) -> None:
    assert stated(read_parse(text)) == []
