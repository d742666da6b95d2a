"""Reads: which schools, which roles."""

from django.contrib.auth.models import AnonymousUser
from django.core.validators import slug_re
from django.db.models import QuerySet

from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role


def schools_of(user: User) -> QuerySet[School]:
    """The schools this user works for, by name."""
    return School.objects.filter(memberships__user=user).distinct()


def school_of(user: User | AnonymousUser, slug: str) -> School | None:
    """The school of that short name, if this user works for it."""
    if not user.is_authenticated or not slug_re.match(slug):
        return None
    return schools_of(user).filter(slug=slug).first()


def roles_in_school(user: User | AnonymousUser, school: School) -> set[Role]:
    """What this user does in this school."""
    if not user.is_authenticated:
        return set()
    roles = Membership.objects.filter(user=user, school=school).values_list("role", flat=True)
    return {Role(role) for role in roles}


def members_of(school: School) -> QuerySet[Membership]:
    """Who works in this school, with their roles."""
    return (
        Membership.objects.filter(school=school).select_related("user").order_by("user__last_name", "user__pk", "role")
    )
