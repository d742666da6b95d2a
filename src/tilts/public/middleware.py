"""Public pages know nobody."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from tilts.accounts.models import RESERVED_SLUGS

_LANGUAGES = "|".join(re.escape(code) for code, _ in settings.LANGUAGES)
_PAGE = re.compile(rf"/(?:(?P<slug>[-\w]+)/)?(?P<language>{_LANGUAGES})/")
_FILES = frozenset({"/robots.txt", "/sitemap.xml"})


class PublicPagesMiddleware:
    """Asks for public pages as a stranger without cookies would, in the language of their address.

    So who is signed in sees what everybody sees, no cookie is set, and any cache may keep the answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        page = _PAGE.match(request.path_info)
        is_page = page is not None and page["slug"] not in RESERVED_SLUGS
        if not is_page and request.path_info not in _FILES:
            return self.get_response(request)
        request.COOKIES = {}
        request.META.pop("HTTP_COOKIE", None)
        request.META["HTTP_ACCEPT_LANGUAGE"] = page["language"] if page else settings.LANGUAGE_CODE
        response = self.get_response(request)
        response.cookies.clear()
        del response.headers["Vary"]
        return response
