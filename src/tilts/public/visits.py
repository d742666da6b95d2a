"""A visit: whose public pages are seen, in which language, and whether as a preview; it makes the addresses."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.core.languages import text_for
from tilts.public import queries
from tilts.public.models import Site

#: How long a cache may show a page without asking again, in seconds.
FRESH = 300

PAGES = {
    "home": "",
    "partners": "partners/",
    "partner": "partners/{}/",
    "years": "partners/years/",
    "projects": "projects/",
    "project": "projects/{}/",
    "mobilities": "mobilities/",
}


@dataclass(frozen=True)
class Text:
    """A text and the language it is in, where it is not in the one asked for."""

    text: str
    language: str
    is_translated: bool


@dataclass(frozen=True)
class Visit:
    """Somebody sees the public pages of a school."""

    school: School
    language: str
    site: Site
    base: str  # the address before the language
    is_preview: bool = False
    page: tuple[str, tuple[int, ...]] = field(default=("home", ()))

    def url(self, name: str, *numbers: int, language: str = "") -> str:
        """The address of a page, in the visit's language or another one."""
        return f"{self.base}{language or self.language}/{PAGES[name].format(*numbers)}"

    def whole_url(self, language: str = "") -> str:
        """This page as it is opened from outside."""
        name, numbers = self.page
        return f"{settings.TILTS_URL}{self.url(name, *numbers, language=language)}"

    @property
    def languages(self) -> list[tuple[str, str, str]]:
        """Code, name and address of this page in each language."""
        name, numbers = self.page
        return [(code, label, self.url(name, *numbers, language=code)) for code, label in settings.LANGUAGES]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Code and whole address of this page in each language."""
        return [(code, self.whole_url(code)) for code, _ in settings.LANGUAGES]

    @property
    def name(self) -> Text:
        """The school's name in the visit's language, or else its own."""
        there = self.language == self.school.language or "name" in self.school.in_other_languages.get(self.language, {})
        name = self.school.text("name", self.language)
        return Text(name, self.language if there else self.school.language, there)

    @property
    def address(self) -> str:
        return self.school.text("address", self.language)

    @property
    def introduction(self) -> Text:
        text, language = text_for(self.site.introductions, self.language)
        return Text(text, language, language == self.language)


Page = Callable[..., HttpResponse]


def for_everybody(page: Page) -> Callable[..., HttpResponseBase]:
    """A page of a school that anybody may see; there is none where the school has no public pages."""

    @require_safe
    @wraps(page)
    def shown(request: HttpRequest, slug: str, language: str, **numbers: int) -> HttpResponseBase:
        school = queries.public_school(slug)
        if school is None:
            raise Http404
        with in_school(school), translation.override(language):
            visit = Visit(
                school, language, queries.site(), f"{get_script_prefix()}{slug}/", page=_page_of(request, numbers)
            )
            response = page(request, visit, **numbers)
        return cacheable(request, response, language)

    return shown


def for_preview(page: Page) -> Callable[..., HttpResponseBase]:
    """The same page for those who decide what it shows, whether it is public yet or not."""

    @school_page("public.view")
    @never_cache
    @require_safe
    @wraps(page)
    def shown(request: SchoolRequest, language: str, **numbers: int) -> HttpResponseBase:
        base = reverse("public:site") + "preview/"
        with translation.override(language):
            visit = Visit(request.school, language, queries.site(), base, True, _page_of(request, numbers))
            response = page(request, visit, **numbers)
        response["Content-Language"] = language
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


def cacheable(request: HttpRequest, response: HttpResponse, language: str) -> HttpResponseBase:
    """Says how long the answer may be kept; an unchanged one is not sent again."""
    response["Cache-Control"] = f"public, max-age={FRESH}"
    response["Content-Language"] = language
    response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _page_of(request: HttpRequest, numbers: dict[str, Any]) -> tuple[str, tuple[int, ...]]:
    match = request.resolver_match
    name = match.url_name.removeprefix("preview_") if match and match.url_name else "home"
    return name, tuple(numbers.values())
