"""Writes: what a person paid back."""

from django.db import transaction
from django.utils.translation import gettext as _

from tilts.accounts.models import School, User
from tilts.projects.models import Project, Repayment, RepaymentPart
from tilts.projects.money import queries
from tilts.projects.money.actions import Refused, keep_only, lock
from tilts.projects.money.rules import spread, total
from tilts.projects.money.sentences import eur


@transaction.atomic
def record(project: Project, school: School, repayment: Repayment, *, by: User) -> Repayment:
    """Keep what came back of a promise, by category. Raises Refused for more than was paid and has not come back yet.

    A promise for a stay that is no more shrinks with it to what is still paid.
    """
    lock(project)
    sheet = queries.sheet_of(project, school)
    commitment = next(each for each in sheet.commitments if each.pk == repayment.commitment_id)
    promise = next((each for each in sheet.promises.all if each.source == commitment.source), None)
    paid = queries.gone_parts(commitment)
    if repayment.amount_eur > total(paid):
        raise Refused(_("Only %(amount)s were paid and have not come back yet.") % {"amount": eur(total(paid))})
    repayment.person, repayment.recorded_by = commitment.person, by
    repayment.save()
    for category, amount in spread(repayment.amount_eur, paid, queries.owed_parts(promise)).items():
        RepaymentPart.objects.create(repayment=repayment, category=category, amount_eur=amount)
    if promise is None:
        there = queries.commitments_of(project).get(pk=commitment.pk)
        keep_only(there, queries.paid_parts(there))
    return repayment


@transaction.atomic
def remove(project: Project, repayment: Repayment) -> None:
    """Take away what was recorded by mistake: the money counts as paid again."""
    lock(project)
    repayment.delete()
