"""What the pages of several rooms share."""

from django.contrib import messages
from django.db.models import Model, ProtectedError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tilts.accounts.guard import SchoolRequest
from tilts.web.rendering import Way, way_back


def remove_row(request: SchoolRequest, row: Model) -> bool:
    """Takes a row away unless something needs it; tells which, and whether it is gone."""
    name = str(row)
    try:
        row.delete()
    except ProtectedError:
        messages.error(request, _("%(name)s is in use elsewhere and can't be removed.") % {"name": name})
        return False
    messages.success(request, _("%(name)s is removed.") % {"name": name})
    return True


def part_form(
    request: SchoolRequest, form: object, title: str, back: Way, remove: str = "", label: str = ""
) -> HttpResponse:
    """A form of a row, with a way back (`label` names an address) and, with `remove`, one to take the row away."""
    context = {"form": form, "title": title, **way_back(back, label), "remove": remove}
    return render(request, "partners/part_form.html", context)
