"""The first steps of a newcomer: six pages of this very school, each with a sentence on what is there to see."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tilts.accounts.guard import SchoolRequest
from tilts.agreements.models import Agreement
from tilts.agreements.queries import agreements
from tilts.home.models import TourLeft
from tilts.mobilities.models import Flow, Mobility
from tilts.partners.queries import partners
from tilts.projects.queries import projects

LENGTH = 6


@dataclass(frozen=True)
class Step:
    """A step: its short name, what it is called, what is there to see, who may, and where it leads."""

    code: str
    name: str | Promise
    hint: str | Promise
    permission: str
    address: Callable[[], str]


def _partner() -> str:
    known = partners().annotate(
        told=Count("agreement_parties", distinct=True)
        + Count("past_activities", distinct=True)
        + Count("flows", distinct=True)
    )
    best = known.order_by("-told", "sort_key").first()
    return best.get_absolute_url() if best else reverse("partners:list")


def _agreement() -> str:
    latest = agreements().first()
    return latest.get_absolute_url() if latest else reverse("agreements:list")


def _project() -> str:
    """The one with most to see: flows, then money."""
    best = projects().annotate(told=Count("flows")).order_by("-told", "-grant_eur", "pk").first()
    return best.get_absolute_url() if best else reverse("projects:list")


def _fullest_flow() -> Flow | None:
    return Flow.objects.annotate(people=Count("mobilities")).order_by("-people", "-starts_on", "pk").first()


def _flow() -> str:
    flow = _fullest_flow()
    return flow.get_absolute_url() if flow else reverse("mobilities:list")


def _grant() -> str:
    flow = _fullest_flow()
    who = flow and Mobility.objects.filter(flow=flow).order_by("-role", "person__sort_key", "pk").first()
    return reverse("mobilities:mobility", args=[who.flow_id, who.pk]) if who else _flow()


#: In this order; a newcomer sees the first six that they may.
STEPS = (
    Step(
        "partner",
        _("Meet a partner"),
        _("All that is known of an organisation on one page: names, contacts, what it teaches, what was done by year."),
        "partners.view",
        _partner,
    ),
    Step(
        "agreement",
        _("Read an agreement"),
        _("Who signed for each side, when and how, what both plan, and why just this partner."),
        "agreements.view",
        _agreement,
    ),
    Step(
        "earlier",
        _("Look back"),
        _("What was done before Tilts: how many went where, in which year, and which page says so."),
        "mobilities.past",
        lambda: reverse("past:list"),
    ),
    Step(
        "project",
        _("Open a project"),
        _("What the funder pays for. The reference tells programme, call and agency; sums are checked."),
        "projects.view",
        _project,
    ),
    Step(
        "flow",
        _("Follow a flow"),
        _("People who travel together: drop a class list, see what is missing, print all papers at once."),
        "mobilities.view",
        _flow,
    ),
    Step(
        "grant",
        _("Ask why"),
        _("What one participant is paid, line by line: each sum with its rule, its figure and its source."),
        "mobilities.view",
        _grant,
    ),
    Step(
        "standing",
        _("See how the school stands"),
        _("Awards, accreditations and the strategy, each with the page that tells of it."),
        "projects.view",
        lambda: reverse("projects:standing"),
    ),
    Step(
        "rights",
        _("Know who may what"),
        _("One table says what each role may see and do, and who has which role."),
        "accounts.view",
        lambda: reverse("accounts:roles"),
    ),
)


def steps_for(request: SchoolRequest) -> list[Step]:
    """The six steps of whoever asks; what the school has none of comes in only where little else is left."""
    allowed = [step for step in STEPS if request.may(step.permission)]
    lacking = set()
    if not Mobility.objects.exists():
        lacking |= {"flow", "grant"}
    if not Agreement.objects.exists():
        lacking |= {"agreement"}
    return sorted(sorted(allowed, key=lambda step: step.code in lacking)[:LENGTH], key=STEPS.index)


def is_left(request: SchoolRequest) -> bool:
    """Has whoever asks put the steps away?"""
    return TourLeft.objects.filter(user=request.user).exists()


def seen_by(request: HttpRequest, school: int) -> list[str]:
    """The steps taken since signing in; they are forgotten at signing out."""
    return list(request.session.get(_key(school), []))


def mark_seen(request: HttpRequest, school: int, code: str) -> None:
    """Remember until signing out that a step was taken."""
    seen = seen_by(request, school)
    if code not in seen:
        request.session[_key(school)] = [*seen, code]


def leave(request: SchoolRequest) -> None:
    """Put the steps away."""
    TourLeft.objects.get_or_create(user=request.user)


def begin_again(request: SchoolRequest) -> None:
    """Take the steps out again, none of them seen."""
    TourLeft.objects.filter(user=request.user).delete()
    request.session.pop(_key(request.school.pk), None)


def _key(school: int) -> str:
    return f"tour-{school}"
