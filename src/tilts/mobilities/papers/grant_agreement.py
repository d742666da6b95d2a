"""The agreement between the sending school and one participant on the grant for a stay."""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from tilts.documents.frame import SignatureBlock
from tilts.documents.typesetting import Paper
from tilts.documents.wording import long_day, money, span_of_days
from tilts.mobilities.papers.common import (
    director_block,
    director_role,
    place_of,
    postal_address,
    project_lines,
    registration_line,
    school_frame,
    to_write,
)
from tilts.mobilities.papers.records import (
    FlowRecord,
    GrantRecord,
    GrantStatus,
    IssueRecord,
    ParameterRecord,
    ParameterStatus,
    PersonRecord,
    SchoolRecord,
    StayRecord,
)


class GrantNotPayable(ValueError):
    """There is no sum to agree on: a figure it needs is missing. The message says which."""


def grant_agreement(
    school: SchoolRecord,
    flow: FlowRecord,
    person: PersonRecord,
    stay: StayRecord,
    grant: GrantRecord,
    issue: IssueRecord,
) -> Paper:
    """The agreement, every line of the grant explained; for who is a minor on the day of travel a guardian signs too.

    Raises GrantNotPayable if the grant is impossible or has no lines, ValueError if instalments miss what is paid out.
    """
    if grant.status == GrantStatus.IMPOSSIBLE or not grant.lines:
        unknown = _("No grant could be calculated for %(name)s.") % {"name": person.name}
        raise GrantNotPayable(" ".join(grant.problems) or unknown)
    if grant.instalments and (paid := sum(part.amount for part in grant.instalments)) != grant.to_person:
        raise ValueError(f"the instalments make {paid}, {grant.to_person} are paid to the person")
    with_guardian = bool(person.guardian) or person.is_minor_on(flow.departs_on)
    with override(issue.language):
        data = school_frame(school, issue, _("Grant agreement")) | {
            "parties": _parties(school, person, issue, with_guardian),
            "opening": _("The school and the participant conclude this agreement."),
            "articles": [
                _subject(flow, issue.language),
                _duration(stay, issue.language),
                _grant(grant, issue.language),
                _payment(person, grant, issue.language),
                _duties_of_participant(),
                _duties_of_school(),
                _changes(),
            ],
            "signatures": [asdict(block) for block in _signatures(school, person, with_guardian)],
        }
        title = _("Grant agreement: %(name)s") % {"name": person.name}
    return Paper("mobilities/papers/grant_agreement.typ", title, issue.language, data, issue.issued_on)


def _parties(school: SchoolRecord, person: PersonRecord, issue: IssueRecord, with_guardian: bool) -> list[Any]:
    director = [school.director, director_role(school)] if school.director else ""
    parties: list[Any] = [
        (_("The school"), [school.name, *registration_line(school), postal_address(school, issue.language)]),
        (_("Represented by"), director),
        (_("The participant"), person.name),
    ]
    if person.born_on:
        parties.append((_("Date of birth"), long_day(person.born_on, issue.language)))
    if person.group:
        parties.append((_("Group"), person.group))
    if with_guardian:
        parties.append((_("Parent or guardian"), person.guardian))
    return parties


def _subject(flow: FlowRecord, language: str) -> dict[str, Any]:
    return {
        "title": _("Subject"),
        "points": [
            _("The school supports the participant with a grant for the stay described here."),
            _("The participant accepts the grant and takes part in the stay."),
        ],
        "facts": [
            (_("Project"), project_lines(flow)),
            (_("Activity"), flow.activity),
            (_("Hosting organisation"), [flow.host.name, place_of(flow.host, language)]),
        ],
    }


def _duration(stay: StayRecord, language: str) -> dict[str, Any]:
    funded = stay.activity_days + stay.travel_days
    return {
        "title": _("Duration"),
        "points": [],
        "facts": [
            (_("First and last day of activity"), span_of_days(stay.starts_on, stay.ends_on, language)),
            (_("Days of activity"), _days(stay.activity_days)),
            (_("Days of travel"), _days(stay.travel_days)),
            (_("Days funded in all"), _days(funded)),
        ],
    }


def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def _grant(grant: GrantRecord, language: str) -> dict[str, Any]:
    provisional = ""
    if grant.status == GrantStatus.PROVISIONAL:
        provisional = _(
            "This grant is provisional: not all figures it rests on are confirmed. "
            "The school confirms the final sum in writing."
        )
    return {
        "title": _("The grant"),
        "points": [_("The grant consists of the sums below. Each is explained, with the figures it rests on.")],
        "notice": [provisional, *grant.problems] if provisional else [],
        "lines": {
            "heads": [_("Category and explanation"), _("Sum")],
            "rows": [
                {
                    "label": line.label,
                    "amount": money(line.amount, grant.currency, language),
                    "sentence": line.sentence,
                    "share": line.share,
                    "parameters": [_parameter(parameter) for parameter in line.parameters],
                }
                for line in grant.lines
            ],
            "totals": [[label, money(amount, grant.currency, language)] for label, amount in _totals(grant)],
        },
    }


def _totals(grant: GrantRecord) -> Iterator[tuple[str, Decimal]]:
    """The total, and where not all of it is paid out, who gets what."""
    is_provisional = grant.status == GrantStatus.PROVISIONAL
    yield _("Provisional total") if is_provisional else _("Total"), grant.total
    if grant.bought:
        yield _("Of this bought by the school"), grant.bought
    if grant.provided:
        yield _("Of this provided by the host"), grant.provided
    if grant.to_person != grant.total:
        yield _("Paid to the participant"), grant.to_person


def _parameter(parameter: ParameterRecord) -> str:
    return _("%(title)s: %(value)s (%(valid_from)s), %(status)s. Source: %(source)s") % {
        "title": parameter.title,
        "value": parameter.value,
        "valid_from": parameter.valid_from,
        "status": _parameter_status(parameter.status),
        "source": ", ".join(filter(None, [parameter.source, parameter.source_url])),
    }


def _parameter_status(status: ParameterStatus) -> str:
    return {
        ParameterStatus.CONFIRMED: pgettext("figure", "confirmed"),
        ParameterStatus.DERIVED: pgettext("figure", "derived from other figures"),
        ParameterStatus.RECALLED: pgettext("figure", "not yet checked against the source"),
        ParameterStatus.EXAMPLE: pgettext("figure", "an example"),
        ParameterStatus.MISSING: pgettext("figure", "missing"),
    }[status]


def _payment(person: PersonRecord, grant: GrantRecord, language: str) -> dict[str, Any]:
    """To whom and where; and when, if that was agreed: a school that named no instalments promises none."""
    article: dict[str, Any] = {
        "title": _("Payment"),
        "points": [_payment_point(grant)],
        "writing": [to_write((_("Owner of the account"), person.payee), (_("Account number (IBAN)"), person.account))],
    }
    if not grant.to_person:
        del article["writing"]
    if grant.instalments:
        article["points"].append(_("The school pays the grant in the instalments agreed here."))
        article["instalments"] = {
            "heads": [_("No."), _("When it is paid"), _("Sum")],
            "rows": [
                [str(number), part.condition, money(part.amount, grant.currency, language)]
                for number, part in enumerate(grant.instalments, start=1)
            ],
        }
    return article


def _payment_point(grant: GrantRecord) -> str:
    if not grant.to_person:
        return _("All that the grant pays for is bought or provided for the participant; nothing is paid out.")
    if grant.to_person != grant.total:
        return _(
            "The school pays the part that is paid to the participant to the account named here. What is bought or "
            "provided is not paid again."
        )
    return _("The school pays the grant to the account named here.")


def _duties_of_participant() -> dict[str, Any]:
    return {
        "title": _("Duties of the participant"),
        "points": [
            _("The participant takes part for the whole time agreed and follows the programme of the stay."),
            _("The participant keeps the rules of the hosting organisation, its safety rules above all."),
            _(
                "The participant tells the school without delay of anything that changes the stay, "
                "such as illness or an accident."
            ),
            _(
                "The participant hands in the papers that prove travel and attendance, "
                "and the report that the funder asks for."
            ),
        ],
    }


def _duties_of_school() -> dict[str, Any]:
    return {
        "title": _("Duties of the school"),
        "points": [
            _("The school provides the grant as set out in this agreement."),
            _("The school prepares the participant for the stay and explains the insurance that applies."),
            _("The school names a person whom the participant can reach at any time during the stay."),
            _("The school uses personal data only to organise the stay, to account for it and as the law demands."),
        ],
    }


def _changes() -> dict[str, Any]:
    return {
        "title": _("Changes and end"),
        "points": [
            _("A change of this agreement is valid once all who signed it have signed the change."),
            _(
                "If the stay is shortened, the grant is calculated anew for the days spent; "
                "what was overpaid is returned."
            ),
            _("Days lost through no fault of the participant are settled as the rules of the programme provide."),
            _("The agreement applies from the last signature until the grant is settled. Each signatory gets a copy."),
        ],
    }


def _signatures(school: SchoolRecord, person: PersonRecord, with_guardian: bool) -> list[SignatureBlock]:
    blocks = [director_block(school), SignatureBlock(_("The participant"), person.name)]
    if with_guardian:
        blocks.append(SignatureBlock(_("Parent or guardian"), person.guardian))
    return blocks
