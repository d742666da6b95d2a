"""Schools, papers and authorities to try seals on, without a database."""

import datetime
from dataclasses import dataclass

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from tests.documents.plain_papers import plain_paper
from tilts.documents.typesetting import typeset
from tilts.signing.seals import Seal
from tilts.signing.seals.keys import _as_asn1

TODAY = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
YEAR = datetime.timedelta(days=365)


@dataclass
class PlainSchool:
    """What a seal says of a school."""

    pk: int = 1
    name: str = "Lielupes tehnikums"
    country: str = "LV"
    registration_number: str = "40900012345"
    is_example: bool = False


@pytest.fixture
def data_folder(settings, tmp_path):
    """A data folder of its own, where no key was made yet."""
    settings.TILTS_DATA = tmp_path / "data"
    return settings.TILTS_DATA


def paper(*paragraphs, language="en", **others):
    """A tagged PDF of one page."""
    return typeset(plain_paper(*(paragraphs or ("The parties agree.",)), language=language, **others))


def certificate_of(
    name,
    *,
    issuer=None,
    begins=TODAY - YEAR,
    ends=TODAY + 5 * YEAR,
    is_authority=False,
    purposes=(),
    attributes=(),
    extensions=(),
    key=None,
):
    """A key and its certificate; issuer: (key, certificate) of who signs it, None: itself."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), *attributes])
    usage = {"digital_signature": not is_authority, "content_commitment": not is_authority}
    usage |= {"key_cert_sign": is_authority, "crl_sign": is_authority}
    rest = ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only")
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[1].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage, **dict.fromkeys(rest, False)), critical=True)
    )
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return key, builder.sign(issuer[0] if issuer else key, hashes.SHA256())


TIME_STAMPING = (ExtendedKeyUsageOID.TIME_STAMPING,)


def seal_from(authority, name="A Notary", **others):
    """A seal under an authority that is not ours."""
    return Seal(*certificate_of(name, issuer=authority, **others))


CLOCK_KEY = rsa.generate_private_key(65537, 2048)


def stamper_of(authority, moment=TODAY):
    """A time-stamp authority under another authority."""
    key, certificate = certificate_of("A Clock", issuer=authority, purposes=TIME_STAMPING, key=CLOCK_KEY)
    loaded = Seal(key, certificate)
    return DummyTimeStamper(_as_asn1(certificate), loaded.signer.signing_key, fixed_dt=moment)
