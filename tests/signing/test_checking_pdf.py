"""What a check says of PDFs: genuine where nothing was changed, and why not where something was."""

import io
from datetime import UTC, datetime

import pytest
from cryptography.x509 import NameAttribute
from cryptography.x509.oid import NameOID
from hypothesis import given, settings, strategies
from pyhanko.pdf_utils.generic import pdf_string

from tests.signing.checked import AUTHORITY, NOTES, PAPER, SEAL, SEALED, TRUST, says, trust_in_authority
from tests.signing.sealed import certificate_of, paper, seal_from
from tilts.signing.checking import Signer
from tilts.signing.checking.deciding import verdict_over
from tilts.signing.seals import append_pages, seal_pdf
from tilts.signing.seals.updating import Update

# Genuine


def test_a_sealed_pdf_is_genuine_and_tells_by_whom_and_when():
    verdict = verdict_over(SEALED, TRUST)

    [signature] = verdict.signatures
    assert (verdict.kind, verdict.outcome, verdict.reasons) == ("pdf", "genuine", NOTES)
    assert (signature.signer.name, signature.signer.issuer) == ("A Notary", "A State Authority")
    assert (signature.claimed_at, signature.time_stamped_at) == (datetime(2026, 9, 1, 8, 30, tzinfo=UTC), None)
    assert (signature.is_intact, signature.covers_whole_file, signature.trusted_by) == (True, True, "state")
    assert signature.algorithm == "sha256_ecdsa sha256"


def test_several_signatures_one_after_the_other_are_genuine():
    verdict = verdict_over(seal_pdf(SEALED, seal=seal_from(AUTHORITY, "B"), reason=""), TRUST)

    assert (verdict.outcome, [(each.signer.name, each.covers_whole_file) for each in verdict.signatures]) == (
        "genuine",
        [("A Notary", False), ("B", True)],
    )


def test_the_authority_of_a_demo_is_named():
    authority = certificate_of("TEST authority", is_authority=True)
    sealed = seal_pdf(PAPER, seal=seal_from(authority), reason="")

    assert says(sealed, trust_in_authority(("demo", authority))) == (
        "genuine",
        ("time_only_claimed", "test_authority", "revocation_unknown"),
    )


def test_a_personal_code_is_never_shown_whole():
    people = [
        NameAttribute(NameOID.GIVEN_NAME, "Anna"),
        NameAttribute(NameOID.SURNAME, "Kalniņa"),
        NameAttribute(NameOID.SERIAL_NUMBER, "PNOLV-010190-12345"),
        NameAttribute(NameOID.ORGANIZATION_IDENTIFIER, "NTRLV-40900012345"),
    ]
    seal = seal_from(AUTHORITY, "KALNIŅA,ANNA,010190-12345", attributes=people)

    [signature] = verdict_over(seal_pdf(PAPER, seal=seal, reason=""), TRUST).signatures

    assert signature.signer == Signer(
        name="Anna Kalniņa",
        organisation_number="NTRLV-40900012345",
        personal_code="PNOLV-…45",
        issuer="A State Authority",
        certificate_sha256=signature.signer.certificate_sha256,
    )


# Not signed


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (PAPER, "pdf", "no_signature"),
        (b"", "unknown", "empty_file"),
        (b"Dear colleagues,", "unknown", "unknown_kind"),
        (b"\x89PNG\r\n\x1a\n", "unknown", "unknown_kind"),
    ],
    ids=["pdf", "empty", "text", "picture"],
)
def test_what_bears_no_signature_is_not_signed(content, kind, reason):
    verdict = verdict_over(content, TRUST)

    assert (verdict.kind, verdict.outcome, verdict.reasons) == (kind, "not_signed", (reason,))


# Altered


@settings(max_examples=150)
@given(strategies.integers(0, len(SEALED) - 1), strategies.integers(0, 7))
def test_no_changed_bit_is_genuine(position, bit):
    changed = bytearray(SEALED)
    changed[position] ^= 1 << bit

    assert verdict_over(bytes(changed), TRUST).outcome in {"altered", "cannot_tell", "not_trusted"}


GAP = (SEALED.index(b"/Contents <") + len(b"/Contents <"), SEALED.index(b">", SEALED.index(b"/Contents <")))


@settings(max_examples=250)
@given(strategies.integers(*GAP), strategies.integers(0, 7))
def test_no_changed_bit_of_the_signature_itself_is_genuine(position, bit):
    changed = bytearray(SEALED)
    changed[position] ^= 1 << bit

    assert verdict_over(bytes(changed), TRUST).outcome in {"altered", "cannot_tell", "not_trusted"}


def signed_and(change):
    """A sealed file to which an incremental update was added, without a further signature."""
    update = Update(SEALED)
    change(update)
    output = io.BytesIO()
    update.write(output)
    return output.getvalue()


def another_title(update):
    update.root["/Lang"] = pdf_string("ru")
    update.update_root()


def without_its_form(update):
    del update.root["/AcroForm"]
    update.update_root()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SEALED.replace(b"(K7M3Q", b"(K7M3R"), "bytes_changed"),
        (append_pages(SEALED, paper("Another page.")), "changed_after_signing"),
        (signed_and(another_title), "changed_after_signing"),
        (signed_and(without_its_form), "signature_removed"),
        (SEALED + b"\n% a remark", "bytes_behind_the_end"),
        (SEALED.replace(b"/Type/Catalog", b"/Type/Cataloq"), "bytes_changed"),
        (SEALED.replace(b"startxref\n", b"startxrev\n"), "bytes_changed"),
        (SEALED[: SEALED.rindex(b"startxref")], "bytes_changed"),
    ],
    ids=["byte", "pages-added", "updated", "form-removed", "behind-the-end", "no-catalog", "no-xref", "cut"],
)
def test_what_was_changed_after_signing_is_altered(content, reason):
    outcome, reasons = says(content)

    assert (outcome, reasons[0]) == ("altered", reason)


def test_pages_added_between_two_signatures_alter_the_first():
    joined = seal_pdf(append_pages(SEALED, paper("Another page.")), seal=SEAL, reason="")

    verdict = verdict_over(joined, TRUST)

    assert (verdict.outcome, [each.outcome for each in verdict.signatures]) == ("altered", ["altered", "genuine"])


def test_a_signature_moved_to_another_file_is_altered():
    other = seal_pdf(paper("Another paper, as long."), seal=SEAL, reason="K7M3Q-9XRD4")
    begin, end = (other.index(b"/Contents <") + 11, other.index(b">", other.index(b"/Contents <")))

    assert says(other[:begin] + SEALED[GAP[0] : GAP[1]] + other[end:])[0] == "altered"
