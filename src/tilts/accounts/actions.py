"""Writes: opening a school, letting somebody in."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role
from tilts.core.places import town


@transaction.atomic
def open_school(*, slug: str, name: str, town_name: str, country: str, language: str) -> School:
    """A new school with rooms of its own; raises ValidationError for a name that is taken or an unknown town.

    country: two ISO letters. The town gives the place that distances are measured from.
    """
    place = town(town_name, country)
    if place is None:
        raise ValidationError(_("There is no “%(town)s” in the list of towns.") % {"town": town_name})
    school = School(
        slug=slug,
        name=name,
        town=town_name,
        country=country,
        latitude=place.point.latitude,
        longitude=place.point.longitude,
        language=language,
    )
    school.full_clean()
    school.save()
    return school


@transaction.atomic
def let_in(school: School, email: str, role: Role) -> User:
    """Give somebody a role in a school; who is new gets an account without a password, to be set by mail."""
    user = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email, language=school.language)
    Membership.objects.get_or_create(school=school, user=user, role=role)
    return user
