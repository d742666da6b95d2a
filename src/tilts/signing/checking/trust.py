"""Trust lists: files with certificates of authorities that the administrator has put into the data folder.

`trust/eparaksts.pem` is the list "eparaksts". The installation's own authority is a list, too. Nothing is asked of the
network.
"""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

#: Name of the list with the authority of this installation, and of the one for tests.
OWN, OWN_TEST = "this installation", "this installation: TEST"


@dataclass(frozen=True)
class Anchor:
    """One certificate that is believed, and the list that says so."""

    list_name: str
    der: bytes


@dataclass(frozen=True)
class Trust:
    """All that is believed. unreadable: names of lists that could not be read, which is no reason to believe less."""

    anchors: tuple[Anchor, ...] = ()
    unreadable: tuple[str, ...] = ()

    def list_of(self, der: bytes) -> str:
        """The first list that holds this certificate; empty where none does."""
        return next((anchor.list_name for anchor in self.anchors if anchor.der == der), "")

    def joined(self, other: "Trust") -> "Trust":
        """Both."""
        return Trust(self.anchors + other.anchors, self.unreadable + other.unreadable)

    def as_json(self) -> list[list[str]]:
        """For the child process."""
        return [[anchor.list_name, base64.b64encode(anchor.der).decode()] for anchor in self.anchors]

    @classmethod
    def from_json(cls, found: Iterable[Sequence[str]]) -> "Trust":
        """The same again."""
        return cls(tuple(Anchor(name, base64.b64decode(text)) for name, text in found))


def trust_in(data_folder: Path) -> Trust:
    """The lists of a data folder and the authorities that were made there; none where there is no such folder."""
    own = {OWN: "authority.pem", OWN_TEST: "authority-test.pem"}
    found = [(name, data_folder / "seals" / file) for name, file in own.items()]
    found += [(path.stem, path) for path in sorted((data_folder / "trust").glob("*.pem"))]
    return trust_from({name: path for name, path in found if path.is_file()})


def trust_from(files: Mapping[str, Path]) -> Trust:
    """The certificates in these files, PEM or a single DER, each list by its name."""
    trust = Trust()
    for name, path in files.items():
        try:
            content = path.read_bytes()
            trust = trust.joined(Trust(tuple(Anchor(name, der) for der in certificates_in(content))))
        except (OSError, ValueError):
            trust = trust.joined(Trust(unreadable=(name,)))
    return trust


def certificates_in(content: bytes) -> list[bytes]:
    """The certificates of a PEM file, or the one of a DER file. Raises ValueError where there is none."""
    if b"-----BEGIN" in content:
        found = x509.load_pem_x509_certificates(content)
    else:
        found = [x509.load_der_x509_certificate(content)]
    return [each.public_bytes(Encoding.DER) for each in found]
