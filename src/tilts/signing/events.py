"""Writing down what happens to an envelope."""

from tilts.accounts.models import User
from tilts.signing.models import Envelope, EnvelopeNote, Signer


def note(
    envelope: Envelope,
    verb: EnvelopeNote.Verb,
    *,
    signer: Signer | None = None,
    by: User | None = None,
    detail: str = "",
) -> None:
    """Keep that it happened; by: who of the school did it, None for the signer or a job. detail: names nobody."""
    EnvelopeNote.objects.create(
        envelope=envelope,
        verb=verb,
        signer_number=signer.pk if signer else None,
        by=str(by)[:200] if by else "",
        detail=detail,
    )
