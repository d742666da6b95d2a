"""Signed PDFs whose signer, clock or kind is not known here, and what then can be told."""

import io

from pyhanko.sign.signers import PdfSignatureMetadata, PdfTimeStamper, sign_pdf
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pypdf import PdfWriter

from tests.signing.checked import AUTHORITY, PAPER, SEAL, SEALED, TRUST, says
from tests.signing.sealed import TODAY, YEAR, certificate_of, seal_from, stamper_of
from tilts.signing.checking import Trust
from tilts.signing.checking.deciding import verdict_over
from tilts.signing.seals import Seal, seal_pdf
from tilts.signing.seals.updating import Update


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
