"""Who may see a school's page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from tilts.accounts.models import School, User
from tilts.accounts.roles import MATRIX, Role

P = ParamSpec("P")


class SchoolRequest(HttpRequest):
    """What a view behind `school_page` gets: a request of a member, inside their school."""

    school: School
    user: User
    roles: set[Role]
    may: Callable[[str], bool]
    htmx: Any


View = Callable[Concatenate[SchoolRequest, P], HttpResponseBase]


def school_page(permission: str) -> Callable[[View[P]], View[P]]:
    """Marks a view as a page of a school, for those who have `permission` there.

    Outside a school there is no such page (404); without the permission it is refused (403). No cache keeps what it
    answers, the browser's neither: at a shared desk somebody else sits there next.
    """
    if permission not in MATRIX:
        raise KeyError(permission)

    def mark(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: SchoolRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if request.school is None:
                raise Http404
            if not request.may(permission):
                raise PermissionDenied
            response = view(request, *args, **kwargs)
            if not response.has_header("Cache-Control"):
                add_never_cache_headers(response)
            return response

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return mark
