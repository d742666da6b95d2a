"""What ties a school to a partner by where both are."""

from datetime import date
from decimal import Decimal

import pytest

from tilts.core.places import Point
from tilts.partners.rules.ties import NEIGHBOURS, Other, Place, Sign, Tie, ties

DAUGAVPILS = Place("LV", "Daugavpils", Point(55.88333, 26.53333))


RUSTAVI = Place("GE", "Rustavi", Point(41.55, 45.01))


@pytest.mark.parametrize(
    ("theirs", "signs"),
    [
        (Place("LV", "Daugavpils", Point(55.88333, 26.53333)), [Sign(Tie.SAME_TOWN), Sign(Tie.SAME_COUNTRY)]),
        (
            Place("LV", "Rēzekne", Point(56.51, 27.33)),
            [Sign(Tie.SAME_REGION, Decimal("85.35")), Sign(Tie.SAME_COUNTRY)],
        ),
        (Place("LV", "", None), [Sign(Tie.SAME_COUNTRY)]),
        (Place("LT", "Vilnius", Point(54.69, 25.28)), [Sign(Tie.NEIGHBOUR)]),
        (Place("EE", "", None), [Sign(Tie.NEIGHBOUR), Sign(Tie.ONLY_IN_COUNTRY)]),
        (RUSTAVI, [Sign(Tie.ONLY_IN_COUNTRY)]),
    ],
    ids=["town", "region", "nobody-knows-where", "neighbour", "neighbour-somewhere", "only"],
)
def test_ties_are_told_nearest_first(theirs, signs):
    assert ties(DAUGAVPILS, theirs, [Other("LT")]) == signs


@pytest.mark.parametrize(
    ("since", "others", "signs"),
    [
        (date(2020, 10, 9), [date(2024, 5, 1), None], [Sign(Tie.FIRST_IN_COUNTRY)]),
        (date(2024, 5, 1), [date(2020, 10, 9)], []),
        (date(2020, 10, 9), [date(2020, 10, 9)], []),
        (None, [None], []),
    ],
    ids=["first", "later", "the-same-day", "nothing-yet"],
)
def test_the_first_partner_in_a_country_is_the_one_worked_with_before_all_others_there(since, others, signs):
    assert ties(DAUGAVPILS, RUSTAVI, [Other("GE", day) for day in others], since) == signs


def test_borders_have_two_sides():
    assert all(country in NEIGHBOURS[other] for country, others in NEIGHBOURS.items() for other in others)
    assert (NEIGHBOURS["LV"], NEIGHBOURS["GE"]) == ({"EE", "LT", "BY", "RU"}, {"AM", "AZ", "TR", "RU"})
