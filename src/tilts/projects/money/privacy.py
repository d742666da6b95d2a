"""What a project's money holds of a person: told in an export, let go of when the person is erased."""

from typing import Any

from django.utils.translation import gettext as _

from tilts.people.models import Person
from tilts.people.privacy import as_plain
from tilts.projects.models import Commitment, Payment, Repayment


def export_promises(person: Person) -> list[dict[str, Any]]:
    """What the person was promised, with the project."""
    promises = Commitment.objects.filter(person=person).select_related("project").prefetch_related("parts")
    return [{"project": each.project.title, "amount_eur": str(each.total)} for each in promises]


def export_payments(person: Person) -> list[dict[str, Any]]:
    """Every payment to the person: account, payee, amount, state."""
    payments = Payment.objects.filter(person=person).order_by("pk")
    return [{**as_plain(each), "amount_eur": str(each.amount_eur)} for each in payments]


def export_repayments(person: Person) -> list[dict[str, Any]]:
    """What the person paid back."""
    repayments = Repayment.objects.filter(person=person).order_by("pk")
    return [{**as_plain(each), "amount_eur": str(each.amount_eur)} for each in repayments]


def why_payments_must_stay(person: Person) -> list[str]:
    """Payments that were prepared belong to the school's accounts; withdrawn ones bind nobody."""
    if Payment.objects.filter(person=person).exclude(state=Payment.State.WITHDRAWN).exists():
        return [_("Payments to this person are kept for the school’s accounts and the funder.")]
    return []


def erase_payments(person: Person) -> None:
    """Remove withdrawn payments and promises."""
    Payment.objects.filter(person=person).delete()
    Commitment.objects.filter(person=person).delete()
