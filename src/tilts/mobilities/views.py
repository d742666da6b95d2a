"""Pages of flows and mobilities."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.core.spans import Span
from tilts.funding.rules import PREPARATORY_VISIT
from tilts.jobs.models import Work
from tilts.mobilities import actions, asking, presenting, queries
from tilts.mobilities.checklist import Checklist, checklist_of
from tilts.mobilities.costs.queries import own_rows
from tilts.mobilities.filters import FlowFilter
from tilts.mobilities.forms import AttendanceForm, FlowForm, MobilityForm, OtherwiseForm, PrintForm, StayForm
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.records import OrderRecord
from tilts.mobilities.printed import printed_works, works_to_open
from tilts.mobilities.printing import order_of
from tilts.mobilities.steps import steps_of
from tilts.mobilities.tables import FLOW_EXPORT, MISSING_EXPORT, FlowTable
from tilts.projects.models import Project
from tilts.projects.queries import organisations_of, projects
from tilts.web import undo
from tilts.web.exporting import export_rows
from tilts.web.listing import Listing
from tilts.web.rendering import Way, way_back

_FLOWS = Listing(FlowTable, queries.flows, FlowFilter, FLOW_EXPORT)


@school_page("mobilities.view")
def flow_list(request: SchoolRequest) -> HttpResponse:
    """All flows, searched by the words of name, partner and town, narrowed by project, partner, direction, time."""
    return render(request, "mobilities/flow_list.html", _FLOWS.page(request, export_url=reverse("mobilities:export")))


@school_page("mobilities.view")
def flow_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _FLOWS.spreadsheet(request, "flows")


@school_page("mobilities.view")
def flow_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One flow: what comes next, who travels, what is missing for each, what each is granted and why, its papers."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    found = _checklist(request, flow)
    works = printed_works(flow.pk)
    sheet = found.trip.sheet
    context = {
        "flow": flow,
        "sheet": sheet,
        "rows": [(row, found.of(row.mobility)) for row in sheet.rows],
        "found": found,
        "steps": steps_of(found, sum(not file.is_pack for work in works for file in work.files.all())),
        "is_stale": bool(found.named("stale_papers")),
        "print_form": PrintForm(initial=_chosen_before(works, request.school.language)),
        **_papers(request, pk, works),
    }
    return render(request, "mobilities/flow_page.html", context)


@school_page("mobilities.view")
def flow_missing(request: SchoolRequest, pk: int) -> HttpResponse:
    """All that is missing for a flow on one list."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    return render(request, "mobilities/missing_page.html", {"flow": flow, "found": _checklist(request, flow)})


@school_page("mobilities.view")
def flow_missing_export(request: SchoolRequest, pk: int) -> HttpResponse:
    """The same list as a spreadsheet: a row for each thing that is missing."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    return export_rows(_checklist(request, flow).lines(), MISSING_EXPORT, "missing")


@school_page("mobilities.view")
def mobility_page(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """One person's grant, with each figure it rests on."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    found = _checklist(request, flow)
    row = next(row for row in found.trip.sheet.rows if row.mobility.pk == mobility.pk)
    row.mobility.flow = flow
    context = {
        "flow": flow,
        "row": row,
        "texts": presenting.common_texts(row.mobility),
        "checklist": found.of(row.mobility),
        **_otherwise(request, flow, row.mobility, row.is_zero_grant),
    }
    return render(request, "mobilities/mobility_page.html", context)


def _otherwise(request: SchoolRequest, flow: Flow, mobility: Mobility, is_zero_grant: bool) -> dict[str, object]:
    """What changes when days, mode of travel or call year do; the form begins with what is planned."""
    reference = flow.project.reference_parts
    if reference is None or not flow.is_funded_here or is_zero_grant or flow.activity == PREPARATORY_VISIT:
        return {}
    planned = queries.Otherwise(mobility.span, flow.green, reference.call_year)
    initial = {"first_day": planned.days.starts_on, "last_day": planned.days.ends_on}
    initial |= {"green": planned.green, "call_year": planned.call_year}
    if "call_year" not in request.GET:
        return {"otherwise_form": OtherwiseForm(initial=initial)}
    form = OtherwiseForm(request.GET, initial=initial)
    if not form.is_valid():
        return {"otherwise_form": form, "is_asked_otherwise": True}
    values = form.cleaned_data
    other = queries.Otherwise(Span(values["first_day"], values["last_day"]), values["green"], values["call_year"])
    grants = [queries.grant_otherwise(mobility, flow, request.school, each) for each in (planned, other)]
    return {"otherwise_form": form, "is_asked_otherwise": True, "comparison": presenting.comparison(*grants)}


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def flow_add(request: SchoolRequest) -> HttpResponse:
    """A new flow."""
    project = projects().filter(pk=request.GET["project"]).first() if request.GET.get("project", "").isdigit() else None
    form = FlowForm(request.POST or None, initial=_planned_for(project, request.GET.get("activity", "")))
    if form.is_valid():
        flow = form.save()
        messages.success(request, _("%(name)s is added.") % {"name": flow})
        return redirect(flow)
    return _form_page(request, form, _("New flow"), reverse("mobilities:list"))


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def flow_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a flow; the grants follow."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    form = FlowForm(request.POST or None, instance=flow)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(flow)
    return _form_page(request, form, _("Change flow"), flow)


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def mobility_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take one person into the flow, for example an accompanying teacher."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    form = MobilityForm(request.POST or None, instance=Mobility(flow=flow))
    if form.is_valid():
        actions.take_in(flow, [form.cleaned_data["person"]], form.cleaned_data["role"])
        return redirect(flow)
    return _form_page(request, form, _("One more person"), flow)


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def mobility_change(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """What differs for one person, and whether the stay took place."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    mobility.flow = flow
    form = StayForm(request.POST or None, instance=mobility)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("mobilities:mobility", flow.pk, mobility.pk)
    back = reverse("mobilities:mobility", args=[flow.pk, mobility.pk])
    return _form_page(request, form, _("Change stay"), back, mobility.person)


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def attendance_confirm(request: SchoolRequest, pk: int) -> HttpResponse:
    """After the trip: all who were planned attended."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    initial = {"attended_from": flow.starts_on, "attended_until": flow.ends_on}
    form = AttendanceForm(request.POST or None, initial=initial)
    if form.is_valid():
        days = Span(form.cleaned_data["attended_from"], form.cleaned_data["attended_until"])
        count = actions.confirm_attendance(flow, days)
        messages.success(
            request,
            ngettext("%(count)s stay took place.", "%(count)s stays took place.", count) % {"count": count},
        )
        return redirect(flow)
    return _form_page(request, form, _("The stay took place"), flow)


@school_page("mobilities.change")
@require_POST
def mobility_remove(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """Take a person out of the flow; the next page offers to undo it."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    kept = undo.keep(request, "mobilities.mobility", mobility, own_rows(mobility))
    name = str(mobility.person)
    try:
        actions.take_out(mobility)
    except actions.PapersKept as error:
        messages.error(request, str(error))
        return redirect(flow)
    kept.tell(_("%(name)s is no longer in this flow.") % {"name": name})
    return redirect(flow)


@school_page("mobilities.change")
@require_POST
def ask_by_mail(request: SchoolRequest, pk: int) -> HttpResponse:
    """Mail a personal link to everybody who has not answered."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    asked = asking.ask_by_mail(flow)
    messages.success(
        request,
        ngettext("%(count)s mail is written.", "%(count)s mails are written.", asked.mails) % {"count": asked.mails},
    )
    if asked.without_address:
        names = ", ".join(str(mobility.person) for mobility in asked.without_address)
        messages.warning(
            request, _("No e-mail address is known of: %(names)s. Print slips for them.") % {"names": names}
        )
    return redirect(flow)


@school_page("mobilities.change")
@require_POST
def slips(request: SchoolRequest, pk: int) -> HttpResponse:
    """Slips with the links of all who have not answered, as a PDF to print."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    if not asking.waiting(flow):
        messages.info(request, _("Everybody has answered."))
        return redirect(flow)
    return HttpResponse(asking.slips(flow, request.school, request.school.language), content_type="application/pdf")


@school_page("mobilities.change")
@require_POST
def link_show(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """A new personal link of one person, to copy or scan."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    link = asking.link_for(mobility)
    context = {"flow": flow, "mobility": mobility, "link": link, "code": presenting.qr_code(link)}
    return render(request, "mobilities/link_page.html", context)


@school_page("mobilities.print")
@require_http_methods(["GET", "POST"])
def papers_print(request: SchoolRequest, pk: int) -> HttpResponse:
    """Have the papers made; the flow's page shows how far they are, and htmx asks here."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    here = f"{flow.get_absolute_url()}#papers"
    if request.method == "GET":
        context = {"flow": flow, **_papers(request, flow.pk, printed_works(flow.pk))}
        response = render(request, "mobilities/_printed.html", context) if request.htmx else redirect(here)
        if request.htmx and not context["work"]:
            # Ready: what comes next and what is missing stand elsewhere on the page, so all of it is shown anew.
            response["HX-Refresh"] = "true"
        return response
    form = PrintForm(request.POST)
    if not form.is_valid():
        for sentences in form.errors.values():
            messages.error(request, " ".join(sentences))
        return redirect(flow)
    wanted = form.cleaned_data
    actions.print_papers(
        flow,
        language=wanted["language"],
        by=request.user,
        kinds=wanted["kinds"],
        order=OrderRecord(wanted["order_number"], wanted["order_on"]),
        tell_by_mail=wanted["tell_me"],
        shows_accounts=request.may("people.bank"),
    )
    return redirect(here)


def _papers(request: SchoolRequest, flow_id: int, works: list[Work]) -> dict[str, object]:
    """The latest print of a flow that the user may open: under way, failed, or done with its packs."""
    latest = Work.objects.filter(kind=actions.PAPERS, subject_id=flow_id).first()
    latest = latest if latest and request.may(latest.permission) else None
    done = next(iter(works_to_open(works, request.may)), None)
    files = list(done.files.select_related("file").filter(is_pack=True)) if done else []
    return {
        "work": latest if latest and latest.state != Work.State.DONE else None,
        "printed": done,
        "is_kept_back": bool(works) and done is None,
        "packs": files,
        "paper_count": sum(not file.is_pack for file in done.files.all()) if done else 0,
    }


def _chosen_before(works: list[Work], language: str) -> dict[str, object]:
    """What a flow's papers were last printed with: the language or the two, the number and day of the order."""
    order = next((order for work in works if (order := order_of(work)).number), OrderRecord())
    papers_in = str(works[0].options["papers_in"]) if works else language
    return {"language": papers_in, "order_number": order.number, "order_on": order.dated_on}


def _checklist(request: SchoolRequest, flow: Flow) -> Checklist:
    return checklist_of(flow, request.school, timezone.localdate(), may=request.may)


def _planned_for(project: Project | None, chosen: str) -> dict[str, object]:
    """What a new flow of a project begins with: its partner where it has one alone, and an activity it may do.

    chosen: the activity that was chosen before the project was; kept where the project has it too.
    """
    if project is None:
        return {}
    hosts = [each.partner for each in organisations_of(project)]
    activities = queries.activities_of(project)
    names = [each.name for each in activities]
    learners = [each.name for each in activities if each.participant == "learner"]
    usual = Flow._meta.get_field("activity").get_default()
    return {
        "project": project,
        "partner": hosts[0] if len(hosts) == 1 else None,
        "activity": next(name for name in (chosen, usual, *learners, *names) if name in names),
    }


def _form_page(request: SchoolRequest, form: object, title: str, back: Way, label: object = "") -> HttpResponse:
    return render(request, "web/form_page.html", {"form": form, "title": title, **way_back(back, label)})
