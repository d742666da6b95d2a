"""Writes: what is planned, promised, paid. Each is one transaction under a lock of its project."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.accounts.models import School, User
from tilts.accounts.schools import current_school
from tilts.files.actions import store_file
from tilts.files.models import StoredFile
from tilts.people.models import BankAccount
from tilts.projects.models import (
    BudgetTransfer,
    Commitment,
    CommitmentPart,
    Payment,
    PaymentExport,
    PaymentPart,
    PlannedCost,
    Project,
    Receipt,
)
from tilts.projects.money import queries
from tilts.projects.money.rules import Parts, most_to_move, total
from tilts.projects.money.sentences import eur, transfer_problem
from tilts.projects.money.sepa import Account, CannotTransfer, Transfer, credit_transfers
from tilts.projects.money.sources import Promise

XML = "application/xml"


class Refused(Exception):
    """It can't be done; its text is a sentence for people. Nothing was changed."""


# Budget


@transaction.atomic
def keep_plan(project: Project, planned: Mapping[str, tuple[Decimal | None, str]]) -> int:
    """Keep amount and budget code of each category as the annex has them; how many changed. Empty ones go."""
    lock(project)
    known, changed = queries.planned_costs(project), 0
    for category, (amount, code) in planned.items():
        there = known.get(category)
        if amount is None and not code:
            if there is not None:
                there.delete()
                changed += 1
            continue
        wanted = (amount or Decimal(0), code)
        if there is not None and (there.planned_eur, there.code) == wanted:
            continue
        there = there or PlannedCost(project=project, category=category)
        there.planned_eur, there.code = wanted
        there.save()
        changed += 1
    return changed


@transaction.atomic
def move(project: Project, transfer: BudgetTransfer, *, by: User | None) -> BudgetTransfer:
    """Move money to another category. Raises Refused beyond what is there, or beyond the limit without consent."""
    lock(project)
    planned = queries.planned_costs(project)
    typed = planned[transfer.from_category].planned_eur if transfer.from_category in planned else Decimal(0)
    there = typed + sum(
        (
            each.amount_eur
            * ((each.to_category == transfer.from_category) - (each.from_category == transfer.from_category))
            for each in queries.transfers_of(project)
        ),
        Decimal(0),
    )
    if transfer.amount_eur > there:
        raise Refused(_("Only %(amount)s are planned there.") % {"amount": eur(there)})
    limit = most_to_move(
        typed,
        queries.money_of(project).transfer_limit_percent,
        queries.moved_from(project, transfer.from_category),
    )
    if limit is not None and transfer.amount_eur > limit and not transfer.consent:
        raise Refused(
            _("Without the funder’s consent no more than %(amount)s may leave this category now. Name the consent.")
            % {"amount": eur(limit)}
        )
    transfer.project, transfer.moved_by = project, by
    transfer.save()
    return transfer


# Promises


@transaction.atomic
def promise(project: Project, school: School, wanted: Collection[str], *, by: User | None) -> int:
    """Promise the grants of the stays in `wanted` (their sources) as they are worked out now; how many.

    All or none: raises Refused where the budget is not typed or would be exceeded. Two people who promise at once
    follow each other, and the second one is checked against what the first one promised.
    """
    lock(project)
    sheet = queries.sheet_of(project, school)
    chosen = [each for each in sheet.promises.new if each.source in wanted]
    anew = [(commitment, each) for commitment, each in sheet.promises.changed if each.source in wanted]
    if not chosen and not anew:
        return 0
    if not queries.planned_costs(project):
        raise Refused(_("Type the project’s budget first: nothing can be promised from an empty one."))
    for each in chosen:
        _write_promise(Commitment(project=project, source=each.source, person_id=each.person_id), each, by)
    for commitment, each in anew:
        _write_promise(commitment, each, by)
    free = queries.sheet_of(project, school).budget.free
    if free < min(Decimal(0), sheet.budget.free):  # who promises less than before makes nothing worse
        raise Refused(
            _("This is %(amount)s more than the project has. Nothing was promised; choose fewer people.")
            % {"amount": eur(-free)}
        )
    return len(chosen) + len(anew)


@transaction.atomic
def release(project: Project, commitment: Commitment) -> Decimal:
    """Take back what of a promise is neither paid nor on its way; how much is free again. A second time: nothing."""
    lock(project)
    commitment = queries.commitments_of(project).get(pk=commitment.pk)
    kept, before = queries.paid_parts(commitment), commitment.total
    keep_only(commitment, kept)
    if not commitment.payments.exists():
        commitment.delete()
    return before - total(kept)


def keep_only(commitment: Commitment, parts: Parts) -> None:
    """A promise with no other parts than these."""
    CommitmentPart.objects.filter(commitment=commitment).delete()
    for category, amount in parts.items():
        if amount:
            CommitmentPart.objects.create(commitment=commitment, category=category, amount_eur=amount)


def _write_promise(commitment: Commitment, promised: Promise, by: User | None) -> None:
    commitment.committed_by = by
    commitment.save()
    keep_only(commitment, promised.parts)


# Payments


@transaction.atomic
def prepare(project: Project, school: School, wanted: Collection[str], *, by: User) -> int:
    """Prepare the instalments in `wanted` (keys of `Due`) whose papers are there; how many.

    Once even for two clicks: what is prepared is no longer due. Others are passed over.
    """
    lock(project)
    due = [
        each
        for each in queries.due_payments(project, queries.sheet_of(project, school))
        if each.key in wanted and not each.missing
    ]
    accounts = {
        each.person_id: each
        for each in BankAccount.objects.filter(person__in=[due_one.commitment.person_id for due_one in due])
    }
    for each in due:
        account = accounts[each.commitment.person_id]
        account.person = each.commitment.person
        payment = Payment(
            commitment=each.commitment,
            person=each.commitment.person,
            number=each.number,
            amount_eur=each.amount,
            bic=account.bic,
            prepared_by=by,
        )
        payment.iban, payment.payee_name = account.iban, account.owner
        payment.save()
        for category, amount in each.parts.items():
            PaymentPart.objects.create(payment=payment, category=category, amount_eur=amount)
    return len(due)


@dataclass(frozen=True)
class Approved:
    """How many were approved, and how many not, as the same person had prepared them."""

    done: int
    own: int


@transaction.atomic
def approve(project: Project, wanted: Collection[int], *, by: User, at: datetime) -> Approved:
    """Approve prepared payments as a second person. Raises Refused where an account has changed since."""
    payments = _locked_payments(project, wanted, Payment.State.PREPARED)
    _check_accounts(payments)
    own = 0
    for payment in payments:
        if payment.prepared_by_id == by.pk:
            own += 1
            continue
        payment.state, payment.approved_by, payment.approved_at = Payment.State.APPROVED, by, at
        payment.save(update_fields=["state", "approved_by", "approved_at"])
    return Approved(len(payments) - own, own)


@transaction.atomic
def withdraw(project: Project, payment: Payment, reason: str, *, by: User) -> Payment:
    """Take a payment back that did not go out, or that the bank sent back. Raises Refused once it is paid."""
    lock(project)
    payment = Payment.objects.select_for_update(of=("self",)).get(pk=payment.pk)
    if payment.state in (Payment.State.PAID, Payment.State.WITHDRAWN):
        raise Refused(_("This payment is %(state)s already.") % {"state": payment.get_state_display().lower()})
    if payment.commitment.repayments.exists():
        raise Refused(_("Money of this grant has come back already. Remove that record first."))
    payment.state, payment.withdrawn_reason, payment.withdrawn_by = Payment.State.WITHDRAWN, reason, by
    payment.save(update_fields=["state", "withdrawn_reason", "withdrawn_by"])
    return payment


@transaction.atomic
def export(project: Project, wanted: Collection[int], *, carry_out_on: date, by: User, at: datetime) -> PaymentExport:
    """Write approved payments into one file for the bank, which is stored and never written again. Raises Refused."""
    payments = _locked_payments(project, wanted, Payment.State.APPROVED)
    _check_accounts(payments)
    money = queries.money_of(project)
    account = Account(money.account_name or current_school().name, money.account_iban, money.account_bic)
    message = f"TILTS-{at:%Y%m%d}-{uuid4().hex[:12].upper()}"
    try:
        content = credit_transfers(
            [_transfer(payment, project) for payment in payments],
            account,
            message=message,
            made_at=at,
            carry_out_on=carry_out_on,
        )
    except CannotTransfer as error:
        raise Refused(transfer_problem(error)) from error
    made = PaymentExport.objects.create(
        project=project,
        message=message,
        carry_out_on=carry_out_on,
        count=len(payments),
        total_eur=sum((payment.amount_eur for payment in payments), Decimal(0)),
        file=store_file(content, name=f"{message}.xml", content_type=XML, permission="money.export", by=by),
        made_by=by,
    )
    for payment in payments:
        payment.state, payment.export = Payment.State.EXPORTED, made
        payment.save(update_fields=["state", "export"])
    return made


@transaction.atomic
def confirm_paid(made: PaymentExport, on: date) -> int:
    """The bank carried the file out; how many payments are paid now. Those that were withdrawn stay so."""
    lock(made.project)
    count = 0
    for payment in Payment.objects.select_for_update(of=("self",)).filter(export=made, state=Payment.State.EXPORTED):
        payment.state, payment.paid_on = Payment.State.PAID, on
        payment.save(update_fields=["state", "paid_on"])
        count += 1
    return count


def _locked_payments(project: Project, wanted: Collection[int], state: str) -> list[Payment]:
    lock(project)
    return list(queries.payments_of(project).select_for_update(of=("self",)).filter(pk__in=wanted, state=state))


def _check_accounts(payments: Iterable[Payment]) -> None:
    """An account that was changed after it was prepared must be looked at again: who changed it may be a stranger."""
    known = {each.person_id: each for each in BankAccount.objects.filter(person__in=[p.person_id for p in payments])}
    changed = [
        payment
        for payment in payments
        if payment.person_id not in known or known[payment.person_id].iban != payment.iban
    ]
    if changed:
        names = ", ".join(sorted({str(payment.person) for payment in changed}))
        raise Refused(
            ngettext(
                "The bank account of %(names)s has changed since the payment was prepared. Withdraw it and prepare it "
                "anew.",
                "The bank accounts of %(names)s have changed since the payments were prepared. Withdraw them and "
                "prepare them anew.",
                len(changed),
            )
            % {"names": names}
        )


def _transfer(payment: Payment, project: Project) -> Transfer:
    reference = project.reference or project.title
    return Transfer(
        number=payment.bank_number,
        name=payment.payee_name,
        iban=payment.iban,
        bic=payment.bic,
        amount_eur=payment.amount_eur,
        text=f"{reference}, {payment.number}",
    )


# Receipts


@transaction.atomic
def keep_receipt(receipt: Receipt, file: tuple[str, str, bytes] | None, *, by: User) -> Receipt:
    """Keep a receipt; a new file (name, kind, bytes) takes the place of an older one, which stays stored."""
    if file is not None:
        name, content_type, content = file
        receipt.file = _stored(name, content_type, content, by)
    receipt.save()
    return receipt


def _stored(name: str, content_type: str, content: bytes, by: User) -> StoredFile:
    return store_file(content, name=name, content_type=content_type, permission="money.view", by=by)


def lock(project: Project) -> None:
    """Wait for whoever changes the project's money now."""
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
