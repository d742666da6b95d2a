"""The school's calendar: as a page, and as a feed behind a personal link that calendar programs fetch."""

from datetime import timedelta
from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.accounts.links import make_link, revoke_links
from tilts.accounts.models import PersonalLink, User
from tilts.accounts.queries import roles_in_school
from tilts.accounts.roles import allowed
from tilts.mail import entries
from tilts.mail.calendars import feed

PURPOSE = "mail.calendar"
#: A feed is fetched for years; who leaves the school is refused at once, whatever the link says.
LINK_DAYS = 3 * 365
#: The calendar reaches so far back and ahead.
BACK_DAYS, AHEAD_DAYS = 60, 550


@school_page("accounts.view")
def calendar(request: SchoolRequest) -> HttpResponse:
    """What lies ahead, month by month, and the way to have it in one's own calendar."""
    today = timezone.localdate()
    found = entries.entries(today, today + timedelta(days=AHEAD_DAYS), request.may)
    months = [
        (month, list(group))
        for month, group in groupby(found, key=lambda pair: max(pair[1].starts_on, today).replace(day=1))
    ]
    links = PersonalLink.objects.filter(
        school=request.school, purpose=PURPOSE, subject_id=request.user.pk, revoked_at=None
    )
    context = {"months": months, "link": links.filter(expires_at__gt=timezone.now()).first()}
    return render(request, "mail/calendar.html", context | {"address": request.session.pop(_key(request), "")})


@school_page("accounts.view")
@require_POST
def calendar_link(request: SchoolRequest) -> HttpResponse:
    """A new address of one's own feed, shown once; the one before ends."""
    revoke_links(PURPOSE, request.user.pk)
    request.session[_key(request)] = make_link(
        PURPOSE, subject_id=request.user.pk, expires_at=timezone.now() + timedelta(days=LINK_DAYS)
    )
    return redirect("calendar:page")


@school_page("accounts.view")
@require_POST
def calendar_link_end(request: SchoolRequest) -> HttpResponse:
    """The address of one's own feed works no more."""
    revoke_links(PURPOSE, request.user.pk)
    messages.success(request, _("The address works no more. Your calendar program will show no new dates."))
    return redirect("calendar:page")


def calendar_feed(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Behind the personal link: the dates that its owner may see in this school today."""
    user = User.objects.filter(pk=link.subject_id, is_active=True).first()
    roles = roles_in_school(user, link.school) if user is not None else set()
    if user is None or not roles:
        return render(request, "accounts/link_ended.html", {"link_school": link.school}, status=410)
    today = timezone.localdate()
    with override(user.language or link.school.language):
        found = entries.entries(
            today - timedelta(days=BACK_DAYS),
            today + timedelta(days=AHEAD_DAYS),
            lambda permission: allowed(roles, permission),
        )
        content = feed(entries.as_events(found), name=link.school.name, made_at=entries.midnight(today))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="tilts.ics"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _key(request: SchoolRequest) -> str:
    return f"calendar-link-{request.school.pk}"
