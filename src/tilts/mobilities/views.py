"""Pages of flows and mobilities."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from django_tables2 import RequestConfig

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.core.spans import Span
from tilts.mobilities import actions, asking, presenting, queries
from tilts.mobilities.forms import AttendanceForm, FlowForm, MobilityForm, PrintForm, StayForm
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.records import OrderRecord
from tilts.mobilities.tables import FlowTable
from tilts.projects.queries import projects
from tilts.web import undo
from tilts.web.paging import PAGES


@school_page("mobilities.view")
def flow_list(request: SchoolRequest) -> HttpResponse:
    """All flows, searched by the beginning of their name."""
    search = request.GET.get("q", "")
    table = FlowTable(queries.flows(search))
    RequestConfig(request, paginate=PAGES).configure(table)
    return render(request, "mobilities/flow_list.html", {"table": table, "search": search})


@school_page("mobilities.view")
def flow_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One flow: who travels, what each is granted and why, and its papers."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    context = {
        "flow": flow,
        "sheet": presenting.flow_sheet(flow, request.school),
        "print_form": PrintForm(initial={"language": request.school.language}),
    }
    return render(request, "mobilities/flow_page.html", context)


@school_page("mobilities.view")
def mobility_page(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """One person's grant, with each figure it rests on."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    rows = presenting.flow_sheet(flow, request.school).rows
    row = next(row for row in rows if row.mobility.pk == mobility.pk)
    context = {"flow": flow, "row": row, "texts": presenting.common_texts(row.mobility)}
    return render(request, "mobilities/mobility_page.html", context)


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def flow_add(request: SchoolRequest) -> HttpResponse:
    """A new flow."""
    project = projects().filter(pk=request.GET["project"]).first() if request.GET.get("project", "").isdigit() else None
    form = FlowForm(request.POST or None, initial={"project": project})
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
    return _form_page(request, form, _("Change flow"), flow.get_absolute_url())


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def mobility_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take one person into the flow, for example an accompanying teacher."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    form = MobilityForm(request.POST or None, instance=Mobility(flow=flow))
    if form.is_valid():
        actions.take_in(flow, [form.cleaned_data["person"]], form.cleaned_data["role"])
        return redirect(flow)
    return _form_page(request, form, _("One more person"), flow.get_absolute_url())


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
    return _form_page(request, form, _("Stay of %(name)s") % {"name": mobility.person}, back)


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
    return _form_page(request, form, _("The stay took place"), flow.get_absolute_url())


@school_page("mobilities.change")
@require_POST
def mobility_remove(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """Take a person out of the flow."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    kept = undo.keep(request, "mobilities.mobility", mobility)
    name = str(mobility.person)
    actions.take_out(mobility)
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
    response = HttpResponse(asking.slips(flow, request.school, request.school.language), content_type="application/pdf")
    response["Cache-Control"] = "private, no-store"
    return response


@school_page("mobilities.change")
@require_POST
def link_show(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """A new personal link of one person, to copy or scan."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    link = asking.link_for(mobility)
    context = {"flow": flow, "mobility": mobility, "link": link, "code": presenting.qr_code(link)}
    response = render(request, "mobilities/link_page.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@school_page("mobilities.print")
@require_POST
def papers_print(request: SchoolRequest, pk: int) -> HttpResponse:
    """Have the papers made, and wait for them on their page."""
    flow = get_object_or_404(Flow.objects.all(), pk=pk)
    form = PrintForm(request.POST)
    if not form.is_valid():
        for sentences in form.errors.values():
            messages.error(request, " ".join(sentences))
        return redirect(flow)
    wanted = form.cleaned_data
    work = actions.print_papers(
        flow,
        language=wanted["language"],
        by=request.user,
        kinds=wanted["kinds"],
        order=OrderRecord(wanted["order_number"], wanted["order_on"]),
        tell_by_mail=wanted["tell_me"],
    )
    return redirect("jobs:work", work.pk)


def _form_page(request: SchoolRequest, form: object, title: str, back: str) -> HttpResponse:
    return render(request, "web/form_page.html", {"form": form, "title": title, "back": back})
