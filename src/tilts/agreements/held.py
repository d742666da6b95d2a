"""What may be changed in some states alone: what is sent is taken with the agreement held, so that nobody agrees to it
or signs it at the same moment."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tilts.accounts.guard import SchoolRequest
from tilts.agreements.actions import May
from tilts.agreements.queries import agreements
from tilts.agreements.rules import may_be_told, may_be_written, may_name_signatories

#: Why not, where the rule says no.
_WHY_NOT: dict[May, str | Promise] = {
    may_be_told: _("This text is agreed or recorded. To change it, take it back to the draft."),
    may_be_written: _("This text is agreed or recorded. To change it, take it back to the draft."),
    may_name_signatories: _("Who signs is settled: the paper that names them is sent to sign."),
}


def held_while(may: May) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """The view gets the agreement in the place of its number, and none of which the rule says no.

    @school_page("agreements.change")
    @held_while(may_be_written)
    def clause_add(request, agreement): ...
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        @transaction.atomic
        def with_agreement(request: SchoolRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
            found = agreements()
            if request.method == "POST":
                found = found.select_for_update(of=("self",))
            agreement = get_object_or_404(found, pk=pk)
            if not may(agreement.stands, is_copy=agreement.is_copy):
                if request.method == "POST":
                    messages.error(request, str(_WHY_NOT[may]))
                return redirect(agreement)
            return view(request, agreement, *args, **kwargs)

        return with_agreement

    return decorate
