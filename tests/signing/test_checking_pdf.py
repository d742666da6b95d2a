"""What a check says of PDFs: genuine where nothing was changed, and why not where something was."""

import io
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import NameAttribute
from cryptography.x509.oid import NameOID
from hypothesis import given, settings, strategies
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.sign.fields import MDPPerm, SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfTimeStamper, sign_pdf
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pypdf import PdfWriter

from tests.signing.sealed import (
    TODAY,
    YEAR,
    certificate_of,
    data_folder,  # noqa: F401
    paper,
    seal_from,
    stamper_of,
)
from tilts.signing.checking import Signer, Trust, continues
from tilts.signing.checking.deciding import verdict_over
from tilts.signing.checking.trust import Anchor
from tilts.signing.seals import Seal, append_pages, seal_pdf
from tilts.signing.seals.updating import Update

AUTHORITY = certificate_of("A State Authority", is_authority=True)
NOTES = ("time_only_claimed", "revocation_unknown")


def trust_in_authority(*others):
    anchors = {"state": AUTHORITY} | dict(others)
    return Trust(tuple(Anchor(name, each[1].public_bytes(Encoding.DER)) for name, each in anchors.items()))


TRUST = trust_in_authority()
SEAL = seal_from(AUTHORITY)
PAPER = paper()
SEALED = seal_pdf(PAPER, seal=SEAL, reason="K7M3Q-9XRD4", at=datetime(2026, 9, 1, 8, 30, tzinfo=UTC))


def says(content, trust=TRUST, **others):
    verdict = verdict_over(content, trust, **others)
    return (verdict.outcome, verdict.reasons)


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


# Not trusted, and open


def test_an_authority_that_no_list_knows_is_not_trusted():
    assert says(SEALED, Trust()) == ("not_trusted", ("unknown_authority", "time_only_claimed"))


def test_a_certificate_that_names_a_trusted_authority_without_its_signature_is_not_trusted():
    impostor = certificate_of("A State Authority", is_authority=True)

    sealed = seal_pdf(PAPER, seal=seal_from(impostor), reason="")

    assert says(sealed)[0] == "not_trusted"


def test_a_certificate_for_something_else_is_not_trusted():
    key, certificate = certificate_of("A", issuer=AUTHORITY, is_authority=True)

    outcome, reasons = says(seal_pdf(PAPER, seal=Seal(key, certificate), reason=""))

    assert (outcome, reasons[0]) == ("not_trusted", "certificate_for_something_else")


def test_a_certificate_that_ended_leaves_it_open_but_for_a_time_stamp():
    seal = seal_from(AUTHORITY, ends=TODAY + YEAR)
    sealed = seal_pdf(PAPER, seal=seal, reason="")

    assert says(sealed, now=TODAY + 2 * YEAR) == ("cannot_tell", ("certificate_expired", "time_only_claimed"))


def stamped(stamper, seal=SEAL):
    output = sign_pdf(
        Update(PAPER),
        PdfSignatureMetadata(field_name="Signature"),
        seal.signer,
        timestamper=stamper,
    )
    return output.getvalue()


def test_a_time_stamp_shows_that_a_certificate_was_valid_then():
    content = stamped(stamper_of(AUTHORITY), seal_from(AUTHORITY, ends=TODAY + YEAR))

    verdict = verdict_over(content, TRUST, now=TODAY + 2 * YEAR)

    assert (verdict.outcome, verdict.reasons) == ("genuine", ("revocation_unknown",))
    assert (verdict.signatures[0].time_stamped_at, verdict.signatures[0].time_stamped_by) == (TODAY, "A Clock")


def test_a_time_stamp_of_an_unknown_clock_is_told():
    stranger = certificate_of("A Stranger", is_authority=True)

    assert says(stamped(stamper_of(stranger))) == ("genuine", ("time_stamp_not_trusted", "revocation_unknown"))


class OfAnotherFile(DummyTimeStamper):
    """Stamps something else than what it was asked for."""

    async def async_timestamp(self, message_digest, md_algorithm):
        return await super().async_timestamp(bytes(len(message_digest)), md_algorithm)


def test_a_time_stamp_of_something_else_is_broken():
    clock = stamper_of(AUTHORITY)
    stamper = OfAnotherFile(clock.tsa_cert, clock.tsa_key, fixed_dt=TODAY)

    outcome, reasons = says(stamped(stamper))

    assert (outcome, reasons[0]) == ("altered", "time_stamp_broken")


def test_a_file_that_is_time_stamped_alone_is_not_signed():
    output = PdfTimeStamper(stamper_of(AUTHORITY)).timestamp_pdf(Update(PAPER), "sha256")

    verdict = verdict_over(output.getvalue(), TRUST)

    assert (verdict.outcome, verdict.reasons) == ("not_signed", ("only_time_stamp",))
    assert (verdict.signatures[0].kind, verdict.signatures[0].trusted_by) == ("time_stamp", "state")


def test_an_encrypted_file_can_not_be_looked_into():
    writer = PdfWriter(io.BytesIO(SEALED))
    writer.encrypt("secret", algorithm="AES-256")
    output = io.BytesIO()
    writer.write(output)

    assert says(output.getvalue()) == ("cannot_tell", ("encrypted",))


def test_a_signature_of_an_unknown_kind_is_named():
    content = SEALED.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.attached")

    assert says(content) == ("cannot_tell", ("unknown_signature_kind",))


# What a signature permits


def certified(permission, then, content=PAPER):
    """A file certified with what may still be done, and then something done."""
    signer = PdfSignatureMetadata(field_name="Author", certify=True, docmdp_permissions=permission)
    output = sign_pdf(Update(content), signer, SEAL.signer, new_field_spec=SigFieldSpec("Author"))
    return then(output.getvalue())


def signed_again(content):
    output = sign_pdf(Update(content), PdfSignatureMetadata(field_name="Second"), SEAL.signer)
    return output.getvalue()


def test_a_certified_file_may_be_signed_where_that_is_permitted():
    assert says(certified(MDPPerm.FILL_FORMS, signed_again))[0] == "genuine"


def written(update):
    output = io.BytesIO()
    update.write(output)
    return output.getvalue()


def with_field():
    """A paper with a field to fill in."""
    update = Update(PAPER)
    page = update.find_page_for_modification(0)[0]
    name, number = generic.pdf_name, generic.NumberObject
    field = generic.DictionaryObject(
        {
            name("/FT"): name("/Tx"),
            name("/T"): pdf_string("Town"),
            name("/V"): pdf_string(""),
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/Widget"),
            name("/Rect"): generic.ArrayObject(map(number, (50, 50, 200, 70))),
            name("/F"): number(4),
            name("/P"): page,
        }
    )
    reference = update.add_object(field)
    update.root["/AcroForm"] = update.add_object(
        generic.DictionaryObject({name("/Fields"): generic.ArrayObject([reference])})
    )
    update.update_root()
    update.register_annotation(page, reference)
    return written(update)


def filled_in(content):
    update = Update(content)
    field = update.root["/AcroForm"]["/Fields"][0].get_object()
    field["/V"] = pdf_string("Jelgava")
    update.update_container(field)
    return written(update)


def test_a_field_filled_in_after_signing_alters_the_file_unless_the_signature_permits_it():
    outcome, reasons = says(filled_in(seal_pdf(with_field(), seal=SEAL, reason="")))

    assert (outcome, reasons[0]) == ("altered", "filled_in_after_signing")
    assert says(certified(MDPPerm.FILL_FORMS, filled_in, with_field()))[0] == "genuine"
    assert says(certified(MDPPerm.NO_CHANGES, filled_in, with_field()))[1][0] == "change_not_permitted"


# What came back


def test_continues_tells_whether_a_signed_file_begins_with_what_was_sent():
    assert [continues(PAPER, each) for each in (SEALED, PAPER, b"", paper("Other"))] == [True, False, False, False]
    assert not continues(b"", SEALED)
