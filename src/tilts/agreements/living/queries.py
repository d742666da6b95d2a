"""Reads: the plan of action as it stands, until when agreements hold, what is about to end, where cover has gaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.rows import as_agreed, plan_in
from tilts.agreements.living import rules
from tilts.agreements.living.doings import Doing, doings_of
from tilts.agreements.living.sentences import ACTIVITY_STATES
from tilts.agreements.models import Agreement, Party, PlannedActivity
from tilts.agreements.queries import activities_of, concluded, holding
from tilts.agreements.rules import ON_THE_WAY
from tilts.partners.models import Partner


@dataclass(frozen=True)
class ShownActivity:
    """A planned activity with how it stands and what was done of it."""

    activity: PlannedActivity
    state: rules.ActivityState
    doings: list[Doing]

    @property
    def label(self) -> str | Promise:
        """The state in words."""
        return ACTIVITY_STATES[self.state][0]

    @property
    def tone(self) -> str:
        """That of its badge."""
        return ACTIVITY_STATES[self.state][1]


def plan_of(agreement: Agreement, today: date) -> list[ShownActivity]:
    """The plan of action; as many queries for ten activities as for one."""
    is_promised = concluded().filter(pk=agreement.pk).exists()
    return _shown(list(activities_of(agreement)), today, is_promised=is_promised)


def _shown(activities: list[PlannedActivity], today: date, *, is_promised: bool = True) -> list[ShownActivity]:
    doings = doings_of([each.pk for each in activities])
    return [
        ShownActivity(each, _state(each, doings[each.pk], today, is_promised=is_promised), doings[each.pk])
        for each in activities
    ]


def _state(activity: PlannedActivity, doings: list[Doing], today: date, *, is_promised: bool) -> rules.ActivityState:
    planned = rules.Planned(
        by_on=activity.by_on,
        has_condition=bool(activity.condition),
        possible_from=activity.possible_from,
        done_on=activity.done_on,
        given_up_on=activity.given_up_on,
        done_elsewhere=tuple(each.is_done for each in doings),
        is_promised=is_promised,
    )
    return rules.activity_state(planned, today)


def last_day_of(agreement: Agreement, today: date, version: Version | None = None) -> date | None:
    """Until when it holds as things stand; version: the one in force, whose term counts, not that of a new draft."""
    term = version.content.get("term", {}) if version else {}
    months = term.get("renewal_months", 0) if version else _renewal_months(agreement)
    until = version.valid_until if version else agreement.valid_until
    return rules.last_day(until, months or 0, agreement.notice_until, today)


def fixed_end_of(agreement: Agreement, version: Version | None) -> date | None:
    """The last day that was agreed; None: without an end, or it goes on by itself. version: as for `last_day_of`."""
    term = version.content.get("term", {}) if version else {}
    if (term.get("renewal_months") if version else _renewal_months(agreement)) or 0:
        return None
    return version.valid_until if version else agreement.valid_until


def _renewal_months(agreement: Agreement) -> int:
    return (agreement.renewal_months or 0) if agreement.renewal == Agreement.Renewal.AUTOMATIC else 0


def notice_months_of(agreement: Agreement, version: Version | None) -> int:
    """The time of notice that was agreed, not the one of a new draft; none is known of a recorded agreement."""
    if agreement.is_recorded:
        return 0
    return version.content.get("term", {}).get("notice_months", 0) if version else agreement.notice_months


def versions_in_force(today: date) -> list[Version]:
    """Every version of the school that holds on a day."""
    found = Version.objects.filter(holding(today)).select_related("agreement")
    return list(found.order_by("valid_until", "pk"))


def unended_versions(today: date) -> list[Version]:
    """Every version that was signed and has neither ended nor been followed by another one yet."""
    open_ = Q(replaced_on=None) | Q(replaced_on__gt=today)
    return list(Version.objects.filter(open_, in_force_on__isnull=False).select_related("agreement").order_by("pk"))


def people_of_others(agreement: Agreement) -> dict[str, str]:
    """Who hears of the agreement's end elsewhere: address and language of who signs and of the contacts.

    Of each party but the school itself; English where no language is known.
    """
    found: dict[str, str] = {}
    for party in agreement.parties.exclude(partner=None).prefetch_related("signatories", "partner__contacts"):
        sign = [each for each in party.signatories.all() if each.email]
        for each in [*sign, *(each for each in party.partner.contacts.all() if each.email)]:
            found.setdefault(each.email.lower(), each.language or "en")
    return found


@dataclass(frozen=True)
class Ending:
    """An agreement of which somebody is to be reminded."""

    agreement: Agreement
    reminder: rules.Reminder


def endings(today: date) -> list[Ending]:
    """What ends soon or is about to go on by itself, the most pressing first; recorded ones that end as well."""
    found = [*_drafted_endings(today), *_recorded_endings(today)]
    return sorted(found, key=lambda each: each.reminder.last)


def _drafted_endings(today: date) -> Iterator[Ending]:
    for version in versions_in_force(today):
        if version.replaced_on is not None:
            continue  # another one is signed already that follows it
        agreement = version.agreement
        term = version.content.get("term", {})
        months = 0 if agreement.notice_until else term.get("renewal_months", 0)
        last = last_day_of(agreement, today, version)
        reminder = rules.due_reminder(last, months, term.get("notice_months", 0), today)
        if reminder:
            yield Ending(agreement, reminder)


def _recorded_endings(today: date) -> Iterator[Ending]:
    ends = Q(valid_until__gte=today) | Q(notice_until__gte=today)
    for agreement in Agreement.objects.filter(ends, state=Agreement.State.RECORDED):
        if reminder := rules.due_reminder(last_day_of(agreement, today), 0, 0, today):
            yield Ending(agreement, reminder)


#: States in which what is planned is agreed and not over.
_PLAN_HOLDS = (Agreement.State.RECORDED, Agreement.State.AGREED, Agreement.State.SIGNING, Agreement.State.IN_FORCE)


def late_activities(today: date) -> list[ShownActivity]:
    """What should have been done by now, of agreements that hold or are recorded; of a change on its way nothing."""
    changing = _being_changed(today)
    settled = Agreement.objects.filter(state__in=_PLAN_HOLDS).exclude(pk__in=[each.agreement_id for each in changing])
    found = PlannedActivity.objects.filter(agreement__in=settled, by_on__lt=today, done_on=None, given_up_on=None)
    rows = list(found.select_related("agreement", "responsible__partner"))
    for version in changing:
        rows += plan_in(version, version.agreement.activities.all())
    shown = _shown(sorted(rows, key=lambda each: (each.by_on or date.max, each.pk)), today)
    return [each for each in shown if each.state == "late"]


def agreed_activities() -> QuerySet[PlannedActivity]:
    """What is planned for good: of what is agreed, and of what holds while a change of it is drafted."""
    kept = [
        each.pk
        for version in _being_changed(timezone.localdate())
        for each in plan_in(version, version.agreement.activities.all())
    ]
    is_draft = Q(agreement__state__in=[Agreement.State.DRAFT, Agreement.State.PROPOSED])
    return PlannedActivity.objects.filter(~is_draft | Q(pk__in=kept)).select_related("agreement")


def _being_changed(today: date) -> list[Version]:
    """The versions that hold while a change is on its way."""
    found = Version.objects.filter(holding(today), agreement__state__in=ON_THE_WAY)
    return list(found.select_related("agreement").prefetch_related("agreement__activities"))


def covers_of(agreements: QuerySet[Agreement], today: date) -> dict[Agreement, list[rules.Cover]]:
    """From when until when each has held, version by version; a recorded one as it was told."""
    found = as_agreed(agreements)
    signed: dict[int, list[Version]] = {}
    versions = Version.objects.filter(agreement__in=[each.pk for each in found], in_force_on__isnull=False)
    for version in versions.order_by("position"):
        signed.setdefault(version.agreement_id, []).append(version)
    return {each: list(_covers(each, signed.get(each.pk, []), today)) for each in found}


def _covers(agreement: Agreement, signed: list[Version], today: date) -> Iterator[rules.Cover]:
    for version in signed:
        if version.in_force_on is not None:
            yield rules.Cover(version.in_force_on, version.replaced_on or last_day_of(agreement, today, version))
    starts_on = agreement.valid_from or agreement.signed_on
    if not signed and starts_on is not None:
        yield rules.Cover(starts_on, last_day_of(agreement, today))


def gaps_with(partner: Partner, today: date) -> list[rules.Gap]:
    """Where no agreement with a partner was in force, between the first one whose days are known and today."""
    agreed = concluded().filter(pk__in=Party.objects.filter(partner=partner).values("agreement"))
    known = Q(is_open_ended=True) | ~Q(valid_until=None) | Exists(Version.objects.filter(agreement=OuterRef("pk")))
    covers = covers_of(agreed.filter(known), today)
    return rules.gaps([each for of_one in covers.values() for each in of_one], today)
