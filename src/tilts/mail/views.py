"""The outbox as a page."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mail.kept import kept_mails
from tilts.mail.models import OutgoingMail


@school_page("mail.view")
def mailbox(request: SchoolRequest) -> HttpResponse:
    """Every mail this school has written, the newest first, with what became of it.

    In a demo also one's own mails of signing in: they belong to no school, and are shown to nobody else.
    """
    page = Paginator(OutgoingMail.objects.prefetch_related("attachments__file"), 25).get_page(request.GET.get("page"))
    own_mails = kept_mails(settings.TILTS_DATA / "mails", request.user.email) if settings.TILTS_DEMO else []
    return render(request, "mail/mailbox.html", {"page": page, "own_mails": own_mails})
