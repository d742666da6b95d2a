"""Pages about people and what they may."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tilts.accounts import links, queries
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.models import School
from tilts.accounts.roles import LABELS, MATRIX, NEED_SECOND_FACTOR, Role
from tilts.accounts.schools import in_school


@school_page("accounts.view")
def role_table(request: SchoolRequest) -> HttpResponse:
    """The table of roles, and who has which in this school."""
    rows = [(LABELS[name], [(role, role in having) for role in Role]) for name, having in MATRIX.items()]
    context = {
        "roles": list(Role),
        "rows": rows,
        "need_second_factor": [role for role in Role if role in NEED_SECOND_FACTOR],
        "members": queries.members_of(request.school),
    }
    return render(request, "accounts/role_table.html", context)


@never_cache
def personal_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The page behind a personal link, inside its school; a clear word where the link no longer holds.

    The address holds the secret: it is not passed on to other sites, kept in caches or found by search engines.
    """
    link = links.find_link(secret)
    if link is None:
        return render(request, "accounts/link_unknown.html", status=404)
    if not links.holds(link):
        return render(request, "accounts/link_ended.html", {"link_school": link.school, "link": link}, status=410)
    request.link_school = link.school  # type: ignore[attr-defined]  # its mark stands in the head of the page
    with in_school(link.school):
        response = links.page_of(link)(request, link)
    # Not "no-referrer": a browser then hides where a form comes from, and our own check of that refuses it.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
def school_mark(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """The mark of a school, for whoever knows its address: pages and mails that are public anyway show it."""
    school = School.objects.filter(slug=slug).first()
    if school is None:
        raise Http404
    with in_school(school):
        mark = queries.mark_of_school()
    if mark is None or mark.digest != digest:
        raise Http404
    response = HttpResponse(bytes(mark.content), content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def sign_in_first(request: HttpRequest, slug: str, rest: str = "") -> HttpResponseBase:
    """Any address nobody knows: the way in for somebody not signed in, "not found" for everybody else.

    It does not look whether the school exists: a stranger learns nothing.
    """
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())
