"""Reads for everybody. No query here asks for a person, a contact, a note or a name that the office gave a flow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import ExtractYear

from tilts.accounts.models import School
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.agreements.queries import concluded
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.past.models import PastActivity
from tilts.partners.models import Encounter, Partner, PartnerGroupMember, PartnerName
from tilts.projects.models import Project, ProjectOrganisation
from tilts.public.models import PartnerChoice, ProjectChoice, Site
from tilts.public.rules import GRANTED, Counted, Stays

#: No page and no sitemap lists more.
MOST = 500
MOST_SCHOOLS = 200


def public_schools() -> QuerySet[School]:
    """The schools of this installation with public pages, by name."""
    return School.objects.filter(is_public=True)[:MOST_SCHOOLS]


def public_school(slug: str) -> School | None:
    """The school of this short name, if it has public pages."""
    return School.objects.filter(slug=slug, is_public=True).first()


def site() -> Site:
    """What the current school wrote for its public pages; an empty one where it wrote nothing yet."""
    return Site.objects.first() or Site()


def names_in(language: str) -> dict[int, str]:
    """The official names of partners in a language, by the partner's number."""
    official = PartnerName.objects.filter(kind=PartnerName.Kind.OFFICIAL, language=language)
    return dict(official.order_by("-pk").values_list("partner", "text"))


def shown_projects() -> QuerySet[Project]:
    """Projects with a grant, and those that the school chose to show; without those that it chose to hide."""
    chosen = ProjectChoice.objects.filter(project=OuterRef("pk"))
    return Project.objects.filter(
        Exists(chosen.filter(is_shown=True)) | (Q(state__in=GRANTED) & ~Exists(chosen.filter(is_shown=False)))
    )


def shown_partners() -> QuerySet[Partner]:
    """Partners that something real joins to the school, and those it chose to show; without those it chose to hide."""
    chosen = PartnerChoice.objects.filter(partner=OuterRef("pk"))
    return Partner.objects.filter(
        Exists(chosen.filter(is_shown=True)) | (_joined() & ~Exists(chosen.filter(is_shown=False)))
    )


def _joined() -> Q:
    """A shown project, a flow of one, an agreement, or something done together before."""
    projects = shown_projects().values("pk")
    organisations = ProjectOrganisation.objects.filter(partner=OuterRef("pk"), project__in=projects)
    flows = Flow.objects.filter(partner=OuterRef("pk"), project__in=projects)
    agreed = Party.objects.filter(partner=OuterRef("pk"), agreement__in=concluded().values("pk"))
    past = _of_shown_projects(PastActivity.objects.all())
    alone = past.filter(partner=OuterRef("pk"))
    in_group = PartnerGroupMember.objects.filter(
        partner=OuterRef("pk"), group__in=past.exclude(group=None).values("group")
    )
    return Q(Exists(organisations)) | Q(Exists(flows)) | Q(Exists(agreed)) | Q(Exists(alone)) | Q(Exists(in_group))


def _of_shown_projects(past: QuerySet[PastActivity]) -> QuerySet[PastActivity]:
    return past.filter(Q(project=None) | Q(project__in=shown_projects().values("pk")))


def shown_flows() -> QuerySet[Flow]:
    """Flows of shown projects with shown partners, the newest first, with how many stays are done and planned."""
    participants = Q(mobilities__role=Mobility.Role.PARTICIPANT)
    return (
        Flow.objects.filter(project__in=shown_projects().values("pk"), partner__in=shown_partners().values("pk"))
        .select_related("partner", "project")
        .annotate(
            done_count=Count("mobilities", filter=participants & Q(mobilities__state=Mobility.State.DONE)),
            planned_count=Count("mobilities", filter=participants & Q(mobilities__state=Mobility.State.PLANNED)),
        )
    )


def upcoming(today: date) -> QuerySet[Flow]:
    """What is under way or still to come, the next first."""
    return shown_flows().filter(ends_on__gte=today).order_by("starts_on", "pk")


def past(today: date) -> QuerySet[Flow]:
    """What is over, the latest first."""
    return shown_flows().filter(ends_on__lt=today).order_by("-starts_on", "-pk")


def past_activities() -> QuerySet[PastActivity]:
    """What is stated of the time before Tilts, the latest first; not what was done with a hidden partner alone."""
    alone = Q(partner=None) | Q(partner__in=shown_partners().values("pk"))
    return _of_shown_projects(PastActivity.objects.filter(alone)).select_related("partner", "group")


def past_activities_with(partner: Partner) -> QuerySet[PastActivity]:
    """What was done with a partner, alone or in a group."""
    return past_activities().filter(Q(partner=partner) | Q(group__in=partner.groups.values("group")))


def encounters(today: date) -> QuerySet[Encounter]:
    """The contacts and visits that the school shows, with shown partners, without what is only planned."""
    shown = Encounter.objects.filter(is_public=True, on__lte=today, partner__in=shown_partners().values("pk"))
    return shown.select_related("partner")


def encounters_with(partner: Partner, today: date) -> QuerySet[Encounter]:
    """Those with one partner."""
    return encounters(today).filter(partner=partner)


def agreements() -> QuerySet[Agreement]:
    """The concluded agreements with which shown partners, what is planned, which offices signed; no person.

    To be read `as_agreed`.
    """
    shown = Party.objects.filter(partner__in=shown_partners().values("pk"))
    named = Party.objects.filter(Q(partner=None) | Q(pk__in=shown.values("pk"))).select_related("partner")
    offices = Signatory.objects.defer("name")
    return (
        concluded()
        .filter(pk__in=shown.values("agreement"))
        .prefetch_related(
            "activities",
            Prefetch("parties", queryset=named.prefetch_related(Prefetch("signatories", queryset=offices))),
        )
    )


def agreements_with(partner: Partner) -> QuerySet[Agreement]:
    """Those with one partner."""
    return agreements().filter(pk__in=Party.objects.filter(partner=partner).values("agreement"))


def counted_stays() -> list[Counted]:
    """Participants' stays by year of the flow, direction and the partner's country; cancelled ones are not counted."""
    rows = (
        Mobility.objects.filter(role=Mobility.Role.PARTICIPANT, flow__in=shown_flows().values("pk"))
        .exclude(state=Mobility.State.CANCELLED)
        .order_by()
        .values("flow__direction", "flow__partner__country", "state", year=ExtractYear("flow__starts_on"))
        .annotate(number=Count("pk"))
    )
    return [
        Counted(
            year=row["year"],
            is_incoming=row["flow__direction"] == Flow.Direction.IN,
            country=row["flow__partner__country"],
            stays=Stays(done=row["number"]) if row["state"] == Mobility.State.DONE else Stays(planned=row["number"]),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Shown:
    """Whether something is shown publicly; `chosen` is None where the rule decides."""

    is_shown: bool
    chosen: bool | None


def is_partner_shown(partner: Partner) -> Shown:
    chosen = PartnerChoice.objects.filter(partner=partner).values_list("is_shown", flat=True).first()
    return Shown(shown_partners().filter(pk=partner.pk).exists(), chosen)


def is_project_shown(project: Project) -> Shown:
    chosen = ProjectChoice.objects.filter(project=project).values_list("is_shown", flat=True).first()
    return Shown(shown_projects().filter(pk=project.pk).exists(), chosen)


def choices() -> tuple[list[PartnerChoice], list[ProjectChoice]]:
    """What is shown or hidden against the rule."""
    return (
        list(PartnerChoice.objects.select_related("partner").order_by("partner__sort_key")[:MOST]),
        list(ProjectChoice.objects.select_related("project").order_by("project__sort_key")[:MOST]),
    )


def organisations_of(projects: Iterable[Project]) -> dict[int, list[ProjectOrganisation]]:
    """By project the shown partners with their roles, in one query."""
    found: dict[int, list[ProjectOrganisation]] = {}
    rows = ProjectOrganisation.objects.filter(
        project__in=list(projects), partner__in=shown_partners().values("pk")
    ).select_related("partner")
    for row in rows:
        found.setdefault(row.project_id, []).append(row)
    return found
