"""Reads: how far a draft is, its versions, its paper."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from tilts.accounts.models import Membership
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.content import ClauseText, clauses_of, content_of, in_order, name_of_party, side_of
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.papers import Frame, agreement_paper
from tilts.agreements.drafting.rows import last_signed
from tilts.agreements.drafting.rules import Content, content_hash
from tilts.agreements.drafting.texts import offices_missing, texts_missing
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.agreements.queries import holding
from tilts.agreements.rules import Draft, Signing, is_on_its_way
from tilts.documents.typesetting import Paper
from tilts.files.models import StoredFile
from tilts.signing.models import Way

#: Where a party stands in the order of signing for which nobody is named yet.
_LAST = 1_000_000


def versions_of(agreement: Agreement) -> QuerySet[Version]:
    """Every version that was put to the other side, the newest first."""
    found = Version.objects.filter(agreement=agreement).select_related("paper", "sealed")
    return found.prefetch_related("signed_papers__file").order_by("-position")


def latest(agreement: Agreement) -> Version | None:
    """The version that was proposed last."""
    return versions_of(agreement).first()


def in_force(agreement: Agreement, today: date | None = None) -> Version | None:
    """The version that holds today."""
    return versions_of(agreement).filter(holding(today or timezone.localdate())).first()


def coming(agreement: Agreement, today: date | None = None) -> Version | None:
    """The version that is signed and holds from a later day on."""
    return versions_of(agreement).filter(in_force_on__gt=today or timezone.localdate()).first()


def shown_version(agreement: Agreement) -> Version | None:
    """The version whose text is the agreement's own: the last one, and once a change was dropped the last signed."""
    return latest(agreement) if is_on_its_way(agreement.stands) else last_signed(agreement) or latest(agreement)


@dataclass(frozen=True)
class SignedFile:
    """A signed file of a version and whose counterpart it is; side and way are empty where there is one for all."""

    file: StoredFile
    side: str = ""
    way: str = ""


def signed_files(version: Version) -> list[SignedFile]:
    """Every signed file of a version: one, or the counterpart of each side."""
    papers = list(version.signed_papers.all())
    if len(papers) > 1:
        return [SignedFile(each.file, each.side, str(Way(each.way).label)) for each in papers]
    one = papers[0].file if papers else version.sealed
    return [SignedFile(one)] if one is not None else []


def parties_in_order(agreement: Agreement) -> list[Party]:
    """The school, who signs on its side, then the others, with who signs for each."""
    found = agreement.parties.select_related("partner").prefetch_related("signatories", "partner__names")
    return in_order(found)


def who_signs(agreement: Agreement) -> list[tuple[Party, Signatory | None]]:
    """For whom and who, in the order of signing; a party for which nobody is named comes with None."""
    pairs: list[tuple[Party, Signatory | None]] = []
    for party in parties_in_order(agreement):
        pairs += [(party, each) for each in party.signatories.all()] or [(party, None)]
    return sorted(pairs, key=lambda pair: pair[1].position if pair[1] else _LAST)


def draft_of(agreement: Agreement, agreed_sides: frozenset[str] = frozenset()) -> Draft:
    """The agreement as its rules look at it. agreed_sides: the names of parties that agreed to the last version."""
    parties, clauses = parties_in_order(agreement), [each for each in clauses_of(agreement) if not each.is_left_out]
    content, last, framework = content_of(agreement), latest(agreement), agreement.framework
    names = {party.pk: name_of_party(party, current_school().language) for party in parties}
    return Draft(
        state=agreement.stands,
        kind=agreement.kind,
        partners=sum(side_of(party) == 2 for party in parties),
        has_framework=framework is not None,
        framework_is_in_force=framework is not None and (framework.is_recorded or in_force(framework) is not None),
        clauses=len(clauses),
        texts_missing=len(texts_missing(agreement)),
        offices_missing=len(offices_missing(agreement)),
        has_term=agreement.valid_until is not None or agreement.is_open_ended,
        renews_without_length=agreement.renewal == Agreement.Renewal.AUTOMATIC and not agreement.renewal_months,
        was_signed=last_signed(agreement) is not None,
        planned=agreement.activities.count(),
        is_proposed_as_it_is=last is not None and last.content_hash == content_hash(content),
        sides=tuple(names.values()),
        agreed_sides=agreed_sides | {names[party.pk] for party in parties if side_of(party) == 1},
        signatories=tuple(
            Signing(
                side=names[party.pk],
                basis=each.basis,
                has_authority=bool(each.authority),
                valid_until=each.authority_until,
                has_file=each.authority_file_id is not None,
                has_address=bool(each.email),
            )
            for party in parties
            for each in party.signatories.all()
        ),
    )


def clauses_shown(agreement: Agreement) -> list[ClauseText]:
    """The clauses of the draft while it may be written, later those of the last version."""
    version = None if agreement.may_be_written else shown_version(agreement)
    if version is None:
        return clauses_of(agreement)
    return [ClauseText(each["key"], each["title"], each["text"]) for each in version.content["clauses"]]


def paper_of(agreement: Agreement, content: Content, version: int, *, names: bool = True) -> Paper:
    """The paper of a version, or of the draft as it is now, with who is to sign it.

    names: False for who may not see names; the offices stand there all the same.
    """
    signs = who_signs(agreement)
    for _party, who in signs:
        if who is not None and not names:
            who.name = ""
    return agreement_paper(content, Frame(current_school(), agreement.number, version, signs, timezone.localdate()))


def paper_number(agreement: Agreement) -> tuple[str, str]:
    """What the paper is called where numbers are given, and the number it gets where the school has no pattern."""
    return f"agreement:{agreement.pk}", f"S{agreement.pk}"


def head_of_school() -> tuple[str, str]:
    """Name and address of who signs for the school: the director who works here, else as the settings say."""
    school = current_school()
    director = Membership.objects.filter(school=school, role=Role.DIRECTOR).select_related("user").first()
    if director is None:
        return school.director, school.email
    return school.director or str(director.user), director.user.email
