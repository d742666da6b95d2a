"""The consent of a minor's parent or guardian to a trip; photos and publicity are asked apart."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tilts.documents.frame import SignatureBlock
from tilts.documents.typesetting import Paper
from tilts.documents.wording import long_day
from tilts.mobilities.papers.common import names_with_phones, school_frame, stay_facts, to_write, way_facts
from tilts.mobilities.papers.records import FlowRecord, IssueRecord, PersonRecord, SchoolRecord


class NoMinor(ValueError):
    """Nobody's consent is needed: the person is of age on the day of travel."""


def parental_consent(
    school: SchoolRecord,
    flow: FlowRecord,
    person: PersonRecord,
    accompanying: Sequence[PersonRecord],
    issue: IssueRecord,
) -> Paper:
    """The form for one minor, to be signed by each guardian. Raises NoMinor for who is 18 on the day of travel."""
    if not person.is_minor_on(flow.departs_on):
        raise NoMinor(f"of age on {flow.departs_on}")
    with override(issue.language):
        data = school_frame(school, issue, _("Consent of a parent or guardian")) | {
            "guardian": [
                to_write(
                    (_("Parent or guardian"), person.guardian), (_("Relation to the minor"), person.guardian_relation)
                ),
                to_write((_("Telephone"), person.guardian_phone), (_("E-mail address"), person.guardian_email)),
                *(
                    to_write((_("Parent or guardian"), each.name), (_("Relation to the minor"), each.relation))
                    for each in person.other_guardians
                ),
            ],
            "opening": _("I am entitled to represent the minor named here and consent to the trip described here."),
            "facts": _facts(flow, person, accompanying, issue.language),
            "articles": [_consent(), _information()],
            "emergency": {
                "title": _("To be called in an emergency"),
                "writing": _contacts(person),
            },
            "photos": _photos(),
            "signatures": [
                asdict(SignatureBlock(_("Parent or guardian"), name))
                for name in (person.guardian, *(each.name for each in person.other_guardians))
            ],
        }
        title = _("Consent of a parent or guardian: %(name)s") % {"name": person.name}
    return Paper("mobilities/papers/parental_consent.typ", title, issue.language, data, issue.issued_on)


def _facts(flow: FlowRecord, person: PersonRecord, accompanying: Sequence[PersonRecord], language: str) -> list[Any]:
    born = long_day(person.born_on, language) if person.born_on else ""
    return [
        (_("Who travels"), " · ".join(filter(None, [person.name, born, person.group]))),
        *stay_facts(flow, language),
        (_("Accompanied by"), names_with_phones(accompanying) or ""),
        *way_facts(flow),
    ]


def _contacts(person: PersonRecord) -> list[list[dict[str, str]]]:
    """Those that are known, and lines to write on for the rest of two."""
    known = [(contact.name, contact.relation, contact.phone) for contact in person.emergency]
    return [
        to_write((pgettext("person", "Name"), name), (_("Relation to the minor"), relation), (_("Telephone"), phone))
        for name, relation, phone in [*known, *[("", "", "")] * (2 - len(known))]
    ]


def _consent() -> dict[str, Any]:
    return {
        "title": _("What I consent to"),
        "points": [
            _("My child travels there and back and takes part in the whole stay."),
            _("During the trip my child follows what the accompanying persons and the hosting organisation say."),
            _("In an emergency my child gets the medical help that a doctor holds to be necessary; I am told at once."),
            _("Who endangers anybody may be sent home early, once the school has spoken with me."),
        ],
    }


def _information() -> dict[str, Any]:
    return {
        "title": _("What I know"),
        "points": [
            _("The school has told me about the programme, the lodging, the journey and the insurance."),
            _("I tell the accompanying persons before departure of medicines, allergies and all else they must know."),
            _("The school uses these data only for this trip, as the law and the rules of the programme demand."),
        ],
    }


def _photos() -> dict[str, Any]:
    return {
        "title": _("Photos and publicity"),
        "note": _("Voluntary: the trip does not depend on it, and I may take it back at any time for the future."),
        "choices": [
            _("I agree that the school shows photos and videos with my child to tell of this project."),
            _("I do not agree."),
        ],
    }
