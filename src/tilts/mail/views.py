"""The outbox as a page."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mail.models import OutgoingMail


@school_page("mail.view")
def mailbox(request: SchoolRequest) -> HttpResponse:
    """Every mail this school has written, the newest first, with what became of it."""
    page = Paginator(OutgoingMail.objects.all(), 25).get_page(request.GET.get("page"))
    return render(request, "mail/mailbox.html", {"page": page})
