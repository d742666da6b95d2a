"""The money of the demo's main project: a budget, invented accounts, grants promised, two payments on their way."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.demo.data import DRESDEN, RAKVERE
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.queries import mobilities_of
from tilts.people.models import BankAccount
from tilts.projects.models import CoFinancing, Commitment, FunderPayment, Project, ProjectMoney, Receipt
from tilts.projects.money import actions, queries

#: Category → EUR of the annex, budget code of the school.
PLAN = {
    "travel": (Decimal(8_000), "2120"),
    "individual_support": (Decimal(46_000), "6422"),
    "organisational_support": (Decimal(8_400), "2230"),
    "inclusion_support_participants": (Decimal(1_200), "6422"),
    "exceptional_costs": (Decimal(1_500), "2239"),
}
MONEY = {
    "account_name": "Daugavpils tehnikums",
    "account_iban": "LV44DEMO0000000000001",
    "account_bic": "DEMOLV22",
    "transfer_limit_percent": Decimal(20),
    "transfer_limit_source": "Parauga līgums, II.16. pants",
    "planned_participants": 24,
    "planned_days": 420,
    "planned_fewer_opportunities": 3,
    "planned_green": 4,
    "planned_accompanying": 3,
}
ACCOUNTS = 6
PREPARED = 2


@transaction.atomic
def plan_money(project: Project) -> None:
    """Budget, account and what comes in; once, before papers are printed, for grant agreements name the instalments."""
    if ProjectMoney.objects.filter(project=project).exists():
        return
    ProjectMoney.objects.create(project=project, **MONEY)
    actions.keep_plan(project, PLAN)
    _what_comes_in(project)


def pay(flow: Flow, finance: User, director: User) -> None:
    """Once, after the main job: the finance officer prepares, the director approves the first payment.

    Whoever went on working with the demo may have planned more than its budget bears: then nothing is added.
    """
    if Commitment.objects.filter(project=flow.project).exists():
        return
    with suppress(actions.Refused), transaction.atomic():
        _pay(flow, finance, director)


def _pay(flow: Flow, finance: User, director: User) -> None:
    project = flow.project
    for number, mobility in enumerate(mobilities_of(flow)[:ACCOUNTS], start=2):
        BankAccount.objects.get_or_create(person=mobility.person, defaults={"iban": example_iban(number)})
    ours = Mobility.objects.filter(flow__project=project, flow__name__in=(DRESDEN["name"], RAKVERE["name"]))
    people = set(ours.values_list("person_id", flat=True))
    promises = queries.sheet_of(project, current_school()).promises.new
    wanted = {each.source for each in promises if each.person_id in people}
    actions.promise(project, current_school(), wanted, by=finance)
    due = queries.due_payments(project, queries.sheet_of(project, current_school()))
    ready = [each.key for each in due if not each.missing][:PREPARED]
    actions.prepare(project, current_school(), ready, by=finance)
    prepared = [each.pk for each in queries.payments_of(project)]
    actions.approve(project, prepared[:1], by=director, at=timezone.now())


def _what_comes_in(project: Project) -> None:
    FunderPayment.objects.create(
        project=project,
        kind=FunderPayment.Kind.PRE_FINANCING,
        planned_eur=Decimal(52_080),
        due_on=date(2021, 10, 15),
        received_eur=Decimal(52_080),
        received_on=date(2021, 10, 12),
    )
    FunderPayment.objects.create(
        project=project,
        kind=FunderPayment.Kind.BALANCE,
        planned_eur=Decimal(13_020),
        due_on=date(2023, 3, 1),
        condition="Pēc noslēguma ziņojuma",
    )
    CoFinancing.objects.create(project=project, source="Daugavpils valstspilsēta", promised_eur=Decimal(2_000))
    Receipt.objects.create(
        project=project,
        category="organisational_support",
        description="Valodas kurss pirms brauciena",
        spent_on=date(2022, 3, 21),
        amount=Decimal(480),
    )


def example_iban(number: int) -> str:
    """An invented account whose check digits are right (ISO 13616): of a bank that does not exist.

    >>> example_iban(1)
    'LV44DEMO0000000000001'
    """
    rest = f"DEMO{number:013}"
    digits = "".join(str(int(sign, 36)) for sign in f"{rest}LV00")
    return f"LV{98 - int(digits) % 97:02}{rest}"
