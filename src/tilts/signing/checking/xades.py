"""One XAdES signature of a container: signxml computes, what it found is judged here.

Runs in a child process with limits, for the file may be hostile.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.exceptions import InvalidDigest, InvalidSignature
from signxml.util import namespaces
from signxml.xades import XAdESSignatureConfiguration, XAdESVerifier

from tilts.signing.checking.people import signer_of
from tilts.signing.checking.records import Signature, with_reasons

# The one place whose properties the signature covers, as `_signs_its_properties` makes sure: a search through the whole
# signature would find others first, which anybody may have put beside them.
_QUALIFYING = "ds:Object/xades:QualifyingProperties"
_SIGNED = f"{_QUALIFYING}/xades:SignedProperties/xades:SignedSignatureProperties"
_SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
_NAMES = dict(namespaces)
_DER = Encoding.DER
_DIGESTS = {
    "http://www.w3.org/2000/09/xmldsig#sha1": "sha1",
    "http://www.w3.org/2001/04/xmldsig-more#sha224": "sha224",
    "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
}
_METHODS = {method.value for method in SignatureMethod}
LARGEST_SIGNATURE = 5 * 1024 * 1024


@dataclass
class Parts:
    """What a signature brings along for those who judge it further."""

    signature: Signature
    certificate: asn1_x509.Certificate | None = None
    others: list[asn1_x509.Certificate] = field(default_factory=list)
    element: Any = None


def signature_elements(content: bytes) -> list[Any]:
    """The signatures in a file of a container. Raises ValueError for what is no XML that can be read safely."""
    if len(content) > LARGEST_SIGNATURE:
        raise ValueError("too big for a signature")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("no XML") from error
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type in a signature")
    tag = f"{{{namespaces['ds']}}}Signature"
    # Each by itself, with the namespaces that are in force where it stands.
    found = [root] if root.tag == tag else root.findall(tag)
    return [etree.fromstring(etree.tostring(each, with_tail=False), parser) for each in found]


def check_signature(element: Any, place: str, papers: dict[str, bytes], now: datetime) -> Parts:
    """What one signature says of these papers, but for who vouches for the signer."""
    signature = Signature("signature", "genuine", file=place)
    certificates = list(_certificates(element))
    signer = _signers(element, certificates)
    if signer is None:
        return Parts(with_reasons(signature, "signature_changed", outcome="cannot_tell"))
    loaded = asn1_x509.Certificate.load(signer.public_bytes(_DER))
    signature = replace(
        signature,
        signer=signer_of(loaded),
        claimed_at=_claimed_at(element),
        algorithm=_fragment(_attribute(element, "ds:SignedInfo/ds:SignatureMethod")),
    )
    signature = _judged_files(signature, element, papers)
    signature = _judged_signature(signature, element, signer, papers, now)
    others = [asn1_x509.Certificate.load(each.public_bytes(_DER)) for each in certificates if each != signer]
    return Parts(signature, loaded, others, element)


def _certificates(element: Any) -> Iterator[x509.Certificate]:
    """Those that the signature brings along, the signer's first where it is usual."""
    places = ["ds:KeyInfo/ds:X509Data/ds:X509Certificate"]
    places += [".//xades:CertificateValues/xades:EncapsulatedX509Certificate"]
    for place in places:
        for found in element.iterfind(place, _NAMES):
            try:
                yield x509.load_der_x509_certificate(base64.b64decode(found.text or ""))
            except ValueError:
                continue


def _signers(element: Any, certificates: list[x509.Certificate]) -> x509.Certificate | None:
    """The certificate that the signature means: the one whose sum it has signed."""
    for place in ("xades:SigningCertificateV2", "xades:SigningCertificate"):
        digest = element.find(f"{_SIGNED}/{place}/xades:Cert/xades:CertDigest", _NAMES)
        if digest is None:
            continue
        name = _DIGESTS.get(_attribute(digest, "ds:DigestMethod"))
        wanted = _bytes(digest.findtext("ds:DigestValue", "", _NAMES))
        for each in certificates:
            if name and hashlib.new(name, each.public_bytes(_DER), usedforsecurity=False).digest() == wanted:
                return each
    return None


def _judged_files(signature: Signature, element: Any, papers: dict[str, bytes]) -> Signature:
    """Each file that the signature names has to be there with the sum that it names, and no other may be there."""
    covered: list[str] = []
    for reference in element.iterfind("ds:SignedInfo/ds:Reference", _NAMES):
        address = reference.get("URI", "")
        if address.startswith("#"):
            continue
        name = _name_of(address, papers)
        algorithm = _DIGESTS.get(_attribute(reference, "ds:DigestMethod"))
        if name is None:
            signature = with_reasons(signature, "missing_file_inside", outcome="altered")
        elif algorithm is None:
            signature = with_reasons(signature, "unknown_algorithm", outcome="cannot_tell")
        else:
            covered.append(name)
            digest = hashlib.new(algorithm, papers[name], usedforsecurity=False).digest()
            if digest != _bytes(reference.findtext("ds:DigestValue", "", _NAMES)):
                signature = with_reasons(signature, "file_changed", outcome="altered")
            elif algorithm == "sha1":
                signature = with_reasons(signature, "weak_algorithm", outcome="cannot_tell")
    if set(covered) != set(papers):
        signature = with_reasons(
            signature, *(["unsigned_file"] if set(papers) - set(covered) else []), outcome="altered"
        )
    return replace(signature, signed_files=tuple(covered), covers_whole_file=set(covered) == set(papers))


def _name_of(address: str, papers: dict[str, bytes]) -> str | None:
    """The file that an address means; programs differ in what they escape."""
    for name in (unquote(address), address, unquote(address).removeprefix("./").removeprefix("/")):
        if name in papers:
            return name
    return None


def _judged_signature(
    signature: Signature, element: Any, signer: x509.Certificate, papers: dict[str, bytes], now: datetime
) -> Signature:
    method = _attribute(element, "ds:SignedInfo/ds:SignatureMethod")
    if method.endswith("sha1"):
        return with_reasons(signature, "weak_algorithm", outcome="cannot_tell")
    if method not in _METHODS:
        return with_reasons(signature, "unknown_algorithm", outcome="cannot_tell")
    if not _signs_its_properties(element):
        return with_reasons(signature, "not_all_signed", outcome="cannot_tell")

    def resolve(address: str) -> bytes:
        return papers.get(_name_of(address, papers) or "", b"")

    try:
        XAdESVerifier().verify(
            element,
            x509_cert=signer,
            validate_schema=False,
            uri_resolver=resolve,
            expect_config=_configuration(signer, now),
        )
    except (InvalidSignature, InvalidDigest):
        reasons = [] if signature.outcome == "altered" else ["signature_changed"]
        return with_reasons(signature, *reasons, outcome="altered")
    except MemoryError:
        raise
    except Exception:  # signxml refuses what it does not know in many ways
        return with_reasons(signature, "unusual_structure", outcome="cannot_tell")
    return replace(signature, is_intact=signature.outcome != "altered")


def _configuration(signer: x509.Certificate, now: datetime) -> XAdESSignatureConfiguration:
    """Whether the certificate was valid is judged with the chain: here it is taken as it is."""
    begins, ends = signer.not_valid_before_utc, signer.not_valid_after_utc
    return XAdESSignatureConfiguration(
        expect_references=True,
        digest_algorithms=frozenset(DigestAlgorithm),
        ignore_ambiguous_key_info=False,
        verification_time=min(max(now, begins), ends),
        default_reference_c14n_method=CanonicalizationMethod.CANONICAL_XML_1_0,
    )


def _signs_its_properties(element: Any) -> bool:
    """Are the properties that it refers to its own, and the only ones?"""
    found = element.findall(f"{_QUALIFYING}/xades:SignedProperties", _NAMES)
    addresses = [
        reference.get("URI")
        for reference in element.iterfind("ds:SignedInfo/ds:Reference", _NAMES)
        if reference.get("Type") == _SIGNED_PROPERTIES
    ]
    return len(found) == 1 and addresses == [f"#{found[0].get('Id')}"]


def _claimed_at(element: Any) -> datetime | None:
    text = element.findtext(f"{_SIGNED}/xades:SigningTime", "", _NAMES)
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _attribute(element: Any, place: str) -> str:
    found = element.find(place, _NAMES)
    return "" if found is None else str(found.get("Algorithm", ""))


def _fragment(address: str) -> str:
    return address.rpartition("#")[2][:60]


def _bytes(text: str | None) -> bytes:
    try:
        return base64.b64decode(text or "")
    except binascii.Error:
        return b""
