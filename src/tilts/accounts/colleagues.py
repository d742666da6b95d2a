"""Who works for a school: inviting them, giving roles, taking away.

A school always keeps a coordinator: whoever changes roles first locks the school's row, so that two who take each
other's role at the same moment can't lock everybody out. Each change is written down (`AccessEvent`).
"""

from collections.abc import Collection
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from tilts.accounts import links
from tilts.accounts.actions import note
from tilts.accounts.models import AccessEvent, Invitation, Membership, School, User
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school

PURPOSE = "accounts.invitation"
HOLDS = timedelta(days=7)


@transaction.atomic
def invite(email: str, roles: Collection[Role], *, by: User) -> tuple[Invitation, str]:
    """Ask somebody to work for the current school: the invitation and its link, which only the mail may tell.

    An open invitation to the same address ends. Raises ValidationError for who works here already.
    """
    email = email.strip().lower()
    school = _locked()
    if Membership.objects.filter(school=school, user__email__iexact=email).exists():
        raise ValidationError(_("%(email)s works here already.") % {"email": email})
    for earlier in Invitation.objects.filter(email=email, accepted_at=None, withdrawn_at=None):
        _end(earlier)
    expires_at = timezone.now() + HOLDS
    invitation = Invitation.objects.create(
        email=email, roles=_ordered(roles), invited_by=str(by), expires_at=expires_at
    )
    link = links.make_link(PURPOSE, subject_id=invitation.pk, expires_at=expires_at)
    note(AccessEvent.Verb.INVITED, by=by, whom=email, details=invitation.roles)
    return invitation, link


def mail_invitation(invitation: Invitation, link: str) -> None:
    """Send the link to whom it is for.

    It goes the way of the mails of signing in, past the school's outbox: whoever could read it there could choose the
    password of somebody else's account. Raises what the mail server raises (OSError).
    """
    school = current_school()
    with override(school.language):
        text = _(
            "%(by)s invites you to work for %(school)s in Tilts, as: %(roles)s.\n\n"
            "Open this link to accept. It is only for you, works once and until %(day)s:\n%(link)s\n\n"
            "If you did not expect this, ignore this mail: nothing happens without you.\n"
        ) % {
            "by": invitation.invited_by,
            "school": school.name,
            "roles": ", ".join(invitation.role_labels),
            "day": date_format(timezone.localtime(invitation.expires_at), "SHORT_DATE_FORMAT"),
            "link": link,
        }
        subject = _("Your invitation to %(school)s") % {"school": school.name}
    EmailMessage(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [invitation.email]).send()


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    """End an invitation that nobody has accepted; nothing where it is over."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at or invitation.withdrawn_at:
        return
    _end(invitation)
    note(AccessEvent.Verb.WITHDRAWN, by=by, whom=invitation.email)


def is_open(invitation: Invitation) -> bool:
    return not invitation.accepted_at and not invitation.withdrawn_at and invitation.expires_at > timezone.now()


@transaction.atomic
def accept(invitation: Invitation, *, given_names: str = "", family_name: str = "", password: str = "") -> User:
    """Say yes, once: who has an account keeps it, who has none gets one with this name and password.

    Raises ValidationError where the invitation has ended meanwhile.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not is_open(invitation):
        raise ValidationError(_("This invitation has ended."))
    school = current_school()
    user = User.objects.filter(email__iexact=invitation.email).first()
    if user is None:
        user = User.objects.create_user(
            invitation.email,
            password or None,
            first_name=given_names,
            last_name=family_name,
            language=get_language() or "",
        )
    for role in invitation.roles:
        Membership.objects.get_or_create(school=school, user=user, role=role)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    links.revoke_links(PURPOSE, invitation.pk)
    note(AccessEvent.Verb.JOINED, by=None, whom=str(user), details=invitation.roles)
    return user


@transaction.atomic
def change_roles(user: User, roles: Collection[Role], *, by: User) -> None:
    """Give these roles and no others. Raises ValidationError without any, or if no coordinator would be left."""
    school = _locked()
    if not roles:
        raise ValidationError(_("Please tick at least one role, or take the person away from this school."))
    _keep_a_coordinator(school, user, roles)
    kept = set(Membership.objects.filter(school=school, user=user).values_list("role", flat=True))
    wanted = _ordered(roles)
    if kept == set(wanted):
        return
    Membership.objects.filter(school=school, user=user).exclude(role__in=wanted).delete()
    for role in wanted:
        Membership.objects.get_or_create(school=school, user=user, role=role)
    note(AccessEvent.Verb.ROLES, by=by, whom=str(user), details=wanted)


@transaction.atomic
def take_away(user: User, *, by: User) -> None:
    """Somebody no longer works for the current school; the account stays.

    Raises ValidationError for the last coordinator.
    """
    school = _locked()
    _keep_a_coordinator(school, user, ())
    if Membership.objects.filter(school=school, user=user).delete()[0]:
        note(AccessEvent.Verb.REMOVED, by=by, whom=str(user))


def why_second_step_stays(user: User, *, by: User) -> str:
    """The reason why `by` may not take this person's second step away; empty where they may."""
    if user == by:
        return _("Nobody takes away their own: ask another coordinator or the director.")
    if Membership.objects.filter(user=user).exclude(school=current_school()).exists() or user.is_superuser:
        return _("This account is not this school's alone. Ask whoever runs Tilts.")
    return ""


@transaction.atomic
def take_second_step_away(user: User, *, by: User) -> None:
    """After a lost phone: the next sign-in leads to setting up a new one. Ends where the person is signed in.

    Raises ValidationError where it may not be; see `why_second_step_stays`.
    """
    if reason := why_second_step_stays(user, by=by):
        raise ValidationError(reason)
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    note(AccessEvent.Verb.SECOND_STEP, by=by, whom=str(user))
    with override(user.language or current_school().language):
        subject = _("Your second step of signing in was taken away")
        text = _(
            "%(by)s of %(school)s has taken away the second step of your account, as after the loss of a phone.\n"
            "The next time you sign in you set up a new one.\n\n"
            "If you did not ask for this, tell the school at once and change your password.\n"
        ) % {"by": by, "school": current_school().name}
    mail = EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [user.email])
    transaction.on_commit(lambda: mail.send(fail_silently=True))


def _locked() -> School:
    return School.objects.select_for_update(no_key=True).get(pk=current_school().pk)


def _keep_a_coordinator(school: School, user: User, roles: Collection[Role]) -> None:
    others = Membership.objects.filter(school=school, role=Role.COORDINATOR, user__is_active=True).exclude(user=user)
    is_one = Membership.objects.filter(school=school, role=Role.COORDINATOR, user=user).exists()
    if is_one and Role.COORDINATOR not in roles and not others.exists():
        raise ValidationError(_("The school needs a coordinator. Make somebody else coordinator first."))


def _end(invitation: Invitation) -> None:
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    links.revoke_links(PURPOSE, invitation.pk)


def _ordered(roles: Collection[str]) -> list[str]:
    """As the table of roles has them."""
    return [role.value for role in Role if role in roles]
