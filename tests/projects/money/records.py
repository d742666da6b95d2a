"""A project with money and people to be paid, for tests; needs `in_school`. All is invented."""

from decimal import Decimal

from tests.factories import FlowFactory, MobilityFactory, PersonFactory, ProjectFactory
from tilts.accounts.schools import current_school
from tilts.demo.money import example_iban
from tilts.jobs.models import Work, WorkFile
from tilts.mobilities.actions import PAPERS
from tilts.mobilities.models import Mobility
from tilts.people.models import BankAccount
from tilts.projects.models import PlannedCost, Project, ProjectMoney, ProjectRate
from tilts.projects.money import actions, queries

RATES = {"learner": 60, "staff": 120}


def project_with_money(travel=2000, support=20_000, **settings) -> Project:
    """A project with rates, a budget and the school's account."""
    project = ProjectFactory()
    for participant, eur in RATES.items():
        for day in (1, 15):
            ProjectRate.objects.create(
                project=project,
                participant=participant,
                country_group="2",
                from_day=day,
                eur_per_day=eur,
                source="Annex IV",
            )
    for category, planned in (("travel", travel), ("individual_support", support), ("organisational_support", 1400)):
        PlannedCost.objects.create(project=project, category=category, planned_eur=planned, code=f"22-{category[:2]}")
    ProjectMoney.objects.create(
        project=project, **{"account_name": "Skola", "account_iban": example_iban(1), **settings}
    )
    return project


def traveller(flow, number: int, **person) -> Mobility:
    """Somebody in the flow with a bank account, whose grant agreement is printed."""
    mobility = MobilityFactory(flow=flow, person=PersonFactory(**person))
    BankAccount.objects.create(person=mobility.person, iban=example_iban(number))
    print_agreement(mobility)
    return mobility


def print_agreement(mobility: Mobility) -> None:
    """The grant agreement of a stay, as if it had been printed."""
    from tilts.files.actions import store_file

    work = Work.objects.create(
        kind=PAPERS, subject_id=mobility.flow_id, permission="mobilities.print", state="done", options={}
    )
    file = store_file(b"%PDF-", name="a.pdf", content_type="application/pdf", permission="mobilities.print", by=None)
    WorkFile.objects.create(work=work, file=file, key=f"G{mobility.pk}-0")


def trip(people: int = 2, **settings) -> tuple[Project, list[Mobility]]:
    """A project with one flow of so many people."""
    project = project_with_money(**settings)
    flow = FlowFactory(project=project)
    return project, [traveller(flow, 10 + number) for number in range(people)]


def promise_all(project: Project, by=None) -> int:
    """Promise everybody's grant."""
    sheet = queries.sheet_of(project, current_school())
    return actions.promise(project, current_school(), {each.source for each in sheet.promises.new}, by=by)


def due_of(project: Project):
    """The next instalments."""
    return queries.due_payments(project, queries.sheet_of(project, current_school()))


def prepare_all(project: Project, by) -> int:
    """Prepare all that is due."""
    return actions.prepare(project, current_school(), {each.key for each in due_of(project)}, by=by)


def eur(text: str) -> Decimal:
    return Decimal(text)
