"""What a check gives: a verdict in codes, which `sentences` puts into words. Pure: no Django, no clock.

genuine      every signature is whole, covers all of the file, and is by somebody whom a trust list here knows
altered      something was changed after signing
not_trusted  whole, by an authority that is on no list here
not_signed   nothing in it is signed
cannot_tell  it is not known, and the reasons say why
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

KINDS: Final = ("pdf", "container", "unknown")

#: From the worst to the best: of several signatures the worst one counts.
OUTCOMES: Final = ("altered", "cannot_tell", "not_trusted", "not_signed", "genuine")


@dataclass(frozen=True)
class Signer:
    """Who signed, as the certificate says it; personal codes shortened."""

    name: str = ""
    organisation: str = ""
    organisation_number: str = ""  # of a register, public
    personal_code: str = ""  # never whole
    issuer: str = ""
    quality: str = ""  # what the certificate says of itself: "qualified", "qualified_device" or nothing
    certificate_sha256: str = ""


@dataclass(frozen=True)
class Signature:
    """One signature, or a time-stamp of a whole file."""

    kind: str  # "signature" or "time_stamp"
    outcome: str  # of OUTCOMES, without not_signed
    reasons: tuple[str, ...] = ()
    signer: Signer = Signer()
    claimed_at: datetime | None = None  # as the signer says
    time_stamped_at: datetime | None = None  # as a time-stamp authority says, which may be known here or not
    time_stamped_by: str = ""
    is_intact: bool = False
    covers_whole_file: bool = False
    trusted_by: str = ""  # name of the trust list; empty: of none
    algorithm: str = ""
    file: str = ""  # inside a container: where the signature lies
    signed_files: tuple[str, ...] = ()  # inside a container: what it covers


@dataclass(frozen=True)
class Verdict:
    """What a file is."""

    kind: str  # of KINDS
    outcome: str  # of OUTCOMES
    reasons: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `tilts verify` prints it, and as the child process hands it on."""

        def plain(value: Any) -> Any:
            match value:
                case datetime():
                    return value.astimezone(UTC).isoformat(timespec="seconds")
                case tuple() | list():
                    return [plain(item) for item in value]
                case dict():
                    return {name: plain(item) for name, item in value.items()}
                case _:
                    return value

        found: dict[str, Any] = plain(asdict(self))
        return found

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> "Verdict":
        """The same again."""
        signatures = [
            Signature(
                **{
                    **each,
                    "reasons": tuple(each["reasons"]),
                    "signed_files": tuple(each["signed_files"]),
                    "signer": Signer(**each["signer"]),
                    "claimed_at": _moment(each["claimed_at"]),
                    "time_stamped_at": _moment(each["time_stamped_at"]),
                }
            )
            for each in found["signatures"]
        ]
        return cls(found["kind"], found["outcome"], tuple(found["reasons"]), tuple(signatures))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def joined(kind: str, signatures: Sequence[Signature], reasons: Iterable[str] = ()) -> Verdict:
    """The verdict over a file with these signatures; reasons: those of the file as a whole that make it altered.

    Of several signatures the worst one counts. A file that bears time-stamps alone is not signed.
    """
    own = tuple(reasons)
    worst_first = sorted(signatures, key=lambda each: OUTCOMES.index(each.outcome))
    collected = tuple(dict.fromkeys([*own, *(reason for each in worst_first for reason in each.reasons)]))
    if own:
        return Verdict(kind, "altered", collected, tuple(signatures))
    if not any(each.kind == "signature" for each in signatures):
        altered = [each for each in signatures if each.outcome == "altered"]
        why = "only_time_stamp" if signatures else "no_signature"
        return Verdict(kind, "altered" if altered else "not_signed", (why, *collected), tuple(signatures))
    return Verdict(kind, worst_first[0].outcome, collected, tuple(signatures))


def with_reasons(signature: Signature, *reasons: str, outcome: str = "") -> Signature:
    """The same signature with more to say; the worse of both outcomes. What makes it worse is said first."""
    worse = min(signature.outcome, outcome or signature.outcome, key=OUTCOMES.index)
    said = [*reasons, *signature.reasons] if worse != signature.outcome else [*signature.reasons, *reasons]
    return replace(signature, outcome=worse, reasons=tuple(dict.fromkeys(said)))
