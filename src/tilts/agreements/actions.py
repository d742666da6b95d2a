"""Writes: agreements and their parties."""

from collections.abc import Iterable
from typing import Protocol

from django.db import transaction
from django.db.models import Q

from tilts.accounts.models import User
from tilts.agreements.models import Agreement, Party, PlannedActivity, Signatory, Version
from tilts.agreements.rules import NotPossible, State, may_be_told, may_name_signatories
from tilts.files.actions import store_file
from tilts.files.scans import Scan
from tilts.partners.models import Partner


class May(Protocol):
    """A rule that says in which states something may be changed."""

    def __call__(self, state: State, *, is_copy: bool) -> bool: ...


def locked(agreement: Agreement) -> Agreement:
    """The agreement as it is now, held to the end of the transaction: two clicks wait for each other."""
    return Agreement.objects.select_for_update().get(pk=agreement.pk)


def to_write(agreement: Agreement, may: May) -> Agreement:
    """The agreement, held, to change something of it: nobody agrees to or signs what is changed at the same moment.

    Raises NotPossible where the rule does not allow it now, whatever state it was read in.
    """
    now = locked(agreement)
    if not may(now.stands, is_copy=now.is_copy):
        raise NotPossible(now.state)
    return now


@transaction.atomic
def keep_agreement(agreement: Agreement, partners: Iterable[Partner], *, allies: Iterable[Partner] = ()) -> Agreement:
    """Save a new or a changed agreement; its parties are the school itself, its allies, and these partners.

    allies: who signs on the school's own side. A party that is no longer named goes, and with it who signed for it.
    Raises NotPossible where it was agreed or went another step since it was read.
    """
    if agreement.pk:
        now = to_write(agreement, may_be_told)
        if now.state != agreement.state:  # saved as it was read, it would take the step back
            raise NotPossible(now.state)
    agreement.save()
    keep_parties(agreement, partners, allies=allies)
    return agreement


@transaction.atomic
def keep_parties(agreement: Agreement, partners: Iterable[Partner], *, allies: Iterable[Partner] = ()) -> None:
    """The parties of a saved agreement, as `keep_agreement` has them; whether they may be changed is the caller's."""
    ours = {partner.pk: partner for partner in allies}
    wanted: dict[int | None, Partner | None] = {None: None} | ours | {partner.pk: partner for partner in partners}
    known = {party.partner_id: party for party in Party.objects.filter(agreement=agreement)}
    for number, party in known.items():
        if number not in wanted:
            party.delete()
        elif party.is_on_our_side != (number in ours):
            party.is_on_our_side = number in ours
            party.save(update_fields=["is_on_our_side"])
    for number, partner in wanted.items():
        if number not in known:
            Party.objects.create(agreement=agreement, partner=partner, is_on_our_side=number in ours)


@transaction.atomic
def remove_agreement(agreement: Agreement) -> None:
    """Take an agreement away that was entered by mistake.

    Raises NotPossible while it is being signed and once it was signed here, ProtectedError where something was done
    under it.
    """
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if agreement.state == Agreement.State.SIGNING or Version.objects.filter(
        Q(sealed__isnull=False) | Q(in_force_on__isnull=False), agreement=agreement
    ):
        raise NotPossible(agreement.state)
    agreement.delete()


@transaction.atomic
def keep_signatory(signatory: Signatory, *, power: tuple[str, Scan] | None, by: User) -> Signatory:
    """Save who signs. power: the power of attorney with the name of its file; None: what is there stays.

    Raises NotPossible once the paper that names them is sent to sign.
    """
    to_write(signatory.party.agreement, may_name_signatories)
    if power is not None:
        name, scan = power
        signatory.authority_file = store_file(
            scan.content, name=name, content_type=scan.content_type, permission="partners.contacts", by=by
        )
    signatory.save()
    return signatory


@transaction.atomic
def remove_signatory(signatory: Signatory) -> None:
    """Take somebody away who did not sign. Raises NotPossible once the paper that names them is sent to sign."""
    to_write(signatory.party.agreement, may_name_signatories)
    signatory.delete()


@transaction.atomic
def keep_activity(activity: PlannedActivity) -> PlannedActivity:
    """Save something that is planned. Raises NotPossible once it is agreed."""
    to_write(activity.agreement, may_be_told)
    activity.save()
    return activity


@transaction.atomic
def remove_activity(activity: PlannedActivity) -> None:
    """Take something away that is not planned. Raises NotPossible once it is agreed."""
    to_write(activity.agreement, may_be_told)
    activity.delete()


@transaction.atomic
def put_back_activity(activity: PlannedActivity) -> None:
    """Bring back what was taken away. Raises ObjectDoesNotExist where the agreement is gone or was agreed meanwhile."""
    try:
        to_write(activity.agreement, may_be_told)
    except NotPossible as error:
        raise PlannedActivity.DoesNotExist from error
    activity.save(force_insert=True)
