"""Reads: how a project's money is handled, its budget, and what is promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import Prefetch, QuerySet, Sum

from tilts.accounts.models import School
from tilts.funding.sentences.words import CATEGORIES
from tilts.people.models import Person
from tilts.projects.models import (
    BudgetTransfer,
    Commitment,
    CommitmentPart,
    Payment,
    PaymentPart,
    PlannedCost,
    Project,
    ProjectMoney,
    Receipt,
    Repayment,
    RepaymentPart,
)
from tilts.projects.money import sources
from tilts.projects.money.rules import ZERO, Budget, BudgetLine, less, read_shares, together
from tilts.projects.money.sources import OwnSupport, Promise

#: The shares of instalments where the project says none that can be read.
USUAL_SHARES: Final = (Decimal(80), Decimal(20))
#: Money that has left the school, or that a bank has been told to send.
GONE: Final = (Payment.State.EXPORTED, Payment.State.PAID)


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
    back = Repayment.objects.prefetch_related("parts")
    return (
        Commitment.objects.filter(project=project)
        .select_related("person")
        .order_by("person__sort_key", "pk")
        .prefetch_related("parts", Prefetch("payments", paid, to_attr="live_payments"), Prefetch("repayments", back))
    )


def parts_of(commitment: Commitment) -> dict[str, Decimal]:
    """A promise by category."""
    return {part.category: part.amount_eur for part in commitment.parts.all()}


def parts_of_payment(payment: Payment | Repayment) -> dict[str, Decimal]:
    """A payment, or what came back of one, by category."""
    return {part.category: part.amount_eur for part in payment.parts.all()}


def paid_parts(commitment: Commitment) -> dict[str, Decimal]:
    """What of a promise is paid or on its way and did not come back, by category; of one from `commitments_of`."""
    return _without_repaid(commitment, commitment.live_payments)  # type: ignore[attr-defined]


def gone_parts(commitment: Commitment) -> dict[str, Decimal]:
    """What of a promise has left the school and did not come back, by category; of one from `commitments_of`."""
    live: list[Payment] = commitment.live_payments  # type: ignore[attr-defined]
    return _without_repaid(commitment, [payment for payment in live if payment.state in GONE])


def _without_repaid(commitment: Commitment, payments: Iterable[Payment]) -> dict[str, Decimal]:
    repaid = together(parts_of_payment(repayment) for repayment in commitment.repayments.all())
    return less(together(parts_of_payment(payment) for payment in payments), repaid)


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
    paid = less(
        _by_category(PaymentPart.objects.filter(payment__commitment__project=project, payment__state__in=GONE)),
        _by_category(RepaymentPart.objects.filter(repayment__commitment__project=project)),
    )
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


def receipts_of(project: Project) -> QuerySet[Receipt]:
    """What the school bought, the latest first."""
    return Receipt.objects.filter(project=project).select_related("file")


def _by_category(
    parts: QuerySet[CommitmentPart] | QuerySet[PaymentPart] | QuerySet[RepaymentPart],
) -> dict[str, Decimal]:
    return dict(parts.order_by().values_list("category").annotate(sum=Sum("amount_eur")))


def _receipts_by_category(project: Project) -> dict[str, Decimal]:
    # In Python: each is rounded from its own currency.
    return together({each.category: each.amount_eur} for each in receipts_of(project))
