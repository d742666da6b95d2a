"""Pages of partners."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.forms import ModelForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from django_tables2 import RequestConfig

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.core.places import find_towns
from tilts.partners import queries, sentences
from tilts.partners.filters import PartnerFilter
from tilts.partners.forms import (
    ContactForm,
    GroupForm,
    NameForm,
    PartnerForm,
    SiteForm,
    initial_from,
)
from tilts.partners.life.forms import EncounterForm
from tilts.partners.life.queries import encounters_with
from tilts.partners.models import (
    DirectoryEntry,
    Encounter,
    Partner,
    PartnerContact,
    PartnerGroup,
    PartnerName,
    PartnerSite,
    StudyProgramme,
)
from tilts.partners.pages import part_form, remove_row
from tilts.partners.possible.queries import ties_with
from tilts.partners.tables import PARTNER_EXPORT, GroupTable, PartnerTable
from tilts.partners.teaching.forms import ProgrammeForm
from tilts.web.forms import TypedConfirmForm
from tilts.web.listing import Listing
from tilts.web.paging import PAGES
from tilts.web.rendering import ask_to_remove, way_back

# Partners


_PARTNERS = Listing(PartnerTable, queries.partners, PartnerFilter, PARTNER_EXPORT)
_PARTNERS_NEARLY = replace(_PARTNERS, find=queries.partners_nearly)


@school_page("partners.view")
def partner_list(request: SchoolRequest) -> HttpResponse:
    """All partners, searched by the beginnings of words, by kind and by country; else those called nearly so."""
    export_url = reverse("partners:export")
    context = _PARTNERS.page(request, export_url=export_url)
    if context["search"] and not context["table"].rows:
        context = _PARTNERS_NEARLY.page(request, export_url=export_url) | {"is_nearly": True}
    return render(request, "partners/partner_list.html", context)


@school_page("partners.view")
def partner_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    is_nearly = "q" in request.GET and not _PARTNERS.page(request)["table"].rows
    find = queries.partners_nearly if is_nearly else queries.partners
    with_numbers = replace(_PARTNERS, find=lambda search: find(search).prefetch_related("numbers"))
    return with_numbers.spreadsheet(request, "partners")


@school_page("partners.view")
def partner_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One partner, and what other subjects have to say about it."""
    partner = get_object_or_404(queries.partners().select_related("successor"), pk=pk)
    context = {
        "partner": partner,
        "names": partner.names.all(),
        "numbers": partner.numbers.all(),
        "sites": partner.sites.all(),
        "contacts": partner.contacts.all() if request.may("partners.contacts") else None,
        "programmes": queries.programmes_of(partner),
        "encounters": encounters_with(partner),
        "ties": [sentences.tie_in_words(sign, partner.country) for sign in ties_with(partner)],
        "groups": [member.group for member in partner.groups.select_related("group").order_by("group__sort_key")],
        "predecessors": partner.predecessors.all(),
    }
    return render(request, "partners/partner_page.html", context)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def partner_add(request: SchoolRequest) -> HttpResponse:
    """A new partner, filled in from the directory where one was chosen there."""
    entry = None
    if (chosen := request.GET.get("directory", "")).isdecimal():
        entry = DirectoryEntry.objects.filter(pk=chosen).first()
    form = PartnerForm(request.POST or None, initial=initial_from(entry) if entry else None)
    is_valid = form.is_valid()
    # What the directory fills in is looked up before anything is sent, so that nobody adds a partner twice.
    alike = queries.look_alikes(form.organisation()) if is_valid or (entry and not form.is_bound) else []
    if is_valid and (not alike or "save_anyway" in request.POST):
        partner = form.save()
        messages.success(request, _("%(name)s is added.") % {"name": partner})
        return redirect(partner)
    context = {"form": form, "alike": alike, "title": _("New partner"), "back": reverse("partners:list")}
    return render(request, "partners/partner_form.html", context)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def partner_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a partner."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    form = PartnerForm(request.POST or None, instance=partner)
    is_valid = form.is_valid()
    alike = queries.look_alikes(form.organisation(), but=pk) if is_valid and form.may_be_another else []
    if is_valid and (not alike or "save_anyway" in request.POST):
        form.save()
        messages.success(request, _("Saved."))
        return redirect(partner)
    context = {"form": form, "alike": alike, "title": _("Change partner"), **way_back(partner)}
    context["remove"] = reverse("partners:remove", args=[pk])
    return render(request, "partners/partner_form.html", context)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def partner_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take a partner away that nothing points to, such as a second copy, after its name was typed."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    form = TypedConfirmForm(request.POST or None, word=partner.name)
    if form.is_valid():
        return redirect("partners:list" if remove_row(request, partner) else partner)
    text = _("The partner goes for good, with its names, contacts, places and study programmes.")
    return ask_to_remove(request, partner, partner.get_absolute_url(), text=text, form=form)


@school_page("partners.view")
def town_options(request: SchoolRequest) -> HttpResponse:
    """Towns whose name begins as typed, for the town field."""
    towns = find_towns(request.GET.get("town", ""), request.GET.get("country") or None)
    return render(request, "partners/town_options.html", {"towns": towns})


# What stands on a partner's page in rows of its own


@dataclass(frozen=True)
class _Part:
    model: Any  # a PartOfPartner
    form: type[ModelForm]  # type: ignore[type-arg]
    new: str | Promise
    change: str | Promise


_PARTS = {
    "names": _Part(PartnerName, NameForm, gettext_lazy("Another name"), gettext_lazy("Change name")),
    "contacts": _Part(PartnerContact, ContactForm, gettext_lazy("New contact"), gettext_lazy("Change contact")),
    "sites": _Part(PartnerSite, SiteForm, gettext_lazy("Another place"), gettext_lazy("Change place")),
    "programmes": _Part(
        StudyProgramme, ProgrammeForm, gettext_lazy("New study programme"), gettext_lazy("Change study programme")
    ),
    "encounters": _Part(
        Encounter, EncounterForm, gettext_lazy("New contact or visit"), gettext_lazy("Change contact or visit")
    ),
}


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def part_add(request: SchoolRequest, pk: int, part: str) -> HttpResponse:
    """Another name, a contact, a place, a study programme, a contact or visit of a partner."""
    partner, kind = _partner_and_kind(pk, part)
    form = kind.form(request.POST or None, instance=kind.model(partner=partner))
    if form.is_valid():
        form.save()
        return redirect(partner)
    return part_form(request, form, str(kind.new), partner)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def part_change(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Change one of them."""
    partner, kind = _partner_and_kind(pk, part)
    row = get_object_or_404(kind.model, partner=partner, pk=part_pk)
    form = kind.form(request.POST or None, instance=row)
    if form.is_valid():
        form.save()
        return redirect(partner)
    remove = reverse("partners:part_remove", args=[pk, part, part_pk])
    return part_form(request, form, str(kind.change), partner, remove)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def part_remove(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Take one of them away, once that is confirmed."""
    partner, kind = _partner_and_kind(pk, part)
    row = get_object_or_404(kind.model, partner=partner, pk=part_pk)
    if request.method == "GET":
        return ask_to_remove(request, row, partner.get_absolute_url())
    remove_row(request, row)
    return redirect(partner)


def _partner_and_kind(pk: int, part: str) -> tuple[Partner, _Part]:
    if part not in _PARTS:
        raise Http404
    return get_object_or_404(queries.partners(), pk=pk), _PARTS[part]


# Groups


@school_page("partners.view")
def group_list(request: SchoolRequest) -> HttpResponse:
    """All groups of partners."""
    return render(request, "partners/group_list.html", Listing(GroupTable, queries.groups).page(request))


@school_page("partners.view")
def group_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One group and who is in it."""
    group = get_object_or_404(PartnerGroup, pk=pk)
    table = PartnerTable(queries.members_of(group))
    RequestConfig(request, paginate=PAGES).configure(table)
    return render(request, "partners/group_page.html", {"group": group, "table": table})


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def group_add(request: SchoolRequest) -> HttpResponse:
    """A new group."""
    form = GroupForm(request.POST or None)
    if form.is_valid():
        return redirect(form.save())
    return part_form(request, form, _("New group"), reverse("partners:groups"))


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def group_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a group or who is in it."""
    group = get_object_or_404(PartnerGroup, pk=pk)
    form = GroupForm(request.POST or None, instance=group)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(group)
    remove = reverse("partners:group_remove", args=[pk])
    return part_form(request, form, _("Change group"), group, remove)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def group_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take a group away, once that is confirmed; its partners stay."""
    group = get_object_or_404(PartnerGroup, pk=pk)
    if request.method == "GET":
        return ask_to_remove(request, group, group.get_absolute_url(), text=_("Its partners stay."))
    remove_row(request, group)
    return redirect("partners:groups")
