"""Brings a request into its school.

`/daugavpils/flows/3/` is the page `flows/3/` in the school `daugavpils`. The short name is taken off
before the address is looked up and put before every address that is made, as a web server does with
the folder an application is mounted at. Somebody who is no member gets what an unknown address gets.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix

from tilts.accounts.models import School
from tilts.accounts.queries import roles_in_school, school_of
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


class SchoolMiddleware:
    """Gives every request `school` (or None) and `may(permission)`."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.school, request.roles = None, set()  # type: ignore[attr-defined]
        request.may = May(request)  # type: ignore[attr-defined]
        slug, slash, rest = request.path_info.removeprefix("/").partition("/")
        school = school_of(request.user, slug) if slash and request.user.is_authenticated else None
        if school is None:
            return self.get_response(request)
        request.school, request.roles = school, roles_in_school(request.user, school)  # type: ignore[attr-defined]
        request.path_info = f"/{rest}"
        with in_school(school), mounted_at(school):
            return self.get_response(request)


@contextmanager
def mounted_at(school: School) -> Iterator[None]:
    """Inside the block `reverse` and `{% url %}` give addresses of this school."""
    before = get_script_prefix()
    set_script_prefix(f"{before}{school.slug}/")
    try:
        yield
    finally:
        set_script_prefix(before)
