"""Which kind of file it is, by its first bytes and not by its name. Pure."""

import io
import re
import zipfile

CONTAINER_TYPES = (
    "application/vnd.etsi.asic-e+zip",
    "application/vnd.etsi.asic-s+zip",
    "application/vnd.bdoc-1.0",
)
_SIGNATURES = re.compile(r"META-INF/[^/]*signature[^/]*\.(xml|p7s)", re.IGNORECASE)
_PKCS7 = re.compile(rb"-----BEGIN (?:PKCS ?#?7|CMS)\b")
#: The object identifier of signed data, RFC 5652.
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")


def kind_of(content: bytes) -> str:
    """One of records.KINDS."""
    if is_container(content):  # first: a paper inside it may begin with what a PDF begins with
        return "container"
    if b"%PDF-" in content[:1024] or (b"%%EOF" in content[-1024:] and b"/ByteRange" in content):
        return "pdf"  # also one that lost its first line, after it was signed
    return "unknown"


def is_container(content: bytes) -> bool:
    """A zip that says by its type or by what lies in it that it holds signatures over its files."""
    if not content.startswith(b"PK"):
        return False
    if any(kind.encode() in content[:200] for kind in CONTAINER_TYPES):
        return True
    return any(_SIGNATURES.fullmatch(name) for name in names_in(content))


def names_in(content: bytes) -> list[str]:
    """The names in a zip; none where it can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.namelist()[:10_000]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def looks_signed(content: bytes) -> bool:
    """Does a file of no kind that we check look as if it was signed in some other way?"""
    head = content[:100_000]
    return (
        (content.startswith(b"\x30") and _SIGNED_DATA in head[:64])
        or bool(_PKCS7.search(head))
        or b"http://www.w3.org/2000/09/xmldsig#" in head
        or b"-----BEGIN PGP SIGN" in head
        or any(name.startswith(("_xmlsignatures/", "META-INF/documentsignatures")) for name in names_in(content))
    )
