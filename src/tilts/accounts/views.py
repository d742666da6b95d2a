"""Pages about people and what they may."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from tilts.accounts import queries
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.roles import LABELS, MATRIX, Role


@school_page("accounts.view")
def role_table(request: SchoolRequest) -> HttpResponse:
    """The table of roles, and who has which in this school."""
    rows = [(LABELS[name], [(role, role in having) for role in Role]) for name, having in MATRIX.items()]
    context = {"roles": list(Role), "rows": rows, "members": queries.members_of(request.school)}
    return render(request, "accounts/role_table.html", context)


def sign_in_first(request: HttpRequest, slug: str, rest: str = "") -> HttpResponseBase:
    """Any address nobody knows: the way in for somebody not signed in, "not found" for everybody else.

    It does not look whether the school exists: a stranger learns nothing.
    """
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())
