"""Pages of people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_tables2 import RequestConfig

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.people import queries
from tilts.people.forms import PersonForm
from tilts.people.tables import PersonTable


@school_page("people.view")
def person_list(request: SchoolRequest) -> HttpResponse:
    """All people, searched by the beginning of their family name."""
    search = request.GET.get("q", "")
    table = PersonTable(queries.people(search))
    RequestConfig(request, paginate={"per_page": 50}).configure(table)
    return render(request, "people/person_list.html", {"table": table, "search": search})


@school_page("people.view")
def person_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One person, and what other subjects have to say about them."""
    return render(request, "people/person_page.html", {"person": get_object_or_404(queries.people(), pk=pk)})


@school_page("people.change")
@require_http_methods(["GET", "POST"])
def person_add(request: SchoolRequest) -> HttpResponse:
    """A new person."""
    form = PersonForm(request.POST or None)
    if form.is_valid():
        person = form.save()
        messages.success(request, _("%(name)s is added.") % {"name": person})
        return redirect(person)
    return _form_page(request, form, _("New person"), reverse("people:list"))


@school_page("people.change")
@require_http_methods(["GET", "POST"])
def person_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a person."""
    person = get_object_or_404(queries.people(), pk=pk)
    form = PersonForm(request.POST or None, instance=person)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(person)
    return _form_page(request, form, _("Change person"), person.get_absolute_url())


def _form_page(request: SchoolRequest, form: PersonForm, title: str, back: str) -> HttpResponse:
    return render(request, "web/form_page.html", {"form": form, "title": title, "back": back})
