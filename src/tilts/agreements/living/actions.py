"""Writes: how a planned activity stands, renewal in one step, notice, what follows from the days that pass."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from tilts.accounts.models import Membership
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.agreements.actions import locked
from tilts.agreements.drafting.actions import begin_draft, open_again, take
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.queries import head_of_school, in_force
from tilts.agreements.drafting.rows import STANDING
from tilts.agreements.living.queries import (
    Ending,
    endings,
    fixed_end_of,
    last_day_of,
    notice_months_of,
    people_of_others,
    plan_of,
    unended_versions,
)
from tilts.agreements.living.rules import add_months
from tilts.agreements.living.sentences import ending_sentence
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.agreements.negotiating.actions import propose_to_all
from tilts.agreements.rules import NotPossible, may_be_ended
from tilts.mail.actions import write_letter


class NoticeTooShort(ValueError):
    """The day lies before the time of notice that was agreed; `earliest` is the first one possible."""

    def __init__(self, earliest: date) -> None:
        self.earliest = earliest
        super().__init__(earliest.isoformat())


class NoticeOutlasts(ValueError):
    """It ends by itself before the notice would end it; `last` is its last day."""

    def __init__(self, last: date) -> None:
        self.last = last
        super().__init__(last.isoformat())


def keep_standing(activity: PlannedActivity) -> None:
    """Keep when an activity became possible, was done or given up."""
    activity.save(update_fields=list(STANDING))


@transaction.atomic
def renew(agreement: Agreement, *, until: date) -> Version:
    """Propose the same text with a later last day, in one step; the version in force holds until the new one is signed.

    Raises NotPossible, StillMissing.
    """
    agreement = open_again(agreement)
    agreement.valid_until, agreement.is_open_ended = until, False
    agreement.save()
    return propose_to_all(agreement)


@transaction.atomic
def renew_recorded(agreement: Agreement, *, until: date) -> Agreement:
    """Begin a draft that goes on with a recorded agreement, whose text nobody has here.

    It has the same parties, the same aims, what is still planned, and who signed for the others, and begins on the day
    after. Raises NotPossible for one that is not recorded or is renewed already.
    """
    agreement, today = locked(agreement), timezone.localdate()
    is_renewed = agreement.renewed_by.exists()
    if not agreement.is_recorded or is_renewed:
        raise NotPossible(agreement.state)
    last = last_day_of(agreement, today)
    draft = begin_draft(
        _goes_on(agreement, last + timedelta(days=1) if last and last >= today else None, until),
        agreement.partners,  # type: ignore[arg-type]
        allies=[party.partner for party in agreement.parties.filter(is_on_our_side=True) if party.partner],
        head=head_of_school(),
    )
    parties = {party.partner_id: party for party in draft.parties.all()}
    for signatory in Signatory.objects.filter(party__agreement=agreement, party__partner__isnull=False):
        partner = signatory.party.partner_id
        signatory.pk, signatory.party = None, parties[partner]
        signatory.save(force_insert=True)
    for shown in plan_of(agreement, today):
        activity = shown.activity
        if shown.state in {"done", "given_up"}:
            continue
        by_on = activity.by_on if activity.by_on and activity.by_on >= today else None
        PlannedActivity.objects.create(
            agreement=draft,
            text=activity.text,
            condition=activity.condition,
            in_other_languages=activity.in_other_languages,
            by_on=by_on,
            responsible=parties[activity.responsible.partner_id] if activity.responsible else None,
        )
    return draft


def _goes_on(agreement: Agreement, first: date | None, until: date) -> Agreement:
    told = {"title", "other_areas", "reason"}
    others = {
        code: {name: text for name, text in texts.items() if name in told}
        for code, texts in agreement.in_other_languages.items()
    }
    own = current_school().language
    return Agreement(
        renews=agreement,
        kind=agreement.kind,
        title=agreement.title,
        in_other_languages=others,
        areas=agreement.areas,
        other_areas=agreement.other_areas,
        reason=agreement.reason,
        first_language=own,
        second_language="en" if own != "en" else "",
        valid_from=first,
        valid_until=until,
    )


@transaction.atomic
def give_notice(agreement: Agreement, *, given_on: date, until: date, by_us: bool, reason: str) -> Agreement:
    """Keep that notice was given and until when it still holds; who signs for the others and their contacts get a mail.

    It is of what is in force, also while a change is drafted, or of a recorded agreement, of which no time of notice is
    known. Raises NotPossible where nothing is in force, NoticeTooShort, NoticeOutlasts.
    """
    agreement = locked(agreement)
    version = _check_that_it_holds(agreement)
    if until < (earliest := add_months(given_on, notice_months_of(agreement, version))):
        raise NoticeTooShort(earliest)
    if (last := fixed_end_of(agreement, version)) is not None and until > last:
        raise NoticeOutlasts(last)
    agreement.notice_given_on, agreement.notice_until = given_on, until
    agreement.notice_by_us, agreement.notice_reason = by_us, reason.strip()
    agreement.save()
    if by_us:
        _tell_others(agreement, given_on, until)
    return agreement


def _check_that_it_holds(agreement: Agreement) -> Version | None:
    """The version in force, which a recorded agreement has not."""
    version = in_force(agreement)
    if not may_be_ended(agreement.stands, is_copy=agreement.is_copy, holds=version is not None):
        raise NotPossible(agreement.state)
    return version


@transaction.atomic
def take_notice_back(agreement: Agreement) -> None:
    """Keep that both sides go on after all. Raises NotPossible where nothing is in force any more."""
    agreement = locked(agreement)
    _check_that_it_holds(agreement)
    agreement.notice_given_on = agreement.notice_until = None
    agreement.notice_reason = ""
    agreement.save()


def _tell_others(agreement: Agreement, given_on: date, until: date) -> None:
    for email, language in people_of_others(agreement).items():
        with override(language):
            write_letter(
                "agreements/notice",
                language=language,
                intent=f"notice:{agreement.pk}:{given_on}:{until}",
                to=email,
                title=agreement.wording("title", language),
                school=current_school().text("name", language),
                given=date_format(given_on, "DATE_FORMAT"),
                until=date_format(until, "DATE_FORMAT"),
                reason=agreement.notice_reason,
            )


# What follows from the days that pass; a job does it every day


def look_after(today: date) -> None:
    """End what is over, remind of what will be. Again and again on the same day does no harm."""
    for version in unended_versions(today):
        if not version.agreement.is_copy:  # the school that drafts it tells of its end
            _end_if_over(version, today)
    for ending in endings(today):
        _remind(ending)


@transaction.atomic
def _end_if_over(version: Version, today: date) -> None:
    agreement = locked(version.agreement)
    version.refresh_from_db(fields=["in_force_on", "replaced_on"])
    last = last_day_of(agreement, today, version)
    if last is None or last >= today or (version.replaced_on and version.replaced_on <= today):
        return
    is_followed = version.replaced_on is not None  # another one is signed and holds from a later day on
    version.replaced_on = last
    version.save(update_fields=["replaced_on"])
    if agreement.state == Agreement.State.IN_FORCE and not is_followed:  # else a change of it is on its way
        by_notice = agreement.notice_until is not None and agreement.notice_until == last
        take(agreement, "terminate" if by_notice else "end")
        agreement.save()


def _remind(ending: Ending) -> None:
    school, reminder = current_school(), ending.reminder
    for membership in Membership.objects.filter(school=school, role=Role.COORDINATOR).select_related("user"):
        language = membership.user.language or school.language
        with override(language):
            write_letter(
                "agreements/ending",
                language=language,
                intent=f"ending:{ending.agreement.pk}:{reminder.last}:{reminder.days}",
                to=membership.user.email,
                title=ending.agreement.wording("title", language),
                sentence=ending_sentence(ending.agreement.wording("title", language), reminder),
            )
