"""Reads: which schools, which roles."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from tilts.accounts.models import AccessEvent, Invitation, Membership, School, SchoolMark, User
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


@dataclass(frozen=True)
class Colleague:
    """Somebody who works for a school."""

    user: User
    roles: tuple[Role, ...]  # in the order of the table of roles
    has_second_step: bool


def colleagues(school: School) -> list[Colleague]:
    """Who works for this school, by family name; the same number of queries for many."""
    roles: dict[User, set[str]] = {}
    for membership in members_of(school):
        roles.setdefault(membership.user, set()).add(membership.role)
    second_steps = set(
        Authenticator.objects.filter(user__in=roles)
        .exclude(type=Authenticator.Type.RECOVERY_CODES)
        .values_list("user", flat=True)
    )
    return [
        Colleague(user, tuple(role for role in Role if role in own), user.pk in second_steps)
        for user, own in roles.items()
    ]


def open_invitations() -> QuerySet[Invitation]:
    """Those of the current school that nobody has accepted or withdrawn; some may have run out."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def access_events(limit: int = 20) -> QuerySet[AccessEvent]:
    """What was last done to settings and people of the current school."""
    return AccessEvent.objects.all()[:limit]


def mark_of_school() -> SchoolMark | None:
    """The current school's mark."""
    return SchoolMark.objects.first()


def has_run_out(invitation: Invitation) -> bool:
    return invitation.expires_at <= timezone.now()
