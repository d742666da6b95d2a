"""Writes: agreements and their parties."""

from collections.abc import Iterable

from django.db import transaction

from tilts.agreements.models import Agreement, Party, PlannedActivity, Signatory
from tilts.partners.models import Partner


@transaction.atomic
def keep_agreement(agreement: Agreement, partners: Iterable[Partner]) -> Agreement:
    """Save a new or a changed agreement; its parties are the school itself and these partners.

    A party that is no longer named goes, and with it who signed for it.
    """
    agreement.save()
    wanted: dict[int | None, Partner | None] = {None: None} | {partner.pk: partner for partner in partners}
    known = {party.partner_id: party for party in Party.objects.filter(agreement=agreement)}
    for number, party in known.items():
        if number not in wanted:
            party.delete()
    for number, partner in wanted.items():
        if number not in known:
            Party.objects.create(agreement=agreement, partner=partner)
    return agreement


def remove_agreement(agreement: Agreement) -> None:
    """Take an agreement away that was entered by mistake; raises ProtectedError where something was done under it."""
    agreement.delete()


def remove_signatory(signatory: Signatory) -> None:
    """Take somebody away who did not sign."""
    signatory.delete()


def remove_activity(activity: PlannedActivity) -> None:
    """Take something away that is not planned."""
    activity.delete()


def put_back_activity(activity: PlannedActivity) -> None:
    """Bring back what was taken away. Raises IntegrityError where the agreement is gone."""
    activity.save(force_insert=True)
