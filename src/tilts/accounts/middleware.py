"""Brings a request into its school.

`/daugavpils/flows/3/` is the page `flows/3/` in the school `daugavpils`. The short name is taken off
before the address is looked up and put before every address that is made, as a web server does with
the folder an application is mounted at. Somebody who is no member gets what an unknown address gets.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import translation
from django_htmx.http import HttpResponseClientRedirect

from tilts.accounts import second_factor
from tilts.accounts.models import School
from tilts.accounts.queries import roles_in_school, schools_of
from tilts.accounts.roles import allowed
from tilts.accounts.schools import in_school

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class May:
    """What the person of this request may here: called in Python, asked with `in` in templates."""

    do_not_call_in_templates = True

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def __call__(self, permission: str) -> bool:
        return allowed(self.request.roles, permission)  # type: ignore[attr-defined]

    __contains__ = __call__


def permissions(request: HttpRequest) -> dict[str, May | frozenset[str]]:
    """The context processor that gives templates `may`; a page shown before the school is known may nothing."""
    return {"may": getattr(request, "may", frozenset())}


class LanguageMiddleware:
    """The language that somebody keeps in their account, where this browser was not told another one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and request.user.is_authenticated:
            language = request.user.language
            if language in dict(settings.LANGUAGES):
                translation.activate(language)
                request.LANGUAGE_CODE = language
        return self.get_response(request)


class SchoolMiddleware:
    """Gives every request `school` (or None) and `may(permission)`.

    Who needs a second step of signing in and has none comes into no school.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.school, request.roles = None, set()  # type: ignore[attr-defined]
        request.may = May(request)  # type: ignore[attr-defined]
        slug, slash, rest = request.path_info.removeprefix("/").partition("/")
        # All of them at once: the menu of the page offers the others.
        own = list(schools_of(request.user)) if slash and request.user.is_authenticated else None
        request.own_schools = own  # type: ignore[attr-defined]
        school = next((each for each in own or () if each.slug == slug), None)
        if school is None:
            return self.get_response(request)
        roles = roles_in_school(request.user, school)
        if second_factor.is_missing(request.user, roles):
            return lead_to_second_factor(request)
        request.school, request.roles = school, roles  # type: ignore[attr-defined]
        request.path_info = f"/{rest}"
        with in_school(school), mounted_at(school):
            return self.get_response(request)


def lead_to_second_factor(request: HttpRequest) -> HttpResponse:
    """To the page that says why a second step is needed and how it is set up; outside every school."""
    page = reverse("your_account:second_factor")
    return HttpResponseClientRedirect(page) if "HX-Request" in request.headers else HttpResponseRedirect(page)


@contextmanager
def mounted_at(school: School) -> Iterator[None]:
    """Inside the block `reverse` and `{% url %}` give addresses of this school."""
    before = get_script_prefix()
    set_script_prefix(f"{before}{school.slug}/")
    try:
        yield
    finally:
        set_script_prefix(before)
