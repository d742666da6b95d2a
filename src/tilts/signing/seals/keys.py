"""The seal of a school as it is loaded: once a process, then kept in its memory."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tilts.signing.seals.authority import SealedSchool, is_test, new_seal, seal_path, subject_of
from tilts.signing.seals.keeping import CannotOpenSeal, Kept, Key, keep, kept, locked, opened

__all__ = ["CannotOpenSeal", "Seal", "install_seal", "seal_of"]

_RENEW_BEFORE = timedelta(days=2 * 365)  # a paper sealed today can still be checked two years from now

_DIGESTS = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}

#: By place and name of the school; with the moment in which the file was written, for another process may write it.
_loaded: dict[tuple[Path, x509.Name], tuple[int, "Seal"]] = {}


@dataclass(frozen=True)
class Seal:
    """A key with its certificate, ready to seal."""

    key: Key
    certificate: x509.Certificate
    between: tuple[x509.Certificate, ...] = ()  # certificates between it and its root
    is_test: bool = False

    @cached_property
    def signer(self) -> SimpleSigner:
        """As pyHanko uses it."""
        return _LoadedSigner(self)

    @cached_property
    def reserved_bytes(self) -> int:
        """Room for a signature inside a PDF, in hexadecimal digits, without a time-stamp."""
        certificates = sum(len(each.public_bytes(Encoding.DER)) for each in (self.certificate, *self.between))
        return 2 * (certificates + 2048)


class _LoadedSigner(SimpleSigner):
    """pyHanko's own reads the key anew for each signature."""

    def __init__(self, seal: Seal) -> None:
        certificate, *between = (_as_asn1(each) for each in (seal.certificate, *seal.between))
        registry = SimpleCertificateStore()
        registry.register_multiple(between)
        super().__init__(
            signing_cert=certificate,
            signing_key=asn1_keys.PrivateKeyInfo.load(
                seal.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
            ),
            cert_registry=registry,
            embed_roots=False,
        )
        self._key = seal.key

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        algorithm = _DIGESTS[digest_algorithm]
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PKCS1v15(), algorithm)
        return self._key.sign(data, ec.ECDSA(algorithm))


def _as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def seal_of(school: SealedSchool) -> Seal:
    """The seal of a school: the installed one, or one made by the authority at first need.

    Made anew when the school has another name or the certificate ends within two years. Raises CannotOpenSeal.
    """
    test = is_test(school)
    path = seal_path(school.pk, test)
    place = (path, subject_of(school))
    written_at, seal = _loaded.get(place, (0, None))
    if seal is None or written_at != _written_at(path) or _ends_soon(seal.certificate):
        found = _kept_or_made(school, path)
        seal = Seal(found.key, found.certificate, found.between, test)
        _loaded[place] = (_written_at(path), seal)
    return seal


def _written_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return -1


def _kept_or_made(school: SealedSchool, path: Path) -> Kept:
    with locked(path):
        found = kept(path)
        if found is not None and (_is_installed(path) or _still_serves(found, school)):
            return found
        key = found.key if found is not None and isinstance(found.key, rsa.RSAPrivateKey) else None
        return keep(path, new_seal(school, key))


def _still_serves(found: Kept, school: SealedSchool) -> bool:
    return found.certificate.subject == subject_of(school) and not _ends_soon(found.certificate)


def _ends_soon(certificate: x509.Certificate) -> bool:
    return certificate.not_valid_after_utc - datetime.now(UTC) < _RENEW_BEFORE


def install_seal(school: SealedSchool, content: bytes, passphrase: str) -> Seal:
    """Use a key from elsewhere, such as a qualified seal's, from now on. Raises ValidationError with a sentence."""
    if is_test(school):
        raise ValidationError(_("An example school seals with the TEST authority alone."))
    try:
        found = opened(content, passphrase.encode() or None)
    except CannotOpenSeal as error:
        raise ValidationError(str(error)) from error
    now = datetime.now(UTC)
    if not found.certificate.not_valid_before_utc <= now <= found.certificate.not_valid_after_utc:
        raise ValidationError(_("The certificate in this file is not valid today."))
    path = seal_path(school.pk, test=False)
    with locked(path):
        _mark_of_installed(path).touch(mode=0o600)
        keep(path, found)
    return Seal(found.key, found.certificate, found.between)


def _is_installed(path: Path) -> bool:
    return _mark_of_installed(path).exists()


def _mark_of_installed(path: Path) -> Path:
    return path.with_suffix(".installed")
