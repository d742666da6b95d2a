"""What ties a school to a partner by where both are."""

from decimal import Decimal

import pytest

from tilts.core.places import Point
from tilts.partners.rules.ties import NEIGHBOURS, Place, Sign, Tie, ties

DAUGAVPILS = Place("LV", "Daugavpils", Point(55.88333, 26.53333))


@pytest.mark.parametrize(
    ("theirs", "others", "signs"),
    [
        (Place("LV", "Daugavpils", Point(55.88333, 26.53333)), ["LV"], [Sign(Tie.SAME_TOWN), Sign(Tie.SAME_COUNTRY)]),
        (
            *(Place("LV", "Rēzekne", Point(56.51, 27.33)), []),
            [Sign(Tie.SAME_REGION, Decimal("85.35")), Sign(Tie.SAME_COUNTRY)],
        ),
        (Place("LT", "Vilnius", Point(54.69, 25.28)), ["LT"], [Sign(Tie.NEIGHBOUR)]),
        (Place("GE", "Rustavi", Point(41.55, 45.01)), ["LT"], [Sign(Tie.FIRST_IN_COUNTRY)]),
        (Place("GE", "Rustavi", Point(41.55, 45.01)), ["GE"], []),
    ],
    ids=["town", "region", "neighbour", "first", "nothing"],
)
def test_ties_are_told_nearest_first(theirs, others, signs):
    assert ties(DAUGAVPILS, theirs, others) == signs


def test_borders_have_two_sides():
    assert all(country in NEIGHBOURS[other] for country, others in NEIGHBOURS.items() for other in others)
    assert (NEIGHBOURS["LV"], NEIGHBOURS["GE"]) == ({"EE", "LT", "BY", "RU"}, {"AM", "AZ", "TR", "RU"})
