"""Who a certificate is about: names as they are to be shown, personal codes never whole. Pure."""

import re

from asn1crypto import x509
from pyhanko.sign.ades.qualified_asn1 import get_qc_statements

from tilts.signing.checking.records import Signer

#: Longer runs of figures in a name are a personal code, as in Estonian ones: SURNAME,GIVEN NAME,38001085718.
_CODE_IN_NAME = re.compile(r"[,\s]*\b(?:[A-Z]{3}[A-Z]{2}-)?\d{6}-?\d{5}\b")
_PREFIX = re.compile(r"^((?:PNO|IDC|PAS|TIN|NTR|VAT)[A-Z]{2}-)?(.*)$", re.DOTALL)
_LONGEST = 200  # letters of anything shown


def signer_of(certificate: x509.Certificate) -> Signer:
    """The subject of a certificate."""
    subject = _fields(certificate.subject)
    name = subject.get("common_name", "")
    if not name or _CODE_IN_NAME.search(name):
        parts = " ".join(filter(None, (subject.get("given_name"), subject.get("surname"))))
        name = parts or _CODE_IN_NAME.sub("", name)
    issuer = _fields(certificate.issuer)
    return Signer(
        name=shown(name),
        organisation=shown(subject.get("organization_name", "")),
        organisation_number=shown(subject.get("organization_identifier", "")),
        personal_code=shortened(subject.get("serial_number", "")),
        issuer=shown(issuer.get("common_name", "") or issuer.get("organization_name", "")),
        quality=_quality(certificate),
        certificate_sha256=certificate.sha256.hex(),
    )


def _quality(certificate: x509.Certificate) -> str:
    """Does it say of itself that it is qualified (ETSI EN 319 412-5), and that its key lies in a secure device?"""
    try:
        said = {each["statement_id"].native for each in get_qc_statements(certificate)}
    except (TypeError, ValueError):  # it says something that can't be read
        return ""
    if "qc_compliance" not in said:
        return ""
    return "qualified_device" if "qc_sscd" in said else "qualified"


def _fields(name: x509.Name) -> dict[str, str]:
    """The parts of a name, the first of each kind."""
    found: dict[str, str] = {}
    for part in name.chosen:
        for item in part:
            key, value = item["type"].native, item["value"].native
            if isinstance(value, str):
                found.setdefault(key, value)
    return found


def shown(text: str) -> str:
    """One line of letters that can be seen, not endless.

    >>> shown("Anna\\nKalniņa")
    'Anna Kalniņa'
    """
    visible = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(visible.split())[:_LONGEST]


def shortened(code: str) -> str:
    """A personal code or another number of a person, as who knows it knows it again.

    >>> shortened("PNOLV-010190-12345"), shortened("38001085718"), shortened("77"), shortened("")
    ('PNOLV-…45', '…18', '…', '')
    """
    found = _PREFIX.match(shown(code))
    if not found or not found[2]:
        return ""
    return f"{found[1] or ''}…{found[2][-2:] if len(found[2]) > 5 else ''}"
