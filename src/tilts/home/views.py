"""The first page: of a school, or of somebody who works for several."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.queries import schools_of
from tilts.home import queries, tour
from tilts.web import slots

#: How many of each kind the search shows; who wants more goes on in the list.
MOST_FOUND = 8


@require_safe
def start(request: HttpRequest) -> HttpResponseBase:
    """In a school its home page; outside, the way to one's schools."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if getattr(request, "school", None):
        return school_home(request)
    schools = list(schools_of(request.user))
    if len(schools) == 1:
        return redirect(f"/{schools[0].slug}/")
    return render(request, "home/schools.html", {"schools": schools})


@school_page("accounts.view")
def school_home(request: SchoolRequest) -> HttpResponse:
    """What needs doing now, and the flows that come next."""
    flows = queries.flows_ahead() if request.may("mobilities.view") else None
    context: dict[str, object] = {"flows": flows, "has_left_tour": tour.is_left(request)}
    if not context["has_left_tour"]:
        seen = tour.seen_by(request, request.school.pk)
        steps = [(step, step.code in seen) for step in tour.steps_for(request)]
        context |= {"tour": steps, "tour_is_over": all(is_seen for _step, is_seen in steps)}
    return render(request, "home/school_home.html", context)


@school_page("accounts.view")
@require_safe
def tour_step(request: SchoolRequest, code: str) -> HttpResponse:
    """Go to the page of a step, and remember until signing out that it was seen."""
    step = next((each for each in tour.steps_for(request) if each.code == code), None)
    if step is None:
        raise Http404
    tour.mark_seen(request, request.school.pk, code)
    return redirect(step.address())


@school_page("accounts.view")
@require_POST
def tour_leave(request: SchoolRequest) -> HttpResponse:
    """Put the first steps away."""
    tour.leave(request)
    messages.success(request, _("The first steps are put away. At the foot of this page you find them again."))
    return redirect("home:start")


@school_page("accounts.view")
@require_POST
def tour_again(request: SchoolRequest) -> HttpResponse:
    """Show the first steps again."""
    tour.begin_again(request)
    return redirect("home:start")


@school_page("accounts.view")
def search(request: SchoolRequest) -> HttpResponse:
    """What begins with the words, by subject; each subject shows only what this person may see."""
    text = " ".join(request.GET.get("q", "").split())[:100]
    groups = [(finder, finder.find(text, MOST_FOUND)) for finder in slots.finders(request)] if text else []
    found = [(finder, rows) for finder, rows in groups if rows]
    return render(request, "home/search.html", {"search": text, "found": found})
