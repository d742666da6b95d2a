"""Keys with their certificates in the data folder, as PKCS#12 that only this installation's keys open."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from tilts.core.encryption import passphrases

PURPOSE = "tilts keys of seals"

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class CannotOpenSeal(Exception):
    """A file with a key is damaged, holds no key of a kind that we use, or its passphrase is another one."""


@dataclass(frozen=True)
class Kept:
    """A key with its certificate; between: certificates between it and its root, without the root where it is ours."""

    key: Key
    certificate: x509.Certificate
    between: tuple[x509.Certificate, ...]


def kept(path: Path) -> Kept | None:
    """What lies at `path`; None where nothing does. Raises CannotOpenSeal."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    for renewed in (False, True):
        # A second time: another process may have made a new key of the installation since this one read them.
        for passphrase in passphrases(PURPOSE, renewed=renewed):
            try:
                return opened(content, passphrase)
            except CannotOpenSeal:
                continue
    raise CannotOpenSeal(f"{path} was not made with a key that is in the data folder")


def opened(content: bytes, passphrase: bytes | None) -> Kept:
    """A key with its certificate from a PKCS#12 file. Raises CannotOpenSeal."""
    try:
        found = pkcs12.load_pkcs12(content, passphrase)
    except ValueError as error:
        raise CannotOpenSeal("This is no .p12 file, or its passphrase is another one.") from error
    if found.key is None or found.cert is None:
        raise CannotOpenSeal("There is no key with its certificate in this .p12 file.")
    if not isinstance(found.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise CannotOpenSeal("The key in this .p12 file is neither RSA nor one of an elliptic curve.")
    return Kept(found.key, found.cert.certificate, tuple(each.certificate for each in found.additional_certs))


def keep(path: Path, new: Kept) -> Kept:
    """Write it to `path`, whole or not at all, open to nobody else."""
    content = pkcs12.serialize_key_and_certificates(
        None, new.key, new.certificate, new.between, BestAvailableEncryption(passphrases(PURPOSE)[0])
    )
    write_whole(path, content)
    return new


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that nobody else may read; a kill leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(path.name + ".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time makes the key at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = path.with_suffix(".lock")
    with os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
