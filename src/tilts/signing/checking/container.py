"""Signed containers: .asice, .edoc, .bdoc, .sce. The rules of ETSI EN 319 162-1 as far as a reader needs them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from lxml import etree

from tilts.signing.checking.archive import BadContainer, Container, is_about_the_container, read_container
from tilts.signing.checking.chains import chain_of
from tilts.signing.checking.judging import judged_chain, judged_stamp
from tilts.signing.checking.kinds import CONTAINER_TYPES
from tilts.signing.checking.people import signer_of
from tilts.signing.checking.records import Signature, Verdict, joined, with_reasons
from tilts.signing.checking.stamps import stamp_of
from tilts.signing.checking.trust import Trust
from tilts.signing.checking.xades import Parts, check_signature, signature_elements

_XADES = re.compile(r"META-INF/[^/]*signature[^/]*\.xml", re.IGNORECASE)
_OTHER = re.compile(r"META-INF/[^/]*\.(p7s|p7m|tst)", re.IGNORECASE)
_CONTENTS = "META-INF/manifest.xml"
_MOST_SIGNATURES = 50


async def check_container(content: bytes, trust: Trust, now: datetime) -> Verdict:
    """The verdict over a container."""
    try:
        container = read_container(content)
    except BadContainer as problem:
        return Verdict("container", problem.outcome, (problem.code,))
    kind = container.files.get("mimetype", b"").strip().decode("ascii", "replace")
    if kind and kind not in CONTAINER_TYPES:
        return Verdict("container", "cannot_tell", ("wrong_type",))
    signatures = [await _judged(parts, trust, now) for parts in _parts(container, now)]
    notes = [] if container.begins_with_type else ["wrong_type"]
    signatures = [_with_contents(container, with_reasons(each, *notes)) for each in signatures]
    return joined("container", signatures)


def _parts(container: Container, now: datetime) -> Iterable[Parts]:
    for name, content in container.files.items():
        if _OTHER.fullmatch(name):
            yield Parts(Signature("signature", "cannot_tell", ("unknown_signature_kind",), file=name))
        elif _XADES.fullmatch(name):
            yield from _signatures_in(container, name, content, now)


def _signatures_in(container: Container, name: str, content: bytes, now: datetime) -> Iterable[Parts]:
    try:
        elements = signature_elements(content)[:_MOST_SIGNATURES]
    except ValueError:
        elements = []
    if not elements:
        yield Parts(Signature("signature", "cannot_tell", ("damaged_file",), file=name))
    for element in elements:
        yield check_signature(element, name, container.papers, now)


async def _judged(parts: Parts, trust: Trust, now: datetime) -> Signature:
    """The signature with when it was stamped and who vouches for the signer."""
    if parts.certificate is None:
        return parts.signature
    signature = parts.signature
    stamp, is_readable = await stamp_of(parts.element, trust, now)
    if not is_readable:
        signature = with_reasons(signature, "time_stamp_broken", outcome="cannot_tell")
    if stamp is not None:
        by = signer_of(stamp.signing_cert).name
        signature = replace(signature, time_stamped_at=stamp.timestamp, time_stamped_by=by)
    signature = judged_stamp(signature, stamp) if is_readable else signature
    moment = stamp.timestamp if stamp and stamp.trusted else now
    return judged_chain(signature, await chain_of(parts.certificate, parts.others, trust, moment))


def _with_contents(container: Container, signature: Signature) -> Signature:
    """The container's own list: nobody signs it, but it must not tell of other files than there are."""
    listed = _listed(container.files.get(_CONTENTS))
    if listed is None:
        return with_reasons(signature, "no_contents")
    if listed != set(container.papers):
        return with_reasons(signature, "other_contents", outcome="cannot_tell")
    return signature


def _listed(content: bytes | None) -> set[str] | None:
    """The files that the list names; None where there is none that can be read."""
    if content is None or len(content) > 1024 * 1024:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None
    names = {
        value.removeprefix("./")
        for element in root.iter()
        for key, value in element.attrib.items()
        if etree.QName(key).localname == "full-path"
    }
    return {name for name in names if not name.endswith("/") and not is_about_the_container(name)}
