"""Opening a school and letting people in."""

import pytest
from django.core.exceptions import ValidationError

from tilts.accounts.actions import let_in, open_school
from tilts.accounts.models import Membership, User
from tilts.accounts.roles import Role

pytestmark = pytest.mark.django_db
LIEPAJA = {"slug": "liepaja", "name": "Liepājas skola", "town_name": "Liepāja", "country": "LV", "language": "lv"}


def test_a_school_takes_the_place_of_its_town():
    school = open_school(**LIEPAJA)

    assert (round(school.latitude, 1), round(school.longitude, 1)) == (56.5, 21.0)


@pytest.mark.parametrize(
    "change",
    [{"town_name": "Liepaaja"}, {"slug": "flows"}, {"slug": "two words"}, {"name": ""}],
    ids=["unknown-town", "reserved-name", "no-short-name", "no-name"],
)
def test_a_school_that_is_none_is_refused(change):
    with pytest.raises(ValidationError):
        open_school(**LIEPAJA | change)


def test_a_short_name_is_taken_once():
    open_school(**LIEPAJA)

    with pytest.raises(ValidationError):
        open_school(**LIEPAJA)


def test_who_is_let_in_is_known_by_address_and_has_no_password_yet():
    school = open_school(**LIEPAJA)

    user = let_in(school, "Anita@Example.org", Role.COORDINATOR)
    again = let_in(school, "anita@example.org", Role.COORDINATOR)
    let_in(school, "anita@example.org", Role.FINANCE)

    assert user == again
    assert not user.has_usable_password()
    assert User.objects.count() == 1
    assert set(Membership.objects.values_list("role", flat=True)) == {"coordinator", "finance"}
