"""The time-stamp of an XAdES signature: it covers the signature's own value."""

import base64
import hashlib
from datetime import datetime
from typing import Any

from asn1crypto import cms
from lxml import etree
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from signxml.util import namespaces

from tilts.signing.checking.chains import context_of
from tilts.signing.checking.trust import Trust

_EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"


async def stamp_of(element: Any, trust: Trust, now: datetime) -> tuple[TimestampSignatureStatus | None, bool]:
    """The time-stamp as pyHanko found it, None where there is none; and whether it could be read."""
    found = element.find(".//xades:UnsignedSignatureProperties/xades:SignatureTimeStamp", namespaces)
    if found is None:
        return None, True
    value = element.find("ds:SignatureValue", namespaces)
    method = found.find("ds:CanonicalizationMethod", namespaces)
    is_exclusive = method is not None and method.get("Algorithm", "").startswith(_EXCLUSIVE)
    covered = etree.tostring(value, method="c14n", exclusive=is_exclusive, with_tail=False)
    try:
        token = base64.b64decode(found.findtext("xades:EncapsulatedTimeStamp", "", namespaces))
        signed = cms.ContentInfo.load(token)["content"]
        status = await validate_tst_signed_data(
            signed, context_of(trust, now), lambda name: hashlib.new(name, covered, usedforsecurity=False).digest()
        )
        return TimestampSignatureStatus(**status), True
    except MemoryError:
        raise
    except Exception:
        return None, False
