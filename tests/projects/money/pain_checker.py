"""A reader of `pain.001.001.09` as strict as its schema where our files use it, and as the rules of SEPA.

Written from the published message definition: order and number of elements, patterns, lengths, sums. It shares no code
with the writer.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

NS = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"
LATIN = r"[A-Za-z0-9/\-?:().,'+ ]"
IBAN = r"[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}"
BIC = r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?"
AMOUNT = r"[0-9]{1,9}\.[0-9]{2}"


def text(pattern: str):
    return ("text", pattern)


def some(most: int) -> tuple[str, str]:
    return text(LATIN + f"{{1,{most}}}")


# Name → what is inside: a pattern, or its parts in order, each with how often it may stand there.
BANK = [("FinInstnId", 1, 1, [("BICFI", 0, 1, text(BIC)), ("Othr", 0, 1, [("Id", 1, 1, text("NOTPROVIDED"))])])]
ACCOUNT = [("Id", 1, 1, [("IBAN", 1, 1, text(IBAN))])]
PARTY = [("Nm", 1, 1, some(70))]
TRANSFER = [
    ("PmtId", 1, 1, [("EndToEndId", 1, 1, some(35))]),
    ("Amt", 1, 1, [("InstdAmt", 1, 1, text(AMOUNT))]),
    ("CdtrAgt", 0, 1, BANK),
    ("Cdtr", 1, 1, PARTY),
    ("CdtrAcct", 1, 1, ACCOUNT),
    ("RmtInf", 0, 1, [("Ustrd", 1, 1, some(140))]),
]
PAYMENT = [
    ("PmtInfId", 1, 1, some(35)),
    ("PmtMtd", 1, 1, text("TRF")),
    ("BtchBookg", 0, 1, text("true|false")),
    ("NbOfTxs", 0, 1, text("[0-9]{1,15}")),
    ("CtrlSum", 0, 1, text(r"[0-9]{1,15}\.[0-9]{2}")),
    ("PmtTpInf", 1, 1, [("SvcLvl", 1, 1, [("Cd", 1, 1, text("SEPA"))])]),
    ("ReqdExctnDt", 1, 1, [("Dt", 1, 1, text("[0-9]{4}-[0-9]{2}-[0-9]{2}"))]),
    ("Dbtr", 1, 1, PARTY),
    ("DbtrAcct", 1, 1, ACCOUNT),
    ("DbtrAgt", 1, 1, BANK),
    ("ChrgBr", 0, 1, text("SLEV")),
    ("CdtTrfTxInf", 1, None, TRANSFER),
]
HEAD = [
    ("MsgId", 1, 1, some(35)),
    ("CreDtTm", 1, 1, text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")),
    ("NbOfTxs", 1, 1, text("[0-9]{1,15}")),
    ("CtrlSum", 0, 1, text(r"[0-9]{1,15}\.[0-9]{2}")),
    ("InitgPty", 1, 1, PARTY),
]
DOCUMENT = [("CstmrCdtTrfInitn", 1, 1, [("GrpHdr", 1, 1, HEAD), ("PmtInf", 1, None, PAYMENT)])]


@dataclass(frozen=True)
class ReadTransfer:
    number: str
    amount: Decimal
    name: str
    iban: str
    text: str


@dataclass(frozen=True)
class ReadFile:
    message: str
    payer: str
    account: str
    carry_out_on: date
    transfers: tuple[ReadTransfer, ...]

    @property
    def total(self) -> Decimal:
        return sum((each.amount for each in self.transfers), Decimal(0))


def read_pain(content: bytes) -> ReadFile:
    """The file's transfers; raises AssertionError with the place of what a bank would refuse."""
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    root = ET.fromstring(content)
    assert root.tag == f"{NS}Document"
    _check(root, DOCUMENT, "Document")
    head, (payment,) = root[0][0], root.findall(f".//{NS}PmtInf")
    datetime.fromisoformat(_said(head, "CreDtTm"))
    transfers = tuple(_transfer(each) for each in payment.findall(f"{NS}CdtTrfTxInf"))
    for part in (head, payment):
        assert int(_said(part, "NbOfTxs")) == len(transfers)
        assert Decimal(_said(part, "CtrlSum")) == sum(each.amount for each in transfers)
    numbers = [each.number for each in transfers]
    assert len(set(numbers)) == len(numbers)
    account = _said(payment, "DbtrAcct/Id/IBAN")
    assert _checksum(account)
    return ReadFile(
        message=_said(head, "MsgId"),
        payer=_said(payment, "Dbtr/Nm"),
        account=account,
        carry_out_on=date.fromisoformat(_said(payment, "ReqdExctnDt/Dt")),
        transfers=transfers,
    )


def _transfer(each: ET.Element) -> ReadTransfer:
    amount = each.find(f"{NS}Amt/{NS}InstdAmt")
    assert amount is not None
    assert amount.attrib == {"Ccy": "EUR"}
    assert Decimal("0.01") <= Decimal(amount.text or "") <= Decimal("999999999.99")
    iban = _said(each, "CdtrAcct/Id/IBAN")
    assert _checksum(iban), iban
    return ReadTransfer(
        _said(each, "PmtId/EndToEndId"),
        Decimal(amount.text or ""),
        _said(each, "Cdtr/Nm"),
        iban,
        _said(each, "RmtInf/Ustrd"),
    )


def _check(element: ET.Element, parts: object, place: str) -> None:
    if isinstance(parts, tuple):
        said = element.text or ""
        assert not len(element), place
        assert re.fullmatch(parts[1], said), (place, said)
        assert said == said.strip("/ "), (place, said)
        assert "//" not in said, (place, said)
        return
    assert isinstance(parts, list)
    assert not (element.text or "").strip(), place
    order = [name for name, *_ in parts]
    found = [child.tag.removeprefix(NS) for child in element]
    assert set(found) <= set(order), (place, found)
    assert found == sorted(found, key=order.index), (place, found)
    for name, least, most, inside in parts:
        there = element.findall(NS + name)
        assert least <= len(there) <= (most or len(there)), (place, name, len(there))
        for child in there:
            assert name == "InstdAmt" or not child.attrib, (place, name)
            _check(child, inside, f"{place}/{name}")


def _said(element: ET.Element, path: str) -> str:
    found = element.find("/".join(NS + step for step in path.split("/")))
    assert found is not None, path
    return found.text or ""


def _checksum(iban: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1
