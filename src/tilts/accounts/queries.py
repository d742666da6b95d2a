"""Reads: which schools, which roles."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role


def schools_of(user: User) -> QuerySet[School]:
    """The schools this user works for, by name."""
    return School.objects.filter(memberships__user=user).distinct()


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


def all_roles_of(user: User | AnonymousUser) -> set[Role]:
    """What this user does, in any school."""
    if not user.is_authenticated:
        return set()
    return {Role(role) for role in Membership.objects.filter(user=user).values_list("role", flat=True)}
