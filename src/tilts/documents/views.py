"""The page about a school's papers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tilts.accounts import actions
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.documents import numbering
from tilts.documents.forms import PapersForm
from tilts.web.rendering import way_back


@school_page("accounts.settings")
@require_http_methods(["GET", "POST"])
def papers_settings(request: SchoolRequest) -> HttpResponse:
    """How papers are numbered, and the safety instruction."""
    school = request.school
    form = PapersForm(request.POST or None, school=school, numbering=numbering.numbering_of_school())
    if form.is_valid():
        typed = form.cleaned_data
        numbering.change_numbering(pattern=typed["pattern"], next_number=typed["next_number"], by=request.user)
        if form.safety_instruction() != school.safety_instruction:
            school.safety_instruction = form.safety_instruction()
            actions.save_settings(school, ["safety_instruction"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("accounts:school")
    context = {"form": form, "title": _("Papers of the school"), **way_back(reverse("accounts:school"), _("School"))}
    return render(request, "documents/papers_settings.html", context)
