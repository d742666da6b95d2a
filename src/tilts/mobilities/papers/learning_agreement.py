"""What one participant learns during a stay, agreed by the participant, the sending and the hosting organisation."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tilts.documents.frame import SignatureBlock
from tilts.documents.typesetting import Paper
from tilts.documents.wording import long_day
from tilts.mobilities.papers.common import days_facts, lines, place_of, project_lines, school_frame, to_write
from tilts.mobilities.papers.records import (
    FlowRecord,
    IssueRecord,
    OrganisationRecord,
    PersonRecord,
    Role,
    SchoolRecord,
)

EMPTY_LINES = 4  # to write on, where a text is not known yet


def learning_agreement(school: SchoolRecord, flow: FlowRecord, person: PersonRecord, issue: IssueRecord) -> Paper:
    """The agreement of three parties; for who is a minor on the day of travel a guardian signs too.

    Learning outcomes and programme that nobody has typed yet leave lines to write on.
    """
    with_guardian = bool(person.guardian) or person.is_minor_on(flow.departs_on)
    with override(issue.language):
        data = school_frame(school, issue, _("Learning agreement")) | {
            "parties": _parties(flow, person, issue.language, with_guardian),
            "opening": _(
                "The participant, the sending and the hosting organisation agree on what is learned during the stay, "
                "and how."
            ),
            "articles": [
                _stay(flow, issue.language),
                _outcomes(flow),
                _programme(flow),
                _mentors(),
                _assessment(person),
                _insurance(flow),
                _duties(),
                _changes(),
            ],
            "signatures": [asdict(block) for block in _signatures(flow, person, with_guardian)],
        }
        title = _("Learning agreement: %(name)s") % {"name": person.name}
    return Paper("mobilities/papers/learning_agreement.typ", title, issue.language, data, issue.issued_on)


def _parties(flow: FlowRecord, person: PersonRecord, language: str, with_guardian: bool) -> list[Any]:
    born = long_day(person.born_on, language) if person.born_on else ""
    parties: list[Any] = [(_("The participant"), " · ".join(filter(None, [person.name, born, person.group])))]
    if with_guardian:
        parties.append((_("Parent or guardian"), person.guardian))
    return [
        *parties,
        (_("Sending organisation"), _organisation(flow.sending, language)),
        (_("Hosting organisation"), _organisation(flow.host, language)),
    ]


def _organisation(organisation: OrganisationRecord, language: str) -> list[str]:
    return [organisation.name, place_of(organisation, language)]


def _stay(flow: FlowRecord, language: str) -> dict[str, Any]:
    return {
        "title": _("The stay"),
        "facts": [
            (_("Project"), project_lines(flow)),
            (_("Activity"), flow.activity),
            *days_facts(flow, language),
        ],
    }


def _outcomes(flow: FlowRecord) -> dict[str, Any]:
    outcomes = lines(flow.learning_outcomes)
    return {
        "title": _("Learning outcomes"),
        "opening": _("After the stay the participant is able to do what is named here:"),
        "list": outcomes,
        "empty_lines": 0 if outcomes else EMPTY_LINES,
    }


def _programme(flow: FlowRecord) -> dict[str, Any]:
    tasks = lines(flow.programme)
    return {
        "title": _("Programme and tasks"),
        "paragraphs": tasks,
        "empty_lines": 0 if tasks else EMPTY_LINES,
    }


def _mentors() -> dict[str, Any]:
    return {
        "title": _("Mentors"),
        "points": [
            _("The mentor at the hosting organisation introduces the participant to the work, its rules and safety."),
            _("The contact at the sending organisation keeps in touch with both, at least once a week."),
        ],
        "writing": [
            to_write(_("Mentor at the hosting organisation"), _("Telephone"), _("E-mail address")),
            to_write(_("Contact at the sending organisation"), _("Telephone"), _("E-mail address")),
        ],
    }


def _assessment(person: PersonRecord) -> dict[str, Any]:
    recognised = (
        _("The sending organisation recognises what was achieved as a part of the study programme.")
        if person.role == Role.LEARNER
        else _("The sending organisation recognises what was achieved as professional development.")
    )
    return {
        "title": _("Assessment and recognition"),
        "points": [
            _("In the last days of the stay the mentor assesses the learning outcomes together with the participant."),
            _("The hosting organisation confirms in writing what was achieved, and the days attended."),
            recognised,
            _("What was achieved is documented in Europass Mobility or in a paper of like content."),
        ],
    }


def _insurance(flow: FlowRecord) -> dict[str, Any]:
    insurance = lines(flow.insurance)
    return {
        "title": _("Insurance"),
        "points": [_("The participant is insured for illness, accident and liability during the stay and on the way.")],
        "paragraphs": insurance,
        "writing": [] if insurance else [to_write(_("Insurer and number of the policy"))],
    }


def _duties() -> dict[str, Any]:
    return {
        "title": _("Who does what"),
        "points": [
            _("The sending organisation prepares the participant for the stay and its work, language and safety."),
            _("The hosting organisation gives the tasks agreed here, a place of work, the tools and the protection."),
            _("The participant follows the programme and keeps the rules and the secrets of the hosting organisation."),
            _("If something goes wrong, whoever notices it tells the other two; together they mend it."),
        ],
    }


def _changes() -> dict[str, Any]:
    return {
        "title": pgettext("learning agreement", "Changes"),
        "points": [_("A change holds once the participant and both organisations have agreed to it in writing.")],
    }


def _signatures(flow: FlowRecord, person: PersonRecord, with_guardian: bool) -> list[SignatureBlock]:
    blocks = [SignatureBlock(_("The participant"), person.name)]
    if with_guardian:
        blocks.append(SignatureBlock(_("Parent or guardian"), person.guardian))
    return [
        *blocks,
        SignatureBlock(_("For the sending organisation"), flow.sending.signatory, flow.sending.signatory_role),
        SignatureBlock(_("For the hosting organisation"), flow.host.signatory, flow.host.signatory_role),
    ]
