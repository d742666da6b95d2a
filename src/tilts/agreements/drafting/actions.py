"""Writes: beginning a draft, wording its clauses, and taking it from step to step."""

from collections.abc import Iterable, Mapping
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override

from tilts.accounts.schools import current_school
from tilts.agreements.actions import keep_agreement, locked, to_write
from tilts.agreements.drafting import queries
from tilts.agreements.drafting.content import content_of
from tilts.agreements.drafting.models import Clause, Conditions, Version
from tilts.agreements.drafting.rows import keep_rows, last_signed, put_rows_back
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.drafting.texts import MissingText, named_missing
from tilts.agreements.models import Agreement, Signatory
from tilts.agreements.rules import Missing, NotPossible, Step, after, may_be_written, missing_for
from tilts.documents.numbering import numbers_for
from tilts.partners.models import Partner


class StillMissing(Exception):
    """The step can't be taken yet; `missing` says why, `texts` which texts lack one of the languages."""

    def __init__(self, missing: Iterable[Missing], texts: Iterable[MissingText] = ()) -> None:
        self.missing, self.texts = tuple(missing), tuple(texts)
        super().__init__(", ".join(self.missing))


@transaction.atomic
def begin_draft(
    agreement: Agreement,
    partners: Iterable[Partner],
    *,
    allies: Iterable[Partner] = (),
    head: tuple[str, str] = ("", ""),
) -> Agreement:
    """A new draft; the head of the school is who signs for it. head: name and e-mail address."""
    agreement.state = Agreement.State.DRAFT
    agreement.worded_on = timezone.localdate()
    agreement.thread = uuid4()
    keep_agreement(agreement, partners, allies=allies)
    name, email = head
    Signatory.objects.create(
        party=agreement.parties.get(partner=None),
        name=name,
        email=email,
        basis=Signatory.Basis.HEAD,
        language=current_school().language,
        **_office(),
    )
    return agreement


def _office() -> dict[str, object]:
    """The office of the head of the school, in each language in which the school has worded it."""
    school = current_school()
    others = {}
    for code in (code for code, _name in settings.LANGUAGES if code != school.language):
        with override(code):
            own = school.in_other_languages.get(code, {}).get("director_office")
            others[code] = {"office": own or gettext("Director")}
    with override(school.language):
        return {"office": school.director_office or gettext("Director"), "in_other_languages": others}


@transaction.atomic
def word_clause(agreement: Agreement, key: str, titles: Mapping[str, str], texts: Mapping[str, str]) -> Clause:
    """Word a clause of the template, or an own one, anew for this agreement. Raises NotPossible once it is agreed."""
    to_write(agreement, may_be_written)
    clause, _is_new = Clause.objects.get_or_create(agreement=agreement, key=key)
    clause.titles, clause.texts, clause.is_left_out = dict(titles), dict(texts), False
    clause.save()
    return clause


@transaction.atomic
def add_clause(agreement: Agreement, titles: Mapping[str, str], texts: Mapping[str, str], position: int) -> Clause:
    """Add a clause of one's own after so many others. Raises NotPossible once the text is agreed."""
    to_write(agreement, may_be_written)
    taken = set(Clause.objects.filter(agreement=agreement, key__startswith="own-").values_list("key", flat=True))
    number = next(number for number in range(1, len(taken) + 2) if f"own-{number}" not in taken)
    return Clause.objects.create(
        agreement=agreement, key=f"own-{number}", titles=dict(titles), texts=dict(texts), position=position
    )


@transaction.atomic
def leave_out(agreement: Agreement, key: str) -> None:
    """Leave a clause of the template out, or take an own one away. Raises NotPossible once the text is agreed."""
    to_write(agreement, may_be_written)
    if key.startswith("own-"):
        Clause.objects.filter(agreement=agreement, key=key).delete()
    else:
        Clause.objects.update_or_create(agreement=agreement, key=key, defaults={"is_left_out": True})


@transaction.atomic
def as_in_template(agreement: Agreement, key: str) -> None:
    """Let a clause stand again as the template has it. Raises NotPossible once the text is agreed."""
    to_write(agreement, may_be_written)
    Clause.objects.filter(agreement=agreement, key=key).delete()


@transaction.atomic
def keep_conditions(conditions: Conditions) -> Conditions:
    """Save the figures on which both sides agree. Raises NotPossible once they are agreed."""
    to_write(conditions.agreement, may_be_written)
    conditions.save()
    return conditions


# From step to step


@transaction.atomic
def propose(agreement: Agreement) -> Version:
    """Put the text as it is now to the other side: a new version, unless nothing has changed since the last.

    Raises NotPossible, StillMissing.
    """
    agreement = locked(agreement)
    take(agreement, "propose")
    if not agreement.number:
        name, proposed = queries.paper_number(agreement)
        agreement.number = numbers_for([(name, proposed)], timezone.localdate())[name]
    agreement.save()
    return keep_version(agreement)


def keep_version(agreement: Agreement) -> Version:
    """The draft as a version; the last one where it says the same."""
    content, last = content_of(agreement), queries.latest(agreement)
    digest = content_hash(content)
    if last is not None and last.content_hash == digest:
        return last
    return Version.objects.create(
        agreement=agreement,
        position=last.position + 1 if last else 1,
        content=content,
        content_hash=digest,
        made_by=current_school().name,
        valid_from=agreement.valid_from,
        valid_until=agreement.valid_until,
    )


@transaction.atomic
def agree(agreement: Agreement, *, how: str, agreed_sides: frozenset[str] = frozenset(), shown: str = "") -> Version:
    """Hold that both sides agree to the version that was proposed last: that one, never what is read anew.

    how: by link, or in words where it was told otherwise. shown: the hash of what was read by who says so; empty where
    the caller has compared it. Raises NotPossible; StillMissing, too, where the text has changed since it was proposed
    or another version is proposed meanwhile.
    """
    agreement = locked(agreement)
    version = queries.latest(agreement)
    if version is None:
        raise NotPossible(agreement.state)
    if shown not in {"", version.content_hash}:
        raise StillMissing(("other_version",))
    take(agreement, "agree", agreed_sides)  # asks whether what stands now says the same
    version.agreed_at, version.agreed_how = timezone.now(), how[:200]
    version.save(update_fields=["agreed_at", "agreed_how"])
    agreement.save()
    return version


@transaction.atomic
def reopen(agreement: Agreement) -> Agreement:
    """Take it back to the draft; a version in force stays in force until another is signed. Raises NotPossible."""
    agreement = open_again(agreement)
    agreement.save()
    return agreement


def open_again(agreement: Agreement) -> Agreement:
    """The agreement, held, as a draft again, not yet saved. Of one that was signed the rows as they stand are kept."""
    agreement = locked(agreement)
    is_signed = agreement.state == Agreement.State.IN_FORCE
    take(agreement, "reopen")
    if is_signed:
        keep_rows(agreement)
    return agreement


@transaction.atomic
def drop_change(agreement: Agreement) -> Agreement:
    """Return to what was signed last: it says again what that version says, and is in force, or ended as that is.

    What was proposed meanwhile stays among the versions. Raises NotPossible, StillMissing.
    """
    agreement = locked(agreement)
    take(agreement, "drop")
    version = last_signed(agreement)
    if version is None or version.rows is None:
        raise NotPossible("nothing is kept to return to")
    put_rows_back(agreement, version)
    if version.replaced_on is not None:
        take(agreement, "end")
    agreement.save()
    return agreement


def take(agreement: Agreement, step: Step, agreed_sides: frozenset[str] = frozenset()) -> None:
    """Set the state after a step, without saving it. Raises NotPossible, StillMissing."""
    if agreement.is_copy:
        raise NotPossible(f"{step}: another school drafts this agreement")
    then = after(agreement.stands, step)
    if missing := missing_for(step, queries.draft_of(agreement, agreed_sides), timezone.localdate()):
        raise StillMissing(missing, named_missing(agreement, missing))
    agreement.state = Agreement.State(then)
