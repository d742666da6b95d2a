"""Reads: the plan of action as it stands, until when agreements hold, what is about to end, where cover has gaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from tilts.agreements.drafting.models import Version
from tilts.agreements.living import rules
from tilts.agreements.living.doings import Doing, doings_of
from tilts.agreements.living.sentences import ACTIVITY_STATES
from tilts.agreements.models import Agreement, PlannedActivity
from tilts.agreements.queries import activities_of, agreements_with
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
    return _shown(list(activities_of(agreement)), today)


def _shown(activities: list[PlannedActivity], today: date) -> list[ShownActivity]:
    doings = doings_of([each.pk for each in activities])
    return [ShownActivity(each, _state(each, doings[each.pk], today), doings[each.pk]) for each in activities]


def _state(activity: PlannedActivity, doings: list[Doing], today: date) -> rules.ActivityState:
    planned = rules.Planned(
        by_on=activity.by_on,
        has_condition=bool(activity.condition),
        possible_from=activity.possible_from,
        done_on=activity.done_on,
        given_up_on=activity.given_up_on,
        done_elsewhere=tuple(each.is_done for each in doings),
    )
    return rules.activity_state(planned, today)


def last_day_of(agreement: Agreement, today: date, version: Version | None = None) -> date | None:
    """Until when it holds as things stand; version: the one in force, whose term counts, not that of a new draft."""
    term = version.content.get("term", {}) if version else {}
    months = term.get("renewal_months", 0) if version else _renewal_months(agreement)
    until = version.valid_until if version else agreement.valid_until
    return rules.last_day(until, months or 0, agreement.notice_until, today)


def _renewal_months(agreement: Agreement) -> int:
    return (agreement.renewal_months or 0) if agreement.renewal == Agreement.Renewal.AUTOMATIC else 0


def versions_in_force() -> list[Version]:
    """Every version of the school that holds now."""
    found = Version.objects.filter(in_force_on__isnull=False, replaced_on=None).select_related("agreement")
    return list(found.order_by("valid_until", "pk"))


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
    for version in versions_in_force():
        agreement = version.agreement
        term = version.content.get("term", {})
        months = 0 if agreement.notice_until else term.get("renewal_months", 0)
        last = last_day_of(agreement, today, version)
        reminder = rules.due_reminder(last, months, term.get("notice_months", 0), today)
        if reminder:
            yield Ending(agreement, reminder)


def _recorded_endings(today: date) -> Iterator[Ending]:
    for agreement in Agreement.objects.filter(state=Agreement.State.RECORDED, valid_until__gte=today):
        if reminder := rules.due_reminder(agreement.valid_until, 0, 0, today):
            yield Ending(agreement, reminder)


def late_activities(today: date) -> list[ShownActivity]:
    """What should have been done by now, of agreements that hold or are recorded without an end in the past."""
    alive = Agreement.objects.exclude(state__in=["draft", "proposed", "ended", "terminated"])
    found = PlannedActivity.objects.filter(agreement__in=alive, by_on__lt=today, done_on=None, given_up_on=None)
    shown = _shown(list(found.select_related("agreement", "responsible__partner").order_by("by_on", "pk")), today)
    return [each for each in shown if each.state == "late"]


def gaps_with(partner: Partner, today: date) -> list[rules.Gap]:
    """Where no agreement with a partner was in force, between the first one whose days are known and today."""
    covers = []
    for agreement in agreements_with(partner):
        if agreement.state in {Agreement.State.DRAFT, Agreement.State.PROPOSED, Agreement.State.AGREED}:
            continue
        starts_on = agreement.valid_from or agreement.signed_on
        if starts_on is None or (agreement.valid_until is None and not agreement.is_open_ended):
            continue  # nobody knows for how long it holds
        covers.append(rules.Cover(starts_on, last_day_of(agreement, today)))
    return rules.gaps(covers, today)
