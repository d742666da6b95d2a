"""Parts of a signature (CMS, RFC 5652) that no sum covers: nothing may be hidden in them. Pure.

The number of a version, the list of digests, the name of the signer's certificate: where one of them is not as it must
be, the file was changed there or made by a program that does not keep to the standard, and nobody can tell which.
"""

from asn1crypto import cms, parser, x509

_DEEPEST = 40


def message_length(raw: bytes) -> int:
    """How long the signature at the beginning is; 0 where there is none."""
    try:
        _class, _method, _tag, header, value, trailer = parser.parse(raw, strict=False)
    except ValueError:
        return 0
    return len(header) + len(value) + len(trailer)


def has_loose_parts(raw: bytes, certificate: x509.Certificate) -> bool:
    """Is something in this signature not as it must be? certificate: the signer's."""
    raw = raw[: message_length(raw)]
    try:
        signed = cms.ContentInfo.load(raw)["content"]
        signers = list(signed["signer_infos"])
        return not (
            _is_whole(raw)
            and len(signers) == 1
            and signed["version"].native in _versions(signed)
            and signers[0]["digest_algorithm"].dump() in [each.dump() for each in signed["digest_algorithms"]]
            and _names(signers[0], certificate)
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return True


def _versions(signed: cms.SignedData) -> tuple[str, ...]:
    plain = signed["encap_content_info"]["content_type"].native == "data"
    first = all(each["version"].native == "v1" for each in signed["signer_infos"])
    return ("v1",) if plain and first else ("v3", "v4", "v5")


def _names(signer: cms.SignerInfo, certificate: x509.Certificate) -> bool:
    """Does it name the certificate to the letter, in the form that its version says?"""
    named = signer["sid"].chosen
    if signer["sid"].name == "issuer_and_serial_number":
        same = named["issuer"].dump() == certificate.issuer.dump()
        return bool(signer["version"].native == "v1" and same)
    return bool(signer["version"].native == "v3" and named.native == certificate.key_identifier)


def _is_whole(data: bytes, depth: int = 0) -> bool:
    """Do the values inside fill exactly what they say they fill?"""
    while data:
        kind, method, tag, header, value, trailer = parser.parse(data, strict=False)
        if method and (depth > _DEEPEST or not _is_whole(value, depth + 1)):
            return False
        if (kind, tag) == (0, 0) or ((kind, tag) == (0, 5) and value):  # nothing at all; a NULL that is not
            return False
        data = data[len(header) + len(value) + len(trailer) :]
    return True
