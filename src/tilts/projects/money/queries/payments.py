"""Reads: instalments that are due, payments, what comes back from people."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from tilts.accounts.models import User
from tilts.people.models import BankAccount, Person
from tilts.projects.models import Commitment, Payment, PaymentExport, Project, Repayment
from tilts.projects.money import sources
from tilts.projects.money.queries.budget import (
    ProjectSheet,
    gone_parts,
    paid_parts,
    parts_of,
    shares_of,
)
from tilts.projects.money.rules import Parts, instalment, overpaid, total
from tilts.projects.money.sepa import AREA
from tilts.projects.money.sources import Instalment, Promise


def payments_to(person: Person) -> QuerySet[Payment]:
    """What a person was paid or is to be paid, the latest first; without what was withdrawn."""
    found = Payment.objects.filter(person=person).exclude(state=Payment.State.WITHDRAWN)
    return found.select_related("commitment__project").order_by("-pk")


def waiting_for(user: User) -> list[tuple[Project, int]]:
    """Projects with payments that wait for somebody else's approval than who prepared them, with how many."""
    counts = (
        Payment.objects.filter(state=Payment.State.PREPARED)
        .exclude(prepared_by=user)
        .order_by()
        .values_list("commitment__project")
        .annotate(count=Count("pk"))
    )
    waiting = dict(counts)
    return [(project, waiting[project.pk]) for project in Project.objects.filter(pk__in=waiting)]


@dataclass(frozen=True)
class Due:
    """An instalment that nobody has prepared yet. missing: sentences; none: it can be prepared."""

    commitment: Commitment
    label: str
    url: str
    number: int
    count: int
    parts: dict[str, Decimal]
    missing: tuple[str, ...]
    is_provisional: bool = False  # rests on figures that nobody has confirmed

    @property
    def amount(self) -> Decimal:
        return total(self.parts)

    @property
    def key(self) -> str:
        return f"{self.commitment.pk}-{self.number}"


def due_payments(project: Project, sheet: ProjectSheet) -> list[Due]:
    """The next instalment of each promise, with what is missing for it."""
    shares = shares_of(sheet.money)
    told = {promise.source: promise for promise in sheet.promises.all}
    changed = {commitment.source for commitment, _ in sheet.promises.changed}
    wanted = [(each, number) for each in sheet.commitments if (number := _next_number(each, len(shares)))]
    asked = {each.pk: Instalment(each.source, number, len(shares)) for each, number in wanted}
    missing = sources.missing_for(project, list(asked.values()))
    accounts = {
        each.person_id: each for each in BankAccount.objects.filter(person__in=[c.person_id for c, _ in wanted])
    }
    found = []
    for each, number in wanted:
        parts = instalment(parts_of(each), shares, number, paid_parts(each))
        if not total(parts):
            continue
        promise = told.get(each.source)
        is_provisional = promise is not None and promise.is_provisional
        is_last = asked[each.pk].is_last_of_several
        reasons = [
            *_account_problems(accounts.get(each.person_id)),
            *missing[asked[each.pk]],
            *(
                [_("The grant has changed since it was promised. Promise it anew first.")]
                if each.source in changed
                else ()
            ),
            *([_("The stay is cancelled or taken out of its flow.")] if promise is None else ()),
            *([_("Confirm the figures of the grant agreement first.")] if is_provisional and is_last else ()),
            *([_("More is paid than is promised now: ask the difference back.")] if total(parts) < 0 else ()),
        ]
        found.append(
            Due(
                each,
                promise.label if promise else "",
                promise.url if promise else "",
                number,
                len(shares),
                parts,
                tuple(reasons),
                is_provisional,
            )
        )
    return found


# What people pay back


@dataclass(frozen=True)
class ToAskBack:
    """Money that left the school for more than is the person's. amount: what is still to come back."""

    commitment: Commitment
    label: str
    paid: Decimal
    owed: Decimal
    amount: Decimal


def to_ask_back(sheet: ProjectSheet) -> list[ToAskBack]:
    """Who was paid more than the grant is now; all of it where the stay is cancelled. A grant without a sum waits."""
    told = {promise.source: promise for promise in sheet.promises.all}
    found = []
    for each in sheet.commitments:
        promise, paid = told.get(each.source), gone_parts(each)
        if promise is not None and promise.problem:
            continue
        owed = owed_parts(promise)
        if back := overpaid(paid, owed):
            found.append(ToAskBack(each, promise.label if promise else "", total(paid), total(owed), back))
    return found


def owed_parts(promise: Promise | None) -> Parts:
    """What is a person's by the grant as it is worked out now; nothing where the stay is no more."""
    return promise.parts if promise is not None else {}


def repayments_of(project: Project) -> QuerySet[Repayment]:
    """What came back, with people and parts, the latest first."""
    found = Repayment.objects.filter(commitment__project=project).select_related("person", "recorded_by")
    return found.prefetch_related("parts").order_by("-returned_on", "-pk")


def repayments_from(person: Person) -> QuerySet[Repayment]:
    """What a person paid back, the latest first."""
    return Repayment.objects.filter(person=person).select_related("commitment__project").order_by("-pk")


def _next_number(commitment: Commitment, count: int) -> int | None:
    """The first instalment that is not on its way; None once all are."""
    taken = {payment.number for payment in commitment.live_payments}  # type: ignore[attr-defined]
    return next((number for number in range(1, count + 1) if number not in taken), None)


def _account_problems(account: BankAccount | None) -> list[str]:
    if account is None or not account.iban:
        return [_("No bank account is known.")]
    if account.iban[:2] not in AREA:
        return [_("The account lies outside the area of SEPA: pay it by your bank’s own form.")]
    return []


def payments_of(project: Project) -> QuerySet[Payment]:
    """Every payment of a project with people and parts, by name."""
    return (
        Payment.objects.filter(commitment__project=project)
        .select_related("person", "commitment", "prepared_by", "approved_by", "withdrawn_by", "export")
        .order_by("person__sort_key", "pk")
        .prefetch_related("parts")
    )


def exports_of(project: Project) -> QuerySet[PaymentExport]:
    """What was given to the bank, the latest first."""
    return PaymentExport.objects.filter(project=project).select_related("file", "made_by")
