"""What mobilities hold of a person, given out and let go of."""

from datetime import date

import pytest

from tests.factories import FlowFactory, MobilityFactory
from tilts.mobilities.models import Mobility
from tilts.people.models import Person
from tilts.people.privacy import ErasureRefused, erase_person, export_person

DONE = {"state": Mobility.State.DONE, "attended_from": date(2022, 5, 2), "attended_until": date(2022, 5, 20)}


def test_an_export_holds_the_stays(school):
    mobility = MobilityFactory(flow=FlowFactory(name="Dresden"))

    (stay,) = export_person(mobility.person)["stays"]

    assert (stay["flow"], stay["partner"], stay["state"]) == ("Dresden", mobility.flow.partner.name, "planned")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({}, "“Dresden” is planned. Take the person out of the flow first."),
        (DONE, "“Dresden” took place. Its records are kept for the funder."),
    ],
    ids=["planned", "done"],
)
def test_a_planned_stay_and_one_that_took_place_keep_the_person(school, state, sentence):
    mobility = MobilityFactory(flow=FlowFactory(name="Dresden"), **state)

    with pytest.raises(ErasureRefused) as refused:
        erase_person(mobility.person)

    assert refused.value.reasons == (sentence,)
    assert Person.objects.filter(pk=mobility.person_id).exists()


def test_a_cancelled_stay_goes_with_the_person(school):
    mobility = MobilityFactory(state=Mobility.State.CANCELLED)

    erase_person(mobility.person)

    assert not Mobility.objects.exists()
    assert not Person.objects.exists()
