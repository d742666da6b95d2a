"""From a certificate up to one that is believed. Asks nothing of the network: whether one was revoked is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    ExpiredError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    PathValidationError,
    RevokedError,
)
from pyhanko_certvalidator.path import ValidationPath

from tilts.signing.checking.trust import Trust

#: One of these a certificate must allow, where it says what it is for.
_TO_SIGN = ("digital_signature", "non_repudiation")


@dataclass(frozen=True)
class Chain:
    """trusted_by: the list at its end, empty where there is none; problem: then the code of the reason."""

    trusted_by: str = ""
    problem: str = ""
    is_test: bool = False  # the authority at its end says of itself that it is for tests


def context_of(trust: Trust, moment: datetime, others: Iterable[x509.Certificate] = ()) -> ValidationContext:
    """For pyHanko: what is believed, at which moment, without network."""
    return ValidationContext(
        trust_roots=[x509.Certificate.load(anchor.der) for anchor in trust.anchors],
        other_certs=list(others),
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )


async def chain_of(
    certificate: x509.Certificate, others: Iterable[x509.Certificate], trust: Trust, moment: datetime
) -> Chain:
    """Does a list here vouch for this certificate, at that moment?"""
    others = list(others)
    validator = CertificateValidator(
        certificate, intermediate_certs=others, validation_context=context_of(trust, moment, others)
    )
    try:
        path = await validator.async_validate_usage(key_usage=set())
    except RevokedError:
        return Chain(problem="certificate_revoked")
    except ExpiredError:
        return Chain(problem="certificate_expired")
    except NotYetValidError:
        return Chain(problem="certificate_not_yet_valid")
    except DisallowedAlgorithmError:
        return Chain(problem="weak_algorithm")
    except PathBuildingError:
        return Chain(problem="unknown_authority")
    except (InvalidCertificateError, PathValidationError):
        itself = certificate.self_signed in ("yes", "maybe")
        return Chain(problem="unknown_authority" if itself else "certificate_not_sound")
    if not _may_sign(certificate):
        return Chain(problem="certificate_for_something_else")
    return Chain(trusted_by=_list_at_the_end(path, trust), is_test=_is_test(path))


def _may_sign(certificate: x509.Certificate) -> bool:
    usage = certificate.key_usage_value
    return usage is None or bool(set(_TO_SIGN) & usage.native)


def _is_test(path: ValidationPath) -> bool:
    root = next(iter(path))
    return str(root.subject.native.get("common_name", "")).startswith("TEST ")


def _list_at_the_end(path: ValidationPath, trust: Trust) -> str:
    return next((name for each in path if (name := trust.list_of(each.dump()))), "")
