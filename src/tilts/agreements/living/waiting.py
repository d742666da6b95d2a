"""What agreements that are drafted wait for, as the first page tells it."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.agreements.concluding.queries import envelope_for
from tilts.agreements.models import Agreement, Remark
from tilts.signing.models import Envelope

#: A proposal that nobody answers for so long is worth asking after.
_UNANSWERED = timedelta(days=14)

State = Agreement.State
#: What the other side said, whether its author is still asked or not.
_THEIRS = Q(remarks__is_theirs=True)
_OPEN = _THEIRS & Q(remarks__state=Remark.State.OPEN)


def waiting(today: date) -> list[tuple[str, str]]:
    """As sentences with where each is done: remarks to answer, papers to send, what others leave unanswered."""
    return [*_remarks(), *_to_send(), *_to_agree(), *_unanswered(today)]


def _remarks() -> Iterator[tuple[str, str]]:
    drafts = Agreement.objects.filter(state__in=[State.DRAFT, State.PROPOSED, State.AGREED], is_copy=False)
    for each in drafts.annotate(open=Count("remarks", filter=_OPEN)).filter(open__gt=0):
        yield (
            ngettext(
                "“%(title)s”: %(count)s remark of the other side waits for an answer.",
                "“%(title)s”: %(count)s remarks of the other side wait for an answer.",
                each.open,
            )
            % {"title": each, "count": each.open},
            reverse("agreements:negotiating:page", args=[each.pk]),
        )


def _to_send() -> Iterator[tuple[str, str]]:
    for each in Agreement.objects.filter(state=State.AGREED, is_copy=False):
        envelope = envelope_for(each)
        if envelope is not None and envelope.state == Envelope.State.REFUSED:
            yield _("“%(title)s” was refused by somebody who was to sign.") % {"title": each}, each.get_absolute_url()
        else:
            yield _("“%(title)s” is agreed and waits to be sent to sign.") % {"title": each}, _next(each)


def _to_agree() -> Iterator[tuple[str, str]]:
    for each in Agreement.objects.filter(state=State.PROPOSED, is_copy=True):
        yield _("“%(title)s” is proposed to your school.") % {"title": each}, each.get_absolute_url()


def _unanswered(today: date) -> Iterator[tuple[str, str]]:
    """Proposed long ago, and since the last version neither a remark nor an agreement has come."""
    proposed = Agreement.objects.filter(state=State.PROPOSED, is_copy=False).annotate(
        proposed_at=Max("versions__made_at"),
        said_at=Max("remarks__at", filter=_THEIRS),
        heard_at=Max("negotiators__agreed_at"),
    )
    for each in proposed.filter(proposed_at__date__lte=today - _UNANSWERED).order_by("proposed_at"):
        if any(then is not None and then >= each.proposed_at for then in (each.said_at, each.heard_at)):
            continue
        day = date_format(each.proposed_at, "SHORT_DATE_FORMAT")
        told = _("“%(title)s” was proposed on %(day)s and is not answered yet.") % {"title": each, "day": day}
        yield told, reverse("agreements:negotiating:page", args=[each.pk])


def _next(agreement: Agreement) -> str:
    return f"{agreement.get_absolute_url()}#next"
