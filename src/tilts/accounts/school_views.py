"""The pages of a school's settings."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts import actions, queries
from tilts.accounts.forms import MarkForm, OtherLanguagesForm, SchoolForm
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.models import School
from tilts.accounts.presenting import other_languages
from tilts.core.places import country_name
from tilts.web.rendering import way_back


@school_page("accounts.settings")
def school_page_of_settings(request: SchoolRequest) -> HttpResponse:
    """All that the school says of itself, and where it is changed."""
    context = {
        "school": request.school,
        "country": country_name(request.school.country, get_language() or "en"),
        "language": dict(settings.LANGUAGES).get(request.school.language, request.school.language),
        "mark": queries.mark_of_school(),
        "others": other_languages(request.school),
        "events": queries.access_events(),
    }
    return render(request, "accounts/school.html", context)


@school_page("accounts.settings")
@require_http_methods(["GET", "POST"])
def school_change(request: SchoolRequest) -> HttpResponse:
    """Name, place, director, ways to reach the school."""
    school = School.objects.get(pk=request.school.pk)  # a refused name must not show in the head of the page
    form = SchoolForm(request.POST or None, instance=school)
    if form.is_valid():
        actions.save_settings(form.save(commit=False), form.changed_fields, by=request.user)
        return _saved(request)
    return _form(request, "web/form_page.html", form, _("Name and address"))


@school_page("accounts.settings")
@require_http_methods(["GET", "POST"])
def languages_change(request: SchoolRequest) -> HttpResponse:
    """How papers in other languages call the school."""
    school = request.school
    form = OtherLanguagesForm(request.POST or None, school=school)
    if form.is_valid():
        if form.texts() != school.in_other_languages:
            school.in_other_languages = form.texts()
            actions.save_settings(school, ["in_other_languages"], by=request.user)
        return _saved(request)
    return _form(request, "accounts/school_languages.html", form, _("In other languages"))


@school_page("accounts.settings")
@require_http_methods(["GET", "POST"])
def mark_change(request: SchoolRequest) -> HttpResponse:
    """Another mark."""
    form = MarkForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        actions.set_mark(form.cleaned_data["picture"], by=request.user)
        return _saved(request)
    return _form(request, "accounts/school_mark.html", form, _("The school's mark"), mark=queries.mark_of_school())


@school_page("accounts.settings")
@require_POST
def mark_remove(request: SchoolRequest) -> HttpResponse:
    """No mark."""
    actions.set_mark(None, by=request.user)
    return _saved(request)


def _saved(request: SchoolRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("accounts:school")


def _form(request: SchoolRequest, template: str, form: object, title: str, **more: object) -> HttpResponse:
    return render(
        request, template, {"form": form, "title": title, **way_back(reverse("accounts:school"), _("School")), **more}
    )
