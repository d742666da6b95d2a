"""Pages of people."""

import json
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.people import privacy, queries, rules
from tilts.people.filters import PersonFilter
from tilts.people.forms import (
    BankAccountForm,
    ConsentForm,
    EmergencyContactForm,
    EraseForm,
    GuardianForm,
    NeedForm,
    PersonForm,
    TravelDocumentForm,
)
from tilts.people.models import (
    BankAccount,
    Consent,
    EmergencyContact,
    Guardian,
    Need,
    Person,
    TravelDocument,
)
from tilts.people.tables import PERSON_EXPORT, PersonTable
from tilts.web.listing import Listing
from tilts.web.rendering import Way, ask_to_remove, way_back

_PEOPLE = Listing(PersonTable, queries.people, PersonFilter, PERSON_EXPORT)


@school_page("people.view")
def person_list(request: SchoolRequest) -> HttpResponse:
    """All people, searched by the beginning of their name, by kind and by group."""
    return render(request, "people/person_list.html", _PEOPLE.page(request, export_url=reverse("people:export")))


@school_page("people.view")
def person_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _PEOPLE.spreadsheet(request, "people")


@school_page("people.view")
def person_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One person, and what other subjects have to say about them."""
    person = get_object_or_404(queries.people(), pk=pk)
    today = timezone.localdate()
    document = queries.one_of(TravelDocument, person)
    context = {
        "person": person,
        "is_minor_until": rules.comes_of_age_on(person.born_on) if rules.is_minor(person.born_on, today) else None,
        "guardians": person.guardians.all(),
        "bank": queries.one_of(BankAccount, person),
        "document": document,
        "is_document_expired": document is not None and document.expires_on < today,
        "emergency": queries.one_of(EmergencyContact, person),
        "consents": person.consents.all(),
        "needs": person.needs.all() if request.may("people.needs") else None,
    }
    return render(request, "people/person_page.html", context)


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
    return _form_page(request, form, _("Change person"), person)


# What stands on a person's page in rows of its own


@dataclass(frozen=True)
class _Part:
    """permission: needed beside `people.change`, because the form shows what others may not see."""

    model: Any
    form: type[ModelForm]  # type: ignore[type-arg]
    label: str | Promise
    new: str | Promise
    change: str | Promise
    permission: str = "people.change"
    is_one: bool = False  # a person has one at most


_PARTS = {
    "guardians": _Part(
        Guardian,
        GuardianForm,
        gettext_lazy("Guardian"),
        gettext_lazy("Add a guardian"),
        gettext_lazy("Change guardian"),
    ),
    "bank": _Part(
        BankAccount,
        BankAccountForm,
        gettext_lazy("Bank account"),
        gettext_lazy("Add a bank account"),
        gettext_lazy("Change bank account"),
        permission="people.bank",
        is_one=True,
    ),
    "document": _Part(
        TravelDocument,
        TravelDocumentForm,
        gettext_lazy("Travel document"),
        gettext_lazy("Add a travel document"),
        gettext_lazy("Change travel document"),
        permission="people.bank",
        is_one=True,
    ),
    "emergency": _Part(
        EmergencyContact,
        EmergencyContactForm,
        gettext_lazy("Emergency contact"),
        gettext_lazy("Add an emergency contact"),
        gettext_lazy("Change emergency contact"),
        is_one=True,
    ),
    "consents": _Part(
        Consent,
        ConsentForm,
        gettext_lazy("Consent"),
        gettext_lazy("Add a consent"),
        gettext_lazy("Change or withdraw consent"),
    ),
    "needs": _Part(
        Need,
        NeedForm,
        gettext_lazy("Need"),
        gettext_lazy("Add a need"),
        gettext_lazy("Change need"),
        permission="people.needs",
    ),
}


@school_page("people.change")
@require_http_methods(["GET", "POST"])
def part_add(request: SchoolRequest, pk: int, part: str) -> HttpResponse:
    """A guardian, a bank account, a travel document, an emergency contact, a consent or a need of a person."""
    person, kind = _person_and_kind(request, pk, part)
    if kind.is_one and (there := queries.one_of(kind.model, person)):
        return redirect("people:part_change", pk, part, there.pk)
    form = kind.form(request.POST or None, instance=kind.model(person=person))
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(person)
    return _form_page(request, form, str(kind.new), person)


@school_page("people.change")
@require_http_methods(["GET", "POST"])
def part_change(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Change one of them."""
    person, kind = _person_and_kind(request, pk, part)
    row = get_object_or_404(kind.model, person=person, pk=part_pk)
    form = kind.form(request.POST or None, instance=row)
    if form.is_valid():
        if isinstance(row, BankAccount | TravelDocument | EmergencyContact):
            row.by_link = False
        form.save()
        messages.success(request, _("Saved."))
        return redirect(person)
    remove = reverse("people:part_remove", args=[pk, part, part_pk])
    return _form_page(request, form, str(kind.change), person, remove)


@school_page("people.change")
@require_http_methods(["GET", "POST"])
def part_remove(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Take one of them away, once that is confirmed."""
    person, kind = _person_and_kind(request, pk, part)
    row = get_object_or_404(kind.model, person=person, pk=part_pk)
    if request.method == "GET":
        return ask_to_remove(request, kind.label, person)
    row.delete()
    messages.success(request, _("Removed."))
    return redirect(person)


def _person_and_kind(request: SchoolRequest, pk: int, part: str) -> tuple[Person, _Part]:
    kind = _PARTS.get(part)
    if kind is None:
        raise Http404
    if not request.may(kind.permission):
        raise PermissionDenied
    return get_object_or_404(queries.people(), pk=pk), kind


# Privacy


@school_page("people.privacy")
@require_http_methods(["GET", "POST"])
def person_privacy(request: SchoolRequest, pk: int) -> HttpResponse:
    """Everything that is held of a person: to give out, and to erase after the name was typed."""
    person = get_object_or_404(queries.people(), pk=pk)
    form = EraseForm(person, request.POST or None)
    reasons = privacy.reasons_to_stay(person)
    if form.is_valid():
        try:
            privacy.erase_person(person)
        except privacy.ErasureRefused as refused:
            reasons = list(refused.reasons)
        else:
            messages.success(request, _("This person is erased."))
            return redirect("people:list")
    return render(request, "people/person_privacy.html", {"person": person, "form": form, "reasons": reasons})


@school_page("people.privacy")
def person_data(request: SchoolRequest, pk: int) -> HttpResponse:
    """Everything that is held of a person, as a file for that person."""
    person = get_object_or_404(queries.people(), pk=pk)
    text = json.dumps(privacy.export_person(person), ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="person-{person.pk}.json"'
    return response


def _form_page(request: SchoolRequest, form: object, title: str, back: Way, remove: str = "") -> HttpResponse:
    context = {"form": form, "title": title, **way_back(back), "remove": remove}
    return render(request, "people/part_form.html", context)
