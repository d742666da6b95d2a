"""Containers of several papers under one seal: ASiC-E with XAdES B-B (ETSI EN 319 162-1, EN 319 132-1).

Such a file is what Latvia's .edoc and Estonia's .asice are: a zip with the papers as they are, a list of them, and a
signature that tells the sum of each.
"""

import io
import unicodedata
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from signxml import CanonicalizationMethod, DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.util import ds_tag, namespaces, xades_tag
from signxml.xades import XAdESSigner

from tilts.signing.seals import Seal

MEDIA_TYPE = "application/vnd.etsi.asic-e+zip"
CONTENTS, SIGNATURES = "META-INF/manifest.xml", "META-INF/signatures0.xml"

_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_CONTENTS_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_TYPES = {"pdf": "application/pdf", "xml": "application/xml", "json": "application/json", "txt": "text/plain"}
# Without the namespaces of what the signature stands in, so that it may stand anywhere.
_CANONICAL = CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0


def make_container(papers: Sequence[tuple[str, bytes]], *, seal: Seal, at: datetime | None = None) -> bytes:
    """The papers (name, content) in one container that the seal closes.

    at: the moment the seal claims, None: now. Raises ValueError where there is no paper, two have the same name, or a
    name is none for a file.
    """
    names = [file_name(name) for name, _content in papers]
    if not papers or len({name.casefold() for name in names}) < len(names):
        raise ValueError(f"a container needs papers with names of their own: {names}")
    named = list(zip(names, (content for _name, content in papers), strict=True))
    signatures = _signatures(named, seal, at or datetime.now(UTC))
    return _zipped([("mimetype", MEDIA_TYPE.encode()), *named, (CONTENTS, _contents(names)), (SIGNATURES, signatures)])


def file_name(name: str) -> str:
    """The name as it stands in the container. Raises ValueError for what is no name of a file in it.

    >>> file_name("Līgums 7.pdf")
    'Līgums 7.pdf'
    """
    name = unicodedata.normalize("NFC", name).strip()
    wrong = not name.isprintable() or set(name) & set('/\\:*?"<>|') or name.startswith(".")
    if not name or wrong or name.lower() in ("mimetype", "meta-inf"):
        raise ValueError(f"no name for a file in a container: {name!r}")
    return name


def media_type(name: str) -> str:
    """What kind of file it is, by its name.

    >>> media_type("Līgums.PDF"), media_type("notes")
    ('application/pdf', 'application/octet-stream')
    """
    return _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def _zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Stored as they are: the standard wants it of the first one, and PDFs are compressed already."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return stream.getvalue()


def _contents(names: Iterable[str]) -> bytes:
    def tag(name: str) -> str:
        return f"{{{_CONTENTS_NAMESPACE}}}{name}"

    root = etree.Element(tag("manifest"), {tag("version"): "1.2"}, nsmap={"manifest": _CONTENTS_NAMESPACE})
    for path, kind in [("/", MEDIA_TYPE), *((name, media_type(name)) for name in names)]:
        etree.SubElement(root, tag("file-entry"), {tag("full-path"): path, tag("media-type"): kind})
    return _written(root)


def _signatures(papers: Sequence[tuple[str, bytes]], seal: Seal, at: datetime) -> bytes:
    algorithm = SignatureMethod.RSA_SHA256 if isinstance(seal.key, rsa.RSAPrivateKey) else SignatureMethod.ECDSA_SHA256
    signer = _Signer(papers, at, algorithm)
    signature = signer.sign(
        etree.Element("none"), key=seal.key, cert=[seal.certificate, *seal.between], always_add_key_value=False
    )
    root = etree.Element(f"{{{_ASIC}}}XAdESSignatures", nsmap={"asic": _ASIC})
    root.append(signature)
    return _written(root)


def _written(root: Any) -> bytes:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


class _Signer(XAdESSigner):
    """Signs the sums of files that lie beside the signature; signxml's own knows only what lies inside it."""

    def __init__(self, papers: Sequence[tuple[str, bytes]], at: datetime, algorithm: SignatureMethod) -> None:
        super().__init__(
            method=SignatureConstructionMethod.detached,
            signature_algorithm=algorithm,
            digest_algorithm=DigestAlgorithm.SHA256,
            c14n_algorithm=_CANONICAL,
        )
        self.papers, self.at = papers, at

    def _unpack(self, data: Any, references: Any) -> Any:
        root = etree.Element(ds_tag("Signature"), nsmap={"ds": namespaces.ds, "xades": namespaces.xades}, Id="S0")
        return root, root, [], []

    def _build_sig(self, sig_root: Any, *_arguments: Any, **_options: Any) -> Any:
        signed_info = etree.SubElement(sig_root, ds_tag("SignedInfo"))
        etree.SubElement(signed_info, ds_tag("CanonicalizationMethod"), Algorithm=self.c14n_alg.value)
        etree.SubElement(signed_info, ds_tag("SignatureMethod"), Algorithm=self.sign_alg.value)
        for number, (name, content) in enumerate(self.papers):
            reference = etree.SubElement(signed_info, ds_tag("Reference"), Id=f"S0-F{number}", URI=quote(name))
            self._add_digest(reference, sha256(content).digest())
        return signed_info, etree.SubElement(sig_root, ds_tag("SignatureValue"), Id="S0-Value")

    def _add_reference_to_signed_info(self, sig_root: Any, node_to_reference: Any, **attrs: str) -> None:
        signed_info = sig_root.find(ds_tag("SignedInfo"))
        address = f"#{node_to_reference.get('Id')}"
        reference = etree.SubElement(signed_info, ds_tag("Reference"), URI=address, **attrs)
        transforms = etree.SubElement(reference, ds_tag("Transforms"))
        etree.SubElement(transforms, ds_tag("Transform"), Algorithm=self.c14n_alg.value)
        self._add_digest(reference, sha256(self._c14n(node_to_reference, algorithm=self.c14n_alg)).digest())

    def _add_digest(self, reference: Any, digest: bytes) -> None:
        etree.SubElement(reference, ds_tag("DigestMethod"), Algorithm=self.digest_alg.value)
        etree.SubElement(reference, ds_tag("DigestValue")).text = b64encode(digest).decode()

    def add_signing_time(self, signed_signature_properties: Any, sig_root: Any, signing_settings: Any) -> None:
        moment = etree.SubElement(signed_signature_properties, xades_tag("SigningTime"))
        moment.text = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def add_data_object_format(self, signed_data_object_properties: Any, sig_root: Any, signing_settings: Any) -> None:
        for number, (name, _content) in enumerate(self.papers):
            kind = etree.SubElement(
                signed_data_object_properties, xades_tag("DataObjectFormat"), ObjectReference=f"#S0-F{number}"
            )
            etree.SubElement(kind, xades_tag("MimeType")).text = media_type(name)
