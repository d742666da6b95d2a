"""Reads: a project's budget, what is due, what came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Prefetch, QuerySet, Sum
from django.utils.translation import gettext as _

from tilts.accounts.models import School, User
from tilts.funding.sentences.words import CATEGORIES
from tilts.people.models import BankAccount, Person
from tilts.projects.models import (
    BudgetTransfer,
    CoFinancing,
    Commitment,
    CommitmentPart,
    FunderPayment,
    Payment,
    PaymentExport,
    PaymentPart,
    PlannedCost,
    Project,
    ProjectMoney,
    Receipt,
)
from tilts.projects.money import sources
from tilts.projects.money.rules import (
    COUNTS,
    ZERO,
    Balance,
    Budget,
    BudgetLine,
    Counts,
    expected_of,
    instalment,
    read_shares,
    together,
    total,
)
from tilts.projects.money.sepa import AREA
from tilts.projects.money.sources import Instalment, OwnSupport, Promise

#: The shares of instalments where the project says none that can be read.
USUAL_SHARES = (Decimal(80), Decimal(20))
#: Money that has left the school, or that a bank has been told to send.
_GONE = (Payment.State.EXPORTED, Payment.State.PAID)


def money_of(project: Project) -> ProjectMoney:
    """How the project's money is handled; not stored yet where nobody has said so.

    A new one takes over the account of the project that was handled last, as most schools have one.
    """
    found = ProjectMoney.objects.filter(project=project).first()
    if found is not None:
        return found
    last = ProjectMoney.objects.exclude(account_iban="").order_by("-pk").first()
    taken = {name: getattr(last, name) for name in ("account_name", "account_iban", "account_bic")} if last else {}
    return ProjectMoney(project=project, **taken)


def shares_of(money: ProjectMoney) -> tuple[Decimal, ...]:
    """The shares of the project's instalments in per cent."""
    return read_shares(money.instalments) or USUAL_SHARES


def agreed_shares(project: Project) -> tuple[Decimal, ...]:
    """The shares that papers may speak of: none where nobody has said how the project's money is handled."""
    money = ProjectMoney.objects.filter(project=project).first()
    return shares_of(money) if money is not None else ()


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


def planned_costs(project: Project) -> dict[str, PlannedCost]:
    """What the annex plans, by category."""
    return {each.category: each for each in PlannedCost.objects.filter(project=project)}


def transfers_of(project: Project) -> QuerySet[BudgetTransfer]:
    """What was moved between categories, in its order."""
    return BudgetTransfer.objects.filter(project=project).select_related("moved_by")


def moved_from(project: Project, category: str) -> Decimal:
    """How much left a category without the funder's consent."""
    moved = BudgetTransfer.objects.filter(project=project, from_category=category, consent="")
    return moved.aggregate(sum=Sum("amount_eur"))["sum"] or ZERO


# Budget


@dataclass(frozen=True)
class Promises:
    """What is promised to people, beside what was worked out now."""

    new: tuple[Promise, ...]  # not promised yet
    changed: tuple[tuple[Commitment, Promise], ...]  # promised with another sum than is worked out now
    gone: tuple[Commitment, ...]  # promised to somebody who no longer travels
    kept: tuple[Promise, ...]
    problems: tuple[Promise, ...]  # without a sum

    @property
    def waiting(self) -> int:
        """How many are to be promised, anew or for the first time."""
        return len(self.new) + len(self.changed)

    @property
    def all(self) -> tuple[Promise, ...]:
        return (*self.new, *(promise for _, promise in self.changed), *self.kept, *self.problems)


def commitments_of(project: Project) -> QuerySet[Commitment]:
    """What is promised, with its parts, people and payments."""
    paid = Payment.objects.exclude(state=Payment.State.WITHDRAWN).prefetch_related("parts")
    return (
        Commitment.objects.filter(project=project)
        .select_related("person")
        .order_by("person__sort_key", "pk")
        .prefetch_related("parts", Prefetch("payments", paid, to_attr="live_payments"))
    )


def parts_of(commitment: Commitment) -> dict[str, Decimal]:
    """A promise by category."""
    return {part.category: part.amount_eur for part in commitment.parts.all()}


def paid_parts(commitment: Commitment) -> dict[str, Decimal]:
    """What of a promise is paid or on its way, by category; of one from `commitments_of`."""
    return together(parts_of_payment(payment) for payment in commitment.live_payments)  # type: ignore[attr-defined]


def promises_of(project: Project, school: School, commitments: Iterable[Commitment]) -> Promises:
    """What is worked out now, beside what is promised."""
    promised = {each.source: each for each in commitments}
    new, changed, kept, problems = [], [], [], []
    told = sources.promises_of(project, school)
    for promise in told:
        commitment = promised.get(promise.source)
        if promise.problem:
            problems.append(promise)
        elif commitment is None:
            if promise.total > 0:
                new.append(promise)
        elif parts_of(commitment) != {name: amount for name, amount in promise.parts.items() if amount}:
            changed.append((commitment, promise))
        else:
            kept.append(promise)
    there = {promise.source for promise in told}
    gone = tuple(
        each for source, each in promised.items() if source not in there and parts_of(each) != paid_parts(each)
    )
    return Promises(tuple(new), tuple(changed), gone, tuple(kept), tuple(problems))


def people_of(promises: Promises) -> QuerySet[Person]:
    """Whom something is promised to."""
    return Person.objects.filter(pk__in={promise.person_id for promise in promises.all})


def budget_of(project: Project, promises: Promises, own: OwnSupport) -> Budget:
    """The budget as it stands: every category that is planned, promised, spent or earned."""
    planned, receipts = planned_costs(project), _receipts_by_category(project)
    committed = together(
        [
            _by_category(CommitmentPart.objects.filter(commitment__project=project)),
            own.expected,
            *(promise.bought for promise in promises.all),
        ]
    )
    paid = _by_category(PaymentPart.objects.filter(payment__commitment__project=project, payment__state__in=_GONE))
    earned = together([*(promise.earned for promise in promises.all), own.earned])
    moved = together(
        parts
        for each in BudgetTransfer.objects.filter(project=project)
        for parts in ({each.from_category: -each.amount_eur}, {each.to_category: each.amount_eur})
    )
    named = {*planned, *committed, *paid, *receipts, *earned, *moved}
    return Budget(
        tuple(
            BudgetLine(
                category=category,
                typed=(typed := planned[category].planned_eur if category in planned else ZERO),
                planned=typed + moved.get(category, ZERO),
                committed=committed.get(category, ZERO),
                spent=paid.get(category, ZERO) + receipts.get(category, ZERO),
                achieved=earned.get(category, ZERO),
                receipts=receipts.get(category, ZERO),
                code=planned[category].code if category in planned else "",
            )
            for category in CATEGORIES
            if category in named
        )
    )


@dataclass(frozen=True)
class ProjectSheet:
    """Everything that the pages of a project's money tell from."""

    money: ProjectMoney
    commitments: tuple[Commitment, ...]
    promises: Promises
    budget: Budget


def sheet_of(project: Project, school: School) -> ProjectSheet:
    """The sheet of a project. The same number of queries for one promise as for a hundred."""
    commitments = tuple(commitments_of(project))
    promises = promises_of(project, school, commitments)
    budget = budget_of(project, promises, sources.own_support_of(project, school))
    return ProjectSheet(money_of(project), commitments, promises, budget)


def _by_category(parts: QuerySet[CommitmentPart] | QuerySet[PaymentPart]) -> dict[str, Decimal]:
    return dict(parts.order_by().values_list("category").annotate(sum=Sum("amount_eur")))


def _receipts_by_category(project: Project) -> dict[str, Decimal]:
    # In Python: each is rounded from its own currency.
    return together({each.category: each.amount_eur} for each in receipts_of(project))


# Payments


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
        reasons = [
            *_account_problems(accounts.get(each.person_id)),
            *missing[asked[each.pk]],
            *(
                [_("The grant has changed since it was promised. Promise it anew first.")]
                if each.source in changed
                else ()
            ),
            *([_("The stay is cancelled or taken out of its flow.")] if promise is None else ()),
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
            )
        )
    return found


def parts_of_payment(payment: Payment) -> dict[str, Decimal]:
    """A payment by category."""
    return {part.category: part.amount_eur for part in payment.parts.all()}


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


# What comes in


def funder_payments_of(project: Project) -> QuerySet[FunderPayment]:
    """What the funder is to pay and has paid."""
    return FunderPayment.objects.filter(project=project)


def cofinancing_of(project: Project) -> QuerySet[CoFinancing]:
    """What others give."""
    return CoFinancing.objects.filter(project=project)


def receipts_of(project: Project) -> QuerySet[Receipt]:
    """What the school bought, the latest first."""
    return Receipt.objects.filter(project=project).select_related("file")


@dataclass(frozen=True)
class Income:
    """What is to come in, and what did."""

    funder_planned: Decimal
    funder_received: Decimal
    promised: Decimal
    received: Decimal


def income_of(project: Project) -> Income:
    """Sums of what the funder and others pay."""
    funder = funder_payments_of(project).aggregate(planned=Sum("planned_eur"), received=Sum("received_eur"))
    others = cofinancing_of(project).aggregate(promised=Sum("promised_eur"), received=Sum("received_eur"))
    return Income(
        funder["planned"] or ZERO, funder["received"] or ZERO, others["promised"] or ZERO, others["received"] or ZERO
    )


def balance_of(project: Project, budget: Budget) -> Balance:
    """What the funder has paid against what it will pay for."""
    received = FunderPayment.objects.filter(project=project).aggregate(sum=Sum("received_eur"))["sum"] or ZERO
    return Balance(received, budget.real, expected_of(budget))


@dataclass(frozen=True)
class CountRow:
    """One of the six counts: as the application has it, as the flows plan it, as it took place."""

    name: str
    label: str
    wanted: int | None
    planned: int
    done: int

    @property
    def lacking(self) -> int:
        """How many are missing even if all that is planned takes place."""
        return max(0, (self.wanted or 0) - max(self.planned, self.done))


def counts_of(project: Project, money: ProjectMoney) -> list[CountRow]:
    """Planned against achieved."""
    achieved = sources.achieved_of(project)
    return [
        CountRow(
            name,
            str(_field(name).verbose_name),
            getattr(money, f"planned_{name}"),
            _count(achieved.planned, name),
            _count(achieved.done, name),
        )
        for name in COUNTS
    ]


def _field(name: str) -> Any:
    return ProjectMoney._meta.get_field(f"planned_{name}")


def _count(counts: Counts, name: str) -> int:
    return int(getattr(counts, name))
