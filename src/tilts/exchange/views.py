"""Pages of class lists on their way in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.exchange import actions, presenting, queries
from tilts.exchange.forms import RosterForm, RowForm
from tilts.exchange.models import Roster
from tilts.exchange.sentences import FIELDS
from tilts.mobilities.models import Flow
from tilts.web.rendering import render_part


@school_page("exchange.import")
@require_POST
def roster_drop(request: SchoolRequest, flow_pk: int) -> HttpResponse:
    """Read a dropped class list; on to its check page."""
    flow = get_object_or_404(Flow.objects.all(), pk=flow_pk)
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        for error in form.errors.get("file", [_("Please choose a file.")]):
            messages.error(request, error)
        return redirect(flow)
    file = form.cleaned_data["file"]
    try:
        roster = actions.drop_roster(flow, file_name=file.name, content=file.read(), by=request.user)
    except actions.RosterRefused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return redirect(flow)
    return redirect(roster)


@school_page("exchange.import")
def roster_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """The check page: the good rows, and those to mend, in place."""
    return _check_page(request, get_object_or_404(queries.rosters(), pk=pk))


@school_page("exchange.import")
@require_POST
def row_mend(request: SchoolRequest, pk: int, row_pk: int) -> HttpResponse:
    """Put other texts into a row, make two of it, or leave it out."""
    roster = get_object_or_404(queries.rosters(), pk=pk)
    stored = get_object_or_404(roster.rows.all(), pk=row_pk)
    if "leave_out" in request.POST:
        actions.leave_out(stored)
    elif "part" in request.POST:
        actions.part_row(stored)
    else:
        sent = tuple(field for field in FIELDS if field in request.POST)
        form = RowForm(request.POST, shown=sent)
        if form.is_valid():
            actions.mend_row(stored, form.cleaned_data)
    if not request.htmx:
        return redirect(roster)
    return _check_page(request, get_object_or_404(queries.rosters(), pk=pk))


@school_page("exchange.import")
@require_POST
def roster_take_over(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take the good rows over; back to the flow, or to what is left to mend."""
    roster = get_object_or_404(queries.rosters(), pk=pk)
    added = actions.take_over(roster)
    messages.success(
        request,
        ngettext("%(count)s person is now in the flow.", "%(count)s people are now in the flow.", added)
        % {"count": added},
    )
    roster.refresh_from_db()
    return redirect(roster.flow if roster.finished_at else roster)


def _check_page(request: SchoolRequest, roster: Roster) -> HttpResponse:
    context = {"roster": roster, "check": presenting.check_sheet(roster)}
    return render_part(request, "exchange/roster_page.html", "check", context)
