"""Credit transfers as a file for the bank: ISO 20022 `pain.001.001.09`, by the rules of SEPA. Pure.

What a bank takes is narrower than the schema: euro alone, accounts of the area, Latin letters without accents, short
names. What can't be carried out is refused before a byte is written.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from anyascii import anyascii

NAMESPACE: Final = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
MOST_EUR: Final = Decimal("999999999.99")  # EPC132-08: of one transfer

_NAME, _TEXT, _ID = 70, 140, 35  # letters

#: Whose accounts a transfer in euro reaches, by the first two letters of the IBAN: EPC409-09, version of 2025.
_AREA: Final = (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS "
    "SE SI SK SM VA"
)
AREA: Final = frozenset(_AREA.split())

Code = Literal["iban_missing", "outside_area", "name_missing", "amount", "too_much", "nothing", "account_missing"]


class CannotTransfer(ValueError):
    """A transfer that no bank would carry out; `about` names it."""

    def __init__(self, code: Code, about: str = "") -> None:
        super().__init__(f"{code}: {about}")
        self.code, self.about = code, about


@dataclass(frozen=True)
class Account:
    """Whose money goes out."""

    name: str
    iban: str
    bic: str = ""


@dataclass(frozen=True, repr=False)
class Transfer:
    """One payment. `number` is what bank statements show of it, at most 35 letters."""

    number: str
    name: str
    iban: str
    amount_eur: Decimal
    text: str
    bic: str = ""

    def __repr__(self) -> str:
        return f"<Transfer {self.number}>"  # no name and no account in logs


def plain(text: str, most: int) -> str:
    """The text in the letters that every bank of the area takes (EPC217-08), cut to `most`.

    >>> plain("Kārlis Bērziņš & dēls", 70), plain("//გიორგი", 70)
    ('Karlis Berzins + dels', 'giorgi')
    """
    latin = anyascii(text).replace("&", "+").replace("_", "-").replace("`", "'").replace('"', "'")
    taken = re.sub(r"[^A-Za-z0-9/\-?:().,'+ ]", " ", latin)
    taken = re.sub("/{2,}", "/", " ".join(taken.split()))
    return taken.strip("/ ")[:most].strip("/ ")


def credit_transfers(
    transfers: Sequence[Transfer], payer: Account, *, message: str, made_at: datetime, carry_out_on: date
) -> bytes:
    """The file: one payment with many transfers, its count and its sum in both heads. Raises CannotTransfer."""
    check(transfers, payer)
    document = ET.Element("Document", {"xmlns": NAMESPACE})
    root = ET.SubElement(document, "CstmrCdtTrfInitn")
    count, total = str(len(transfers)), _amount(sum((each.amount_eur for each in transfers), Decimal(0)))
    head = ET.SubElement(root, "GrpHdr")
    _put(head, "MsgId", message[:_ID])
    _put(head, "CreDtTm", made_at.replace(microsecond=0, tzinfo=None).isoformat())
    _put(head, "NbOfTxs", count)
    _put(head, "CtrlSum", total)
    _put(head, "InitgPty/Nm", plain(payer.name, _NAME))
    payment = ET.SubElement(root, "PmtInf")
    _put(payment, "PmtInfId", f"{message[: _ID - 2]}-1")
    _put(payment, "PmtMtd", "TRF")
    _put(payment, "BtchBookg", "false")
    _put(payment, "NbOfTxs", count)
    _put(payment, "CtrlSum", total)
    _put(payment, "PmtTpInf/SvcLvl/Cd", "SEPA")
    _put(payment, "ReqdExctnDt/Dt", carry_out_on.isoformat())
    _put(payment, "Dbtr/Nm", plain(payer.name, _NAME))
    _put(payment, "DbtrAcct/Id/IBAN", payer.iban)
    _put_bank(payment, "DbtrAgt", payer.bic, is_needed=True)
    _put(payment, "ChrgBr", "SLEV")
    for each in transfers:
        _put_transfer(ET.SubElement(payment, "CdtTrfTxInf"), each)
    ET.indent(document)
    text = ET.tostring(document, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def check(transfers: Sequence[Transfer], payer: Account) -> None:
    """Raises CannotTransfer for the first thing a bank would send back."""
    if not transfers:
        raise CannotTransfer("nothing")
    if not payer.iban or payer.iban[:2] not in AREA or not plain(payer.name, _NAME):
        raise CannotTransfer("account_missing")
    for each in transfers:
        if problem := problem_of(each):
            raise CannotTransfer(problem, each.number)


def problem_of(transfer: Transfer) -> Code | None:
    """What a bank would send a single transfer back for; its account's number is checked where it is typed."""
    if not transfer.iban:
        return "iban_missing"
    if transfer.iban[:2] not in AREA:
        return "outside_area"
    if not plain(transfer.name, _NAME):
        return "name_missing"
    if transfer.amount_eur <= 0 or transfer.amount_eur != round(transfer.amount_eur, 2):
        return "amount"
    return "too_much" if transfer.amount_eur > MOST_EUR else None


def _put_transfer(into: ET.Element, each: Transfer) -> None:
    _put(into, "PmtId/EndToEndId", each.number[:_ID])
    amount = _put(into, "Amt/InstdAmt", _amount(each.amount_eur))
    amount.set("Ccy", "EUR")
    _put_bank(into, "CdtrAgt", each.bic)
    _put(into, "Cdtr/Nm", plain(each.name, _NAME))
    _put(into, "CdtrAcct/Id/IBAN", each.iban)
    _put(into, "RmtInf/Ustrd", plain(each.text, _TEXT) or each.number)


def _put_bank(into: ET.Element, tag: str, bic: str, *, is_needed: bool = False) -> None:
    if bic:
        _put(into, f"{tag}/FinInstnId/BICFI", bic)
    elif is_needed:
        _put(into, f"{tag}/FinInstnId/Othr/Id", "NOTPROVIDED")


def _put(into: ET.Element, path: str, text: str) -> ET.Element:
    """An element below `into` by its path, each step made anew."""
    for step in path.split("/"):
        into = ET.SubElement(into, step)
    into.text = text
    return into


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}"
