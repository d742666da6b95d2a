"""The outbox as a page."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mail import actions
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


@school_page("mail.view")
@require_POST
def mail_again(request: SchoolRequest, pk: int) -> HttpResponse:
    """Try a mail once more that could not be sent."""
    mail = get_object_or_404(OutgoingMail, pk=pk)
    if actions.send_again(mail):
        messages.success(request, _("The mail to %(to)s is tried once more.") % {"to": mail.to})
    return redirect("mail:mailbox")
