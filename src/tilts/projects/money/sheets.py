"""A project's payments and receipts as rows of a spreadsheet, with the school's own budget codes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.funding.sentences import category_label
from tilts.projects.models import Payment, Project
from tilts.projects.money.queries import payments_of, planned_costs, receipts_of, repayments_of
from tilts.web.exporting import Column


@dataclass(frozen=True)
class SheetLine:
    """One amount of one category."""

    day: date | None
    what: str
    payee: str
    category: str
    code: str
    amount_eur: Decimal
    state: str
    number: str


PAYMENT_SHEET: Final = (
    Column(_lazy("Day"), lambda line: line.day),
    Column(_lazy("What"), lambda line: line.what),
    Column(_lazy("Payee"), lambda line: line.payee),
    Column(_lazy("Category"), lambda line: category_label(line.category)),
    Column(_lazy("Budget code"), lambda line: line.code),
    Column(_lazy("Amount in EUR"), lambda line: line.amount_eur),
    Column(_lazy("State"), lambda line: line.state),
    Column(_lazy("Number at the bank"), lambda line: line.number),
)


def sheet_lines(project: Project) -> Iterator[SheetLine]:
    """A line for each category of each payment not withdrawn and of what came back, then one for each receipt."""
    codes = {category: each.code for category, each in planned_costs(project).items()}
    for payment in payments_of(project).exclude(state=Payment.State.WITHDRAWN):
        for part in payment.parts.all():
            yield SheetLine(
                day=payment.paid_on or (payment.export.carry_out_on if payment.export else None),
                what=_("Grant, instalment %(number)s") % {"number": payment.number},
                payee=payment.payee_name,
                category=part.category,
                code=codes.get(part.category, ""),
                amount_eur=part.amount_eur,
                state=payment.get_state_display(),
                number=payment.bank_number,
            )
    for repayment in repayments_of(project):
        for repaid in repayment.parts.all():
            yield SheetLine(
                day=repayment.returned_on,
                what=_("Grant, paid back"),
                payee=f"{repayment.person.family_name} {repayment.person.given_names}",
                category=repaid.category,
                code=codes.get(repaid.category, ""),
                amount_eur=-repaid.amount_eur,
                state=_("Paid back"),
                number="",
            )
    for receipt in receipts_of(project):
        yield SheetLine(
            day=receipt.spent_on,
            what=receipt.description,
            payee="",
            category=receipt.category,
            code=codes.get(receipt.category, ""),
            amount_eur=receipt.amount_eur,
            state=_("Receipt"),
            number="",
        )
