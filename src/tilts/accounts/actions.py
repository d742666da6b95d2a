"""Writes: opening a school, its settings, letting somebody in."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tilts.accounts.marks import Mark
from tilts.accounts.models import AccessEvent, Membership, School, SchoolMark, User
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


def note(verb: AccessEvent.Verb, *, by: User | None, whom: str = "", details: Iterable[str] = ()) -> None:
    """Write down what was done to settings or people of the school; without `by` they did it themselves."""
    AccessEvent.objects.create(verb=verb, whom=whom[:200], details=list(details), by=str(by or whom)[:200])


@transaction.atomic
def save_settings(school: School, changed: Iterable[str], *, by: User) -> None:
    """Keep the changed settings of the current school; `changed` names the fields."""
    fields = list(changed)
    if fields:
        school.save(update_fields=fields)
        note(AccessEvent.Verb.SETTINGS, by=by, details=fields)


@transaction.atomic
def set_mark(mark: Mark | None, *, by: User) -> None:
    """Give the current school a mark, another one, or none."""
    SchoolMark.objects.all().delete()
    if mark:
        SchoolMark.objects.create(content=mark.content, digest=mark.digest, width=mark.width, height=mark.height)
    note(AccessEvent.Verb.SETTINGS, by=by, details=["mark"])
