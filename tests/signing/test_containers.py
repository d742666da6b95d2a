"""Containers: made so that others verify them, and checked whoever made them."""

import asyncio
import base64
import hashlib
import io
import zipfile
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings, strategies
from lxml import etree
from signxml.util import ds_tag, xades_tag

from tests.signing.sealed import TODAY, YEAR, certificate_of, paper, seal_from, stamper_of
from tests.signing.witnesses import edockit, needs_edockit
from tilts.signing.checking import BadContainer, Trust, papers_in, papers_inside
from tilts.signing.checking.deciding import verdict_over
from tilts.signing.checking.trust import Anchor
from tilts.signing.containers import make_container

AUTHORITY = certificate_of("A State Authority", is_authority=True)
TRUST = Trust((Anchor("state", AUTHORITY[1].public_bytes(Encoding.DER)),))
SEAL = seal_from(AUTHORITY)
PAPERS = {"Līgums 7.pdf": paper("We agree."), "pielikums+1.txt": "Šis ir pielikums.".encode()}
CONTAINER = make_container(list(PAPERS.items()), seal=SEAL, at=datetime(2026, 9, 1, 8, 30, tzinfo=UTC))
SIGNATURES = "META-INF/signatures0.xml"


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(each.filename, archive.read(each)) for each in archive.infolist()]


def zipped(files, *, compression=zipfile.ZIP_STORED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name) if compression == zipfile.ZIP_STORED else name, content)
    return stream.getvalue()


def rebuilt(**changed):
    """The container with files changed, taken out (None) or added; a name's dots and slashes as it is."""
    files = dict(members(CONTAINER)) | changed
    return zipped((name, content) for name, content in files.items() if content is not None)


def says(content, trust=TRUST, **others):
    verdict = verdict_over(content, trust, **others)
    assert verdict.kind == "container"
    return (verdict.outcome, verdict.reasons[0])


# Made


def test_a_container_begins_with_its_type_uncompressed():
    with zipfile.ZipFile(io.BytesIO(CONTAINER)) as archive:
        first = archive.infolist()[0]

    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert CONTAINER[38:69] == b"application/vnd.etsi.asic-e+zip"


def test_a_container_holds_its_papers_as_they_are():
    assert papers_in(CONTAINER) == PAPERS


@pytest.mark.parametrize("names", [[], ["a.pdf", "A.PDF"], ["../a.pdf"], ["mimetype"], [""], ["a\nb.pdf"]], ids=repr)
def test_papers_without_names_of_their_own_are_refused(names):
    with pytest.raises(ValueError, match="name"):
        make_container([(name, b"x") for name in names], seal=SEAL)


@needs_edockit
def test_edockit_verifies_our_containers_and_no_altered_one(tmp_path):
    assert edockit(tmp_path, CONTAINER) == [(True, True, True)]
    assert edockit(tmp_path, rebuilt(**{"Līgums 7.pdf": b"other"})) == [(False, False, True)]
    signed = dict(members(CONTAINER))[SIGNATURES]
    assert edockit(tmp_path, rebuilt(**{SIGNATURES: signed.replace(b"L%C4%ABgums", b"l%C4%ABgums")}))[0][0] is False


# Checked


def test_a_container_of_ours_is_genuine_and_tells_what_it_covers():
    verdict = verdict_over(CONTAINER, TRUST)

    [signature] = verdict.signatures
    assert (verdict.outcome, verdict.reasons) == ("genuine", ("time_only_claimed", "revocation_unknown"))
    assert (signature.signer.name, signature.trusted_by, signature.algorithm) == ("A Notary", "state", "ecdsa-sha256")
    assert (signature.claimed_at, signature.file) == (datetime(2026, 9, 1, 8, 30, tzinfo=UTC), SIGNATURES)
    assert (signature.is_intact, signature.covers_whole_file, signature.signed_files) == (True, True, tuple(PAPERS))


def test_a_container_packed_anew_with_compression_is_as_genuine():
    assert says(zipped(members(CONTAINER), compression=zipfile.ZIP_DEFLATED))[0] == "genuine"


def test_several_signatures_over_the_same_papers_are_genuine():
    other = make_container(list(PAPERS.items()), seal=seal_from(AUTHORITY, "B"))

    verdict = verdict_over(rebuilt(**{"META-INF/signatures1.xml": dict(members(other))[SIGNATURES]}), TRUST)

    assert (verdict.outcome, [each.signer.name for each in verdict.signatures]) == ("genuine", ["A Notary", "B"])


def test_an_authority_that_no_list_knows_is_not_trusted():
    assert says(CONTAINER, Trust()) == ("not_trusted", "unknown_authority")


def test_a_certificate_that_ended_leaves_it_open():
    content = make_container([("a.txt", b"x")], seal=seal_from(AUTHORITY, ends=TODAY + YEAR))

    assert says(content, now=TODAY + 2 * YEAR) == ("cannot_tell", "certificate_expired")


def stamped(moment, authority=AUTHORITY, over=None):
    """The container with a time-stamp over its signature's value, or over something else."""
    files = dict(members(make_container([("a.txt", b"x")], seal=seal_from(AUTHORITY, ends=TODAY + YEAR))))
    root = etree.fromstring(files[SIGNATURES])
    value = etree.tostring(root.find(".//{*}SignatureValue"), method="c14n", exclusive=True, with_tail=False)
    digest = hashlib.sha256(value if over is None else over).digest()
    token = asyncio.run(stamper_of(authority, moment).async_timestamp(digest, "sha256"))
    properties = root.find(".//{*}QualifyingProperties")
    for name in ("UnsignedProperties", "UnsignedSignatureProperties", "SignatureTimeStamp"):
        properties = etree.SubElement(properties, xades_tag(name))
    etree.SubElement(properties, ds_tag("CanonicalizationMethod"), Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#")
    etree.SubElement(properties, xades_tag("EncapsulatedTimeStamp")).text = base64.b64encode(token.dump()).decode()
    return zipped([*(files | {SIGNATURES: etree.tostring(root)}).items()])


def test_a_time_stamp_shows_that_a_certificate_was_valid_then():
    verdict = verdict_over(stamped(TODAY), TRUST, now=TODAY + 2 * YEAR)

    assert (verdict.outcome, verdict.reasons) == ("genuine", ("revocation_unknown",))
    assert (verdict.signatures[0].time_stamped_at, verdict.signatures[0].time_stamped_by) == (TODAY, "A Clock")


def test_a_time_stamp_of_something_else_is_broken():
    assert says(stamped(TODAY, over=b"another value")) == ("altered", "time_stamp_broken")


def test_a_time_stamp_of_an_unknown_clock_is_told():
    verdict = verdict_over(stamped(TODAY, certificate_of("A Stranger", is_authority=True)), TRUST)

    assert (verdict.outcome, verdict.reasons) == ("genuine", ("time_stamp_not_trusted", "revocation_unknown"))


def in_signature(old, new):
    signed = dict(members(CONTAINER))[SIGNATURES]
    assert old in signed
    return rebuilt(**{SIGNATURES: signed.replace(old, new, 1)})


WEAK = b"http://www.w3.org/2000/09/xmldsig#rsa-sha1"
ECDSA = b"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"


@pytest.mark.parametrize(
    ("content", "outcome", "reason"),
    [
        (rebuilt(**{"Līgums 7.pdf": paper("We do not agree.")}), "altered", "file_changed"),
        (rebuilt(**{"Līgums 7.pdf": None}), "altered", "missing_file_inside"),
        (rebuilt(**{"third.pdf": b"added"}), "altered", "unsigned_file"),
        (zipped([*members(CONTAINER), ("līgums 7.pdf", b"another")]), "altered", "doubled_file"),
        (in_signature(b"2026-09-01T08:30:00Z", b"2026-09-02T08:30:00Z"), "altered", "signature_changed"),
        (
            in_signature(b'<ds:SignatureValue Id="S0-Value">', b'<ds:SignatureValue Id="S0-Value">AA'),
            "altered",
            "signature_changed",
        ),
        (rebuilt(**{SIGNATURES: None}), "not_signed", "no_signature"),
        (rebuilt(**{SIGNATURES: b"<no xml"}), "cannot_tell", "damaged_file"),
        (rebuilt(mimetype=b"application/zip"), "cannot_tell", "wrong_type"),
        (rebuilt(**{"../a.pdf": b"out"}), "cannot_tell", "unsafe_name"),
        (in_signature(ECDSA, WEAK), "cannot_tell", "weak_algorithm"),
        (in_signature(ECDSA, b"http://example.org/#rot13"), "cannot_tell", "unknown_algorithm"),
        (rebuilt(**{"META-INF/manifest.xml": b"<m full-path='other.pdf'/>"}), "cannot_tell", "other_contents"),
        (rebuilt(**{"META-INF/signature.p7s": b"0"}), "cannot_tell", "unknown_signature_kind"),
        (CONTAINER[:-30], "cannot_tell", "damaged_file"),
    ],
    ids=[
        *("file-changed", "file-missing", "file-added", "doubled", "time-changed", "value-changed", "no-signature"),
        *("no-xml", "wrong-type", "leads-out", "weak", "unknown-method", "other-contents", "cades", "cut"),
    ],
)
def test_a_container_that_is_not_as_it_was_signed_says_why(content, outcome, reason):
    assert says(content) == (outcome, reason)


@pytest.mark.parametrize(("left_out", "note"), [("mimetype", "wrong_type"), ("META-INF/manifest.xml", "no_contents")])
def test_what_other_programs_leave_out_is_noted(left_out, note):
    verdict = verdict_over(rebuilt(**{left_out: None}), TRUST)

    assert (verdict.outcome, note in verdict.reasons) == ("genuine", True)


def test_entities_and_document_types_are_refused():
    signed = dict(members(CONTAINER))[SIGNATURES].replace(b"<asic:", b'<!DOCTYPE a [<!ENTITY e "x">]><asic:', 1)

    assert says(rebuilt(**{SIGNATURES: signed})) == ("cannot_tell", "damaged_file")


def test_a_signature_wrapped_around_another_one_is_not_genuine():
    """The signed properties stand where nobody reads them, others where they are read."""
    signed = dict(members(CONTAINER))[SIGNATURES]
    begin, end = signed.index(b"<ds:Object>"), signed.index(b"</ds:Object>") + len(b"</ds:Object>")
    other = signed[begin:end].replace(b"2026-09-01", b"2016-09-01")

    assert says(rebuilt(**{SIGNATURES: signed[:begin] + other + signed[begin:]}))[0] in {"altered", "cannot_tell"}


def test_time_and_certificate_are_read_where_they_are_signed():
    """Properties that nobody signed stand before the signed ones."""
    signed = dict(members(CONTAINER))[SIGNATURES]
    begin, end = (signed.index(tag) for tag in (b"<xades:SignedSignatureProperties", b"</xades:SignedProperties>"))
    decoy = signed[begin:end].replace(b"2026-09-01", b"2016-09-01")
    place = signed.index(b"<ds:Object>")
    names = b' xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"'
    wrapped = b"<ds:Object><xades:Other" + names + b">" + decoy + b"</xades:Other></ds:Object>"
    verdict = verdict_over(rebuilt(**{SIGNATURES: signed[:place] + wrapped + signed[place:]}), TRUST)

    assert [(each.signer.name, each.claimed_at) for each in verdict.signatures] == [
        ("A Notary", datetime(2026, 9, 1, 8, 30, tzinfo=UTC))
    ]


def test_a_bomb_costs_little():
    bomb = zipped([*members(CONTAINER), ("a.pdf", bytes(300 * 1024 * 1024))], compression=zipfile.ZIP_DEFLATED)

    assert says(bomb) == ("cannot_tell", "too_costly")
    with pytest.raises(BadContainer):
        papers_in(bomb)
    assert papers_inside(bomb) is None


SIGNED_BY = [(each.signer, each.claimed_at) for each in verdict_over(CONTAINER, TRUST).signatures]


@settings(max_examples=200)
@given(strategies.integers(0, len(CONTAINER) - 1), strategies.integers(0, 7))
def test_no_changed_bit_makes_other_papers_genuine(position, bit):
    changed = bytearray(CONTAINER)
    changed[position] ^= 1 << bit

    verdict = verdict_over(bytes(changed), TRUST)

    # The zip around the papers tells moments and rights of files, which nobody signs.
    if verdict.outcome == "genuine":
        assert papers_in(bytes(changed)) == PAPERS
        assert [(each.signer, each.claimed_at) for each in verdict.signatures] == SIGNED_BY
