"""The first page: of a school, or of somebody who works for several."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.queries import schools_of
from tilts.home import queries
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
    return render(request, "home/school_home.html", {"flows": flows})


@school_page("accounts.view")
def search(request: SchoolRequest) -> HttpResponse:
    """What begins with the words, by subject; each subject shows only what this person may see."""
    text = " ".join(request.GET.get("q", "").split())[:100]
    groups = [(finder, finder.find(text, MOST_FOUND)) for finder in slots.finders(request)] if text else []
    found = [(finder, rows) for finder, rows in groups if rows]
    return render(request, "home/search.html", {"search": text, "found": found})
