"""The demo’s agreements that are drafted here: how they are made and signed. All people are invented."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.agreements.concluding.actions import send_to_sign
from tilts.agreements.drafting.actions import agree, begin_draft
from tilts.agreements.drafting.content import side_of
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.drafting.queries import draft_of, head_of_school, parties_in_order, signed_files
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.agreements.negotiating.actions import propose_to_all
from tilts.demo.making import Text, worded
from tilts.files.queries import content_of
from tilts.partners.models import Partner
from tilts.signing.models import Envelope, Form, SignatureRecord, Signer, Way
from tilts.signing.recording import sign_by_click

#: What is planned: text, condition, by when; and who sees to it (1 the school that drafts it, 2 the other side).
Plan = Iterable[tuple[Text, Text, date | None, int | None]]


def draft(
    title: Text,
    partners: Sequence[Partner],
    *,
    languages: tuple[str, str],
    conditions: Mapping[str, Any] | None = None,
    plan: Plan = (),
    **facts: Any,
) -> Agreement:
    """A draft with its figures and its plan."""
    made = begin_draft(
        Agreement(first_language=languages[0], second_language=languages[1], **worded(title=title, **facts)),
        partners,
        head=head_of_school(),
    )
    if conditions:
        Conditions.objects.create(agreement=made, **worded(**conditions))
    sides = {side_of(party): party for party in reversed(parties_in_order(made))}
    for text, condition, by_on, side in plan:
        PlannedActivity.objects.create(
            agreement=made,
            by_on=by_on,
            responsible=sides[side] if side else None,
            **worded(text=text, condition=condition),
        )
    return made


def signs_for(agreement: Agreement, partner: Partner, *, position: int = 2, **who: Any) -> Signatory:
    """Who signs for a partner."""
    party = agreement.parties.get(partner=partner)
    return Signatory.objects.create(party=party, position=position, **worded(**who))


def agree_on(agreement: Agreement, how: str) -> Agreement:
    """Propose it and hold that everybody agrees."""
    propose_to_all(agreement)
    agree(agreement, how=how, agreed_sides=frozenset(draft_of(agreement).sides))
    agreement.refresh_from_db()
    return agreement


def sent(agreement: Agreement) -> Envelope:
    """One PDF that all sign by click."""
    return send_to_sign(
        agreement,
        form=Form.ONE_PDF,
        ways={1: Way.CLICK, 2: Way.CLICK},
        ends_at=timezone.now() + timedelta(days=60),
        by=None,
    )


def everybody_signs(envelope: Envelope) -> None:
    """The invented people sign, one after the other."""
    how = SignatureRecord.Identified
    asked = Signer.objects.filter(counterpart__envelope=envelope, state__in=[Signer.State.ASKED, Signer.State.SEEN])
    while (signer := asked.select_related("counterpart").first()) is not None:
        sign_by_click(
            signer,
            shown=signer.counterpart.sha256,
            signed_as=signer.name,
            identified=how.SECOND_STEP if signer.user_id else how.LINK_AND_CODE,
        )


def signed_agreements(schools: Iterable[School]) -> dict[str, bytes]:
    """The sealed papers of these schools by name of file, and no paper twice: both sides keep the same bytes."""
    found: dict[bytes, str] = {}
    for school in schools:
        with in_school(school):
            for version in Version.objects.exclude(sealed=None).select_related("agreement", "sealed"):
                for place, each in enumerate(signed_files(version), start=1):
                    side = f"-side-{place}" if each.side else ""
                    ending = Path(each.file.name).suffix or ".pdf"
                    name = f"{school.slug}-{version.agreement.number}-{version.position}{side}{ending}"
                    found.setdefault(content_of(each.file), name.replace("/", "-"))
    return {name: content for content, name in found.items()}
