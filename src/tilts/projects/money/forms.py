"""Input about a project's money → clean values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.accounts.forms import SchoolModelForm
from tilts.funding.sentences import category_label
from tilts.funding.sentences.words import CATEGORIES
from tilts.people.rules import BadNumber, in_fours, read_bic, read_iban
from tilts.people.sentences import bad_number
from tilts.projects.forms import EurField
from tilts.projects.models import (
    BudgetTransfer,
    CoFinancing,
    FunderPayment,
    PlannedCost,
    ProjectMoney,
    Receipt,
)
from tilts.projects.money.rules import COUNTS, read_shares
from tilts.projects.money.sepa import AREA

_DAY = {"type": "date"}
#: How a picture or a paper begins, by its kind.
_RECEIPTS: Final = {b"%PDF-": "application/pdf", b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def _day() -> forms.DateInput:
    return forms.DateInput(attrs=_DAY, format="%Y-%m-%d")


class MoneyForm(SchoolModelForm):
    """How the project's money is handled, and what its application promised."""

    transfer_limit_percent = EurField(
        label=_lazy("May leave a category, in %"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=2,
        help_text=_lazy("Without the funder's consent, as your grant agreement says. Empty: nothing is checked."),
    )

    class Meta:
        model = ProjectMoney
        fields = (
            *("account_name", "account_iban", "account_bic", "instalments"),
            *("transfer_limit_percent", "transfer_limit_source"),
            *(f"planned_{name}" for name in COUNTS),
        )

    sections = (
        (
            _lazy("The account the school pays from"),
            _lazy("It stands in the file for the bank."),
            ("account_name", "account_iban", "account_bic"),
        ),
        (_lazy("Payments to participants"), "", ("instalments",)),
        (_lazy("Transfers between categories"), "", ("transfer_limit_percent", "transfer_limit_source")),
        (
            _lazy("What the application promised"),
            _lazy("The six counts of an accreditation; leave open what yours does not have."),
            tuple(f"planned_{name}" for name in COUNTS),
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account_iban"].widget.attrs |= {"autocomplete": "off", "maxlength": "60"}
        self.fields["account_iban"].validators.clear()
        if self.instance.account_iban:
            self.initial["account_iban"] = in_fours(self.instance.account_iban)

    def clean_account_iban(self) -> str:
        if not (typed := str(self.cleaned_data["account_iban"])):
            return ""
        try:
            number = read_iban(typed)
        except BadNumber as error:
            raise forms.ValidationError(bad_number(error)) from error
        if number[:2] not in AREA:
            raise forms.ValidationError(_("Files for SEPA need an account within its area."))
        return number

    def clean_account_bic(self) -> str:
        if not (typed := str(self.cleaned_data["account_bic"])):
            return ""
        try:
            return read_bic(typed)
        except BadNumber as error:
            raise forms.ValidationError(bad_number(error)) from error

    def clean_instalments(self) -> str:
        shares = read_shares(str(self.cleaned_data["instalments"]))
        if shares is None:
            raise forms.ValidationError(_("Write one to five shares that make 100, such as 80/20."))
        return "/".join(f"{share.normalize():f}" for share in shares)


@dataclass(frozen=True)
class PlanRow:
    """A category on the page of the budget."""

    label: str
    planned: BoundField
    code: BoundField


class PlanForm(forms.Form):
    """The whole budget of the annex on one page. A category left empty is not planned."""

    def __init__(self, planned: dict[str, PlannedCost], *args: Any, **kwargs: Any) -> None:
        initial: dict[str, Any] = {f"{name}-planned": each.planned_eur for name, each in planned.items()}
        initial |= {f"{name}-code": each.code for name, each in planned.items()}
        super().__init__(*args, **kwargs | {"initial": initial})
        for category in CATEGORIES:
            label = category_label(category)
            amount = EurField(required=False, min_value=0, max_digits=12, decimal_places=2, label=label)
            amount.widget.attrs |= {"class": "form-control num text-end", "size": 12, "aria-label": label}
            code = forms.CharField(required=False, max_length=40, label=label)
            code.widget.attrs |= {
                "class": "form-control",
                "size": 10,
                "aria-label": _("%(category)s, budget code") % {"category": label},
            }
            self.fields[f"{category}-planned"], self.fields[f"{category}-code"] = amount, code

    def rows(self) -> Iterator[PlanRow]:
        """The fields as they stand on the page."""
        for category in CATEGORIES:
            yield PlanRow(category_label(category), self[f"{category}-planned"], self[f"{category}-code"])

    @property
    def planned(self) -> dict[str, tuple[Decimal | None, str]]:
        """Amount and code by category; of a valid form."""
        values = self.cleaned_data
        return {name: (values[f"{name}-planned"], values[f"{name}-code"]) for name in CATEGORIES}


class TransferForm(SchoolModelForm):
    """Money moved between two categories."""

    amount_eur = EurField(label=_lazy("Amount in EUR"), min_value=Decimal("0.01"), max_digits=12, decimal_places=2)

    class Meta:
        model = BudgetTransfer
        fields = ("from_category", "to_category", "amount_eur", "moved_on", "reason", "consent")
        widgets = {"moved_on": _day()}


class FunderPaymentForm(SchoolModelForm):
    """What the funder is to pay or has paid."""

    planned_eur = EurField(label=_lazy("Planned in EUR"), required=False, min_value=0, max_digits=12, decimal_places=2)
    received_eur = EurField(
        label=_lazy("Received in EUR"), required=False, min_value=0, max_digits=12, decimal_places=2
    )

    class Meta:
        model = FunderPayment
        fields = ("kind", "planned_eur", "due_on", "condition", "received_eur", "received_on")
        widgets = {"due_on": _day(), "received_on": _day()}


class CoFinancingForm(SchoolModelForm):
    """What somebody else gives."""

    promised_eur = EurField(label=_lazy("Promised in EUR"), min_value=0, max_digits=12, decimal_places=2)
    received_eur = EurField(
        label=_lazy("Received in EUR"), required=False, min_value=0, max_digits=12, decimal_places=2
    )

    class Meta:
        model = CoFinancing
        fields = ("source", "promised_eur", "received_eur", "note")

    def clean_received_eur(self) -> Decimal:
        return self.cleaned_data["received_eur"] or Decimal(0)


class ReceiptForm(SchoolModelForm):
    """What the school bought, with its paper."""

    amount = EurField(label=_lazy("Amount"), min_value=Decimal("0.01"), max_digits=12, decimal_places=2)
    rate = EurField(
        label=_lazy("Units of it for 1 EUR"),
        required=False,
        max_digits=14,
        decimal_places=6,
        help_text=_lazy("Only for another currency, such as 4.291 złoty for 1 euro."),
    )
    paper = forms.FileField(
        label=_lazy("Receipt or invoice"),
        required=False,
        help_text=_lazy("PDF, PNG or JPEG."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
    )

    class Meta:
        model = Receipt
        fields = ("category", "description", "spent_on", "amount", "currency", "rate", "rate_source")
        widgets = {"spent_on": _day()}

    def clean_currency(self) -> str:
        currency = str(self.cleaned_data["currency"]).upper()
        if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
            raise forms.ValidationError(_("Currencies have three letters, such as EUR or PLN."))
        return currency

    def clean_rate(self) -> Decimal | None:
        rate: Decimal | None = self.cleaned_data["rate"]
        if rate is not None and rate <= 0:
            raise forms.ValidationError(_("A rate is above 0."))
        return rate

    def clean_paper(self) -> Any:
        paper = self.cleaned_data["paper"]
        if not paper:
            return None
        if paper.size > settings.TILTS_MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(megabytes)s MB. Please take a smaller picture of it."),
                params={"megabytes": settings.TILTS_MAX_UPLOAD_BYTES // 1024 // 1024},
            )
        content = paper.read()
        kind = next((kind for head, kind in _RECEIPTS.items() if content.startswith(head)), None)
        if kind is None:
            raise forms.ValidationError(_("This is no PDF, PNG or JPEG file."))
        return paper.name, kind, content


class ExportForm(forms.Form):
    """When the bank is to carry the payments out."""

    carry_out_on = forms.DateField(label=_lazy("To be carried out on"), widget=_day())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"carry_out_on": timezone.localdate()}, **kwargs})
        self.fields["carry_out_on"].widget.attrs["class"] = "form-control"

    def clean_carry_out_on(self) -> Any:
        day = self.cleaned_data["carry_out_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Banks take today or later."))
        return day


class PaidForm(forms.Form):
    """When the bank carried a file out."""

    paid_on = forms.DateField(label=_lazy("Paid on"), widget=_day())

    def clean_paid_on(self) -> Any:
        day = self.cleaned_data["paid_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead. Confirm it once the bank has paid."))
        return day


class WithdrawForm(forms.Form):
    """Why a payment is withdrawn."""

    reason = forms.CharField(
        label=_lazy("Why"), max_length=300, help_text=_lazy("For example: sent back by the bank, account closed.")
    )
