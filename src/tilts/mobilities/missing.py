"""The checklist's own items: what is missing for a trip of what people, papers and grants need."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.spans import Span
from tilts.mobilities.checklist import Finding, Trip, register
from tilts.mobilities.models import Mobility
from tilts.mobilities.papers.kinds import FOR_THE_WAY, Kind
from tilts.mobilities.printed import out_of_date, printed_numbers, printed_works
from tilts.mobilities.queries import overlapping
from tilts.mobilities.rules import FlowTime
from tilts.people.models import Person
from tilts.people.queries import OnFile, expiries_of, on_file
from tilts.people.rules import expires_before_end, is_minor, minor_during

#: What can be added on a person's page.
_PARTS = ("bank", "document", "emergency", "guardians")


def register_items() -> None:
    """The items in the order in which an office asks for them."""
    register("answers", _lazy("Answers"), _answers, order=10)
    register("on_file", _lazy("Details of the person"), _details, order=20)
    register("expiring_document", _lazy("Travel document"), _expiring_documents, order=30)
    register("sum", _lazy("Grant"), _sums, order=40, is_quick=False)
    register("paid_twice", _lazy("Grant"), _paid_twice, order=45, is_quick=False)
    register("papers", _lazy("Papers"), _papers, order=50)
    register("stale_papers", _lazy("Papers"), _stale_papers, order=51, is_quick=False)
    register("attendance", _lazy("Attendance"), _attendance, order=60)


def _planned(trip: Trip) -> Iterator[Mobility]:
    return (mobility for mobility in trip.mobilities if mobility.state == Mobility.State.PLANNED)


def _answers(trips: Sequence[Trip]) -> Iterator[Finding]:
    for trip in trips:
        if trip.flow.is_incoming or trip.time == FlowTime.OVER:
            continue
        url = f"{trip.flow.get_absolute_url()}#questions"
        for mobility in _planned(trip):
            if mobility.answered_at is None:
                sentence = _("has not answered the questions") if mobility.asked_at else _("is not asked yet")
                yield Finding(trip.flow.pk, sentence, mobility.pk, url)


def _details(trips: Sequence[Trip]) -> Iterator[Finding]:
    asked = [trip for trip in trips if not trip.flow.is_incoming and trip.time != FlowTime.OVER]
    found = on_file(mobility.person_id for trip in asked for mobility in trip.mobilities)
    for trip in asked:
        for mobility in _planned(trip):
            yield from _details_of(trip, mobility, found[mobility.person_id])


def _details_of(trip: Trip, mobility: Mobility, file: OnFile) -> Iterator[Finding]:
    person, days = mobility.person, trip.journey(mobility)
    add = {part: reverse("people:part_add", args=[person.pk, part]) for part in _PARTS}
    for sentence, part in (
        *_account(trip, mobility, file),
        *(_for_the_way(file) if trip.is_travelled else ()),
        *_guardian(mobility, days, file),
    ):
        yield Finding(trip.flow.pk, sentence, mobility.pk, add[part])
    birthday = minor_during(person.born_on, days).comes_of_age_on
    if birthday and birthday > days.starts_on and person.kind == Person.Kind.LEARNER:
        sentence = _("becomes 18 during the journey, on %(day)s") % {"day": _short(birthday)}
        yield Finding(trip.flow.pk, sentence, mobility.pk, person.get_absolute_url(), is_note=True)


def _account(trip: Trip, mobility: Mobility, file: OnFile) -> Iterator[tuple[str, str]]:
    if trip.flow.is_funded_here and not file.has_account:
        is_minor = _is_minor(mobility, trip.journey(mobility))
        yield _("bank account, of the participant or a guardian") if is_minor else _("bank account"), "bank"


def _for_the_way(file: OnFile) -> Iterator[tuple[str, str]]:
    if file.document_expires_on is None:
        yield _("travel document"), "document"
    if not file.has_emergency_contact:
        yield _("emergency contact"), "emergency"


def _guardian(mobility: Mobility, days: Span, file: OnFile) -> Iterator[tuple[str, str]]:
    if _is_minor(mobility, days) and not file.guardians:
        yield _("guardian of a minor"), "guardians"


def _expiring_documents(trips: Sequence[Trip]) -> Iterator[Finding]:
    """Documents that are there and end before the journey does."""
    travelling = [trip for trip in trips if trip.is_travelled and trip.time != FlowTime.OVER]
    expiries = expiries_of(mobility.person_id for trip in travelling for mobility in trip.mobilities)
    for trip in travelling:
        for mobility in _planned(trip):
            expires_on = expiries.get(mobility.person_id)
            if expires_on and expires_before_end(expires_on, trip.journey(mobility)):
                sentence = _("travel document ends on %(day)s, before the journey does") % {"day": _short(expires_on)}
                yield Finding(trip.flow.pk, sentence, mobility.pk, mobility.person.get_absolute_url())


def _is_minor(mobility: Mobility, days: Span) -> bool:
    """A learner under 18 on the day the journey begins."""
    person = mobility.person
    return person.kind == Person.Kind.LEARNER and is_minor(person.born_on, days.starts_on)


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def _sums(trips: Sequence[Trip]) -> Iterator[Finding]:
    for trip in trips:
        if not trip.flow.is_funded_here or not trip.mobilities:
            continue
        if trip.sheet.distance_km <= 0:
            yield Finding(
                trip.flow.pk, _("The distance is not known."), url=reverse("mobilities:change", args=[trip.flow.pk])
            )
        for row in trip.sheet.rows:
            if row.total_eur is None and row.mobility.state != Mobility.State.CANCELLED:
                url = reverse("mobilities:mobility", args=[trip.flow.pk, row.mobility.pk])
                yield Finding(trip.flow.pk, _("no sum of the grant"), row.mobility.pk, url)


def _paid_twice(trips: Sequence[Trip]) -> Iterator[Finding]:
    """The same days of the same person in two stays that this school pays for."""
    paid = [trip for trip in trips if trip.flow.is_funded_here]
    for trip in paid:
        for mobility in trip.mobilities:
            mobility.flow = trip.flow
    found = overlapping(mobility for trip in paid for mobility in trip.mobilities)
    for trip in paid:
        for mobility in trip.mobilities:
            if mobility.pk in found:
                other = found[mobility.pk]
                sentence = _("would be paid twice: the days overlap with “%(flow)s”") % {"flow": other.flow}
                url = reverse("mobilities:mobility", args=[other.flow_id, other.pk])
                yield Finding(trip.flow.pk, sentence, mobility.pk, url)


def _papers(trips: Sequence[Trip]) -> Iterator[Finding]:
    """Who has no paper yet: of those for the trip before it ends, and of the certificates once a stay took place."""
    printed = printed_numbers(trip.flow.pk for trip in trips)
    for trip in trips:
        url, numbers = f"{trip.flow.get_absolute_url()}#papers", printed[trip.flow.pk]
        is_over = trip.time == FlowTime.OVER
        for mobility in trip.mobilities:
            if mobility.state == Mobility.State.DONE and mobility.role == Mobility.Role.PARTICIPANT:
                if f"{Kind.CERTIFICATE.value}{mobility.pk}" not in numbers:
                    yield Finding(trip.flow.pk, _("certificate is not printed"), mobility.pk, url)
            elif (
                not is_over
                and _has_papers(trip, mobility)
                and not any(f"{kind.value}{mobility.pk}" in numbers for kind in _of_one_person(trip))
            ):
                yield Finding(trip.flow.pk, _("papers are not printed"), mobility.pk, url)


def _has_papers(trip: Trip, mobility: Mobility) -> bool:
    """Who accompanies a group that is paid elsewhere gets none from this school."""
    return mobility.role == Mobility.Role.PARTICIPANT or trip.flow.is_funded_here or trip.is_travelled


def _of_one_person(trip: Trip) -> Iterator[Kind]:
    """The kinds of papers that are made for a single person before a trip."""
    for kind in (Kind.LEARNING, Kind.GRANT, Kind.CONSENT, Kind.SHEET):
        if trip.is_travelled or kind not in FOR_THE_WAY:
            yield kind


def _stale_papers(trips: Sequence[Trip]) -> Iterator[Finding]:
    """Papers that were printed before something in them changed; compared word by word.

    Once a trip is over, only certificates can still be wrong: the other papers have served.
    """
    for trip in trips:
        kinds = (Kind.CERTIFICATE,) if trip.time == FlowTime.OVER else tuple(Kind)
        works = printed_works(trip.flow.pk) if trip.mobilities else []
        old = out_of_date(trip.flow, trip.school, works) if works else set()
        url = f"{trip.flow.get_absolute_url()}#papers"
        for mobility in trip.mobilities:
            is_settled = trip.time != FlowTime.OVER or mobility.state == Mobility.State.DONE
            if is_settled and any(f"{kind.value}{mobility.pk}" in old for kind in kinds):
                yield Finding(trip.flow.pk, _("papers were printed before something changed"), mobility.pk, url)
        for kind in kinds:
            if kind.value in old:
                sentence = _("%(paper)s: printed before something changed.") % {"paper": kind.label}
                yield Finding(trip.flow.pk, sentence, url=url)


def _attendance(trips: Sequence[Trip]) -> Iterator[Finding]:
    for trip in trips:
        if trip.time == FlowTime.OVER:
            url = reverse("mobilities:attendance", args=[trip.flow.pk])
            for mobility in _planned(trip):
                yield Finding(trip.flow.pk, _("attendance is not confirmed"), mobility.pk, url)
