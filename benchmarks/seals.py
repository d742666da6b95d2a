"""100 agreements sealed, by Tilts and by bare pyHanko with its key loaded once."""

import io
from collections.abc import Collection, Iterator
from datetime import date

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from benchmarks.measuring import Row, Say, at_most, in_turns, seconds
from benchmarks.names import full_names
from tilts.accounts.models import School
from tilts.documents.frame import Letterhead, frame
from tilts.documents.typesetting import Paper, typeset_many
from tilts.signing.seals import Seal, seal_of, seal_pdf

NAMES = ("seals.pyhanko",)
ROUNDS = 5
AGREEMENTS = 100
WHAT = "Agreements sealed (PAdES B-B), beside pyHanko alone with the same key, loaded once, and its room given."


def measure(wanted: Collection[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted."""
    say(f"Seals: {ROUNDS} rounds of {AGREEMENTS} agreements")
    papers = list(typeset_many(list(map(_agreement, full_names(AGREEMENTS)))))
    school = School(pk=0, name="Lielupes tehnikums", country="LV", registration_number="40900012345")
    peer = _Loaded(seal_of(school))

    def ours() -> None:
        assert all(seal_pdf(paper, seal=seal_of(school), reason="7/S").startswith(paper) for paper in papers)

    def theirs() -> None:
        assert all(_by_pyhanko(paper, peer).startswith(paper) for paper in papers)

    sides = [lambda: seconds(ours) / AGREEMENTS * 1000, lambda: seconds(theirs) / AGREEMENTS * 1000]
    own, bare = in_turns(sides, ROUNDS)
    yield Row("seals.pyhanko", WHAT, "ms each", at_most(1.3), own, bare)


class _Loaded(SimpleSigner):
    """pyHanko's own signer reads its key anew for each signature, which takes ten times as long as all the rest."""

    def __init__(self, seal: Seal) -> None:
        self.loaded = seal.key
        key = seal.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        certificate = asn1_x509.Certificate.load(seal.certificate.public_bytes(Encoding.DER))
        super().__init__(certificate, asn1_keys.PrivateKeyInfo.load(key), SimpleCertificateStore())

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        assert isinstance(self.loaded, rsa.RSAPrivateKey)
        return self.loaded.sign(data, padding.PKCS1v15(), hashes.SHA256())


def _by_pyhanko(paper: bytes, signer: SimpleSigner) -> bytes:
    about = PdfSignatureMetadata(
        field_name="Seal1", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, reason="7/S"
    )
    output: io.BytesIO = PdfSigner(about, signer).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(paper)), bytes_reserved=8192
    )
    return output.getvalue()


def _agreement(name: tuple[str, str]) -> Paper:
    parties = f"Lielupes tehnikums and the college of {' '.join(name)} agree to send learners to each other."
    data = frame(
        Letterhead("Lielupes tehnikums", ("Pasta iela 37, Jelgava",)),
        heading="Cooperation agreement",
        number="7/S",
        place_and_day="Jelgava, 1 March 2027",
    )
    data |= {"paragraphs": [parties, *[f"{number}. The parties help each other. " * 12 for number in range(1, 15)]]}
    return Paper("documents/typst/plain.typ", "Cooperation agreement", "en", data, date(2027, 3, 1))
