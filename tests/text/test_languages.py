"""English is known as English, other languages are named, short texts are doubted."""

from __future__ import annotations

import pytest

from dateline.text.languages import guess_language

FOREIGN = {
    "de": "Bei einem Brand in der Altstadt sind am Freitag vier Menschen verletzt worden. Die"
    " Polizei geht von Brandstiftung aus.",
    "fr": "Quatre personnes ont été blessées vendredi soir dans l'incendie d'un immeuble. La"
    " police soupçonne un acte criminel.",
    "es": "Cuatro personas resultaron heridas el viernes por la noche en el incendio de un"
    " edificio del centro.",
    "nl": "Bij een brand in een woning zijn vrijdagavond vier mensen gewond geraakt. Het was de"
    " derde brand in een week.",
    "da": "Fire personer blev fredag aften kvæstet ved en brand i en beboelsesejendom. Politiet"
    " har mistanke om brandstiftelse.",
    "id": "Empat orang terluka pada Jumat malam dalam kebakaran sebuah gedung di pusat kota."
    " Polisi menduga ada unsur kesengajaan, kata juru bicara.",
    "ru": "Четыре человека пострадали в пятницу вечером при пожаре в жилом доме.",
    "ar": "أصيب أربعة أشخاص مساء الجمعة في حريق شب في مبنى سكني وسط المدينة.",
    "zh": "周五晚上，市中心一栋居民楼发生火灾，造成四人受伤。警方怀疑有人纵火。",
}


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_another_language_is_named(language: str, text: str) -> None:
    assert guess_language(text) == (language, True)


@pytest.mark.parametrize(
    "text",
    [
        "Four people were hurt on Friday night in a fire at a block of flats in the centre.",
        "FOUR PEOPLE WERE HURT ON FRIDAY NIGHT IN A FIRE AT A BLOCK OF FLATS, THE POLICE SAID.",
        "President Tokayev, Elbasy Nazarbayev, the Nur Otan party and the akim of Mangystau met.",
        "He said: «Мы знаем, кто это сделал», and then left for Astana with four of his ministers.",
    ],
)
def test_english_is_english_with_foreign_names_in_it_too(text: str) -> None:
    assert guess_language(text) == ("en", True)


@pytest.mark.parametrize("text", ["", "Fire", "Four hurt in blaze", "1 2 3", "Kiir, Machar meet"])
def test_what_is_too_short_is_english_in_doubt(text: str) -> None:
    assert guess_language(text) == ("en", False)


def test_another_script_is_never_english_however_short() -> None:
    assert guess_language("Пожар в городе").language != "en"
