"""The authority of an installation: a root certificate of its own, which signs the certificates of its schools' seals.

Nobody but this installation knows it: it shows that a file left here and is unchanged, it is no qualified trust
service. A demo, and an example school anywhere, have a TEST authority beside it whose names all begin with TEST.
"""

import re
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from anyascii import anyascii
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.conf import settings

from tilts.signing.seals.keeping import Kept, keep, kept, locked, write_whole

TEST = "TEST "
KEY_BITS = 3072  # ETSI TS 119 312: at least 3000 for what is signed from 2026 on
ROOT_YEARS, SEAL_YEARS = 30, 12
LONGEST_NAME = 64  # RFC 5280, ub-common-name; our library counts bytes
_LATEST = "authority.p12"


class SealedSchool(Protocol):
    """What a certificate says of a school."""

    pk: int
    name: str
    country: str
    registration_number: str
    is_example: bool


def is_test(school: SealedSchool) -> bool:
    """Does this school seal with the TEST authority?"""
    return bool(settings.TILTS_DEMO or school.is_example)


def authority_pem(*, test: bool | None = None) -> bytes:
    """The certificate of this installation's authority, made at first need; test: None means as the installation is."""
    return authority(settings.TILTS_DEMO if test is None else test).certificate.public_bytes(serialization.Encoding.PEM)


def known_authorities() -> list[x509.Certificate]:
    """The certificates of the authorities that were made here so far; none is made, no key is opened."""
    folder = seals_folder()
    found = [folder / name.replace(".p12", ".pem") for name in (_LATEST, _for_tests(_LATEST))]
    return [x509.load_pem_x509_certificate(path.read_bytes()) for path in found if path.is_file()]


def authority(test: bool) -> Kept:
    """The root with its key, made at first need."""
    path = seals_folder() / (_for_tests(_LATEST) if test else _LATEST)
    with locked(path):
        found = kept(path) or keep(path, _new_root(test))
        pem = path.with_suffix(".pem")
        if not pem.exists():
            write_whole(pem, found.certificate.public_bytes(serialization.Encoding.PEM))
    return found


def seal_path(school_pk: int, test: bool) -> Path:
    """Where the seal of a school lies."""
    name = f"{school_pk}.p12"
    return seals_folder() / (_for_tests(name) if test else name)


def seals_folder() -> Path:
    """The folder of the keys; it may not be there yet."""
    folder: Path = settings.TILTS_DATA / "seals"
    return folder


def new_seal(school: SealedSchool, key: rsa.RSAPrivateKey | None = None) -> Kept:
    """A certificate for a school, signed by the authority; key: one that it had before."""
    test = is_test(school)
    root = authority(test)
    key = key or new_key()
    certificate = (
        _builder(subject_of(school), root.certificate.subject, key, SEAL_YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature", "content_commitment"), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(_key_identifier_of(root), critical=False)
        .sign(root.key, hashes.SHA256())
    )
    return Kept(key, certificate, ())


def subject_of(school: SealedSchool) -> x509.Name:
    """The school as its certificate names it."""
    mark = TEST if is_test(school) else ""
    name = shortened(mark + school.name)
    attributes = [
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, name),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ]
    number = re.sub(r"[^A-Za-z0-9]", "", school.registration_number)
    if re.fullmatch(r"[A-Za-z]{2}", school.country):
        attributes.insert(0, x509.NameAttribute(NameOID.COUNTRY_NAME, school.country.upper()))
        if number:  # ETSI EN 319 412-1, 5.1.4: a number of the national trade register
            attributes.append(
                x509.NameAttribute(NameOID.ORGANIZATION_IDENTIFIER, f"NTR{school.country.upper()}-{number}")
            )
    return x509.Name(attributes)


def shortened(name: str) -> str:
    """A name as long as a certificate may hold it, which is counted in bytes: a longer one is written in plain letters.

    >>> shortened("Daugavpils tehnikums"), len(shortened("skola " * 20))
    ('Daugavpils tehnikums', 62)
    >>> shortened("ქუთაისის საზოგადოებრივი კოლეჯი")
    'kutaisis sazogadoebrivi koleji'
    """
    name = " ".join(name.split())
    if len(name.encode()) <= LONGEST_NAME:
        return name
    plain = anyascii(name).replace("'", "")
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 3].rsplit(" ", 1)[0] + "..."


def new_key() -> rsa.RSAPrivateKey:
    """RSA, which every program that checks PDFs or containers knows."""
    return rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)


def _new_root(test: bool) -> Kept:
    key = new_key()
    mark = TEST if test else ""
    # The random number tells the authorities of two installations apart.
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"{mark}Tilts"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{mark}Tilts authority of this installation"),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, secrets.token_hex(4)),
        ]
    )
    certificate = (
        _builder(subject, subject, key, ROOT_YEARS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Kept(key, certificate, ())


def _builder(subject: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey, years: int) -> x509.CertificateBuilder:
    # An hour back: the clocks of those who check are not ours.
    begins = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=round(365.25 * years)))
    )


def _usage(*allowed: str) -> x509.KeyUsage:
    names = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"]
    names += ["key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
    return x509.KeyUsage(**{name: name in allowed for name in names})


def _key_identifier_of(root: Kept) -> x509.AuthorityKeyIdentifier:
    identifier = root.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)


def _for_tests(name: str) -> str:
    stem, dot, suffix = name.partition(".")
    return f"{stem}-test{dot}{suffix}"
