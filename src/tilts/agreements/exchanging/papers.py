"""The signed papers of a version, as the school that drafts it keeps them."""

from tilts.agreements.concluding.queries import KIND
from tilts.agreements.drafting.models import Version
from tilts.files.models import StoredFile
from tilts.signing.models import Counterpart, Envelope


def signed_papers(version: Version) -> list[StoredFile]:
    """What was sealed, PDF or container, with evidence that stands apart, and scans of what was signed by hand.

    Each once, the paper that the version names first; nothing before all have signed.
    """
    if version.in_force_on is None:
        return []
    found = [version.sealed]
    for each in _counterparts(version):
        found += [each.sealed, each.evidence, each.scan]
    return list({file.pk: file for file in found if file is not None}.values())


def _counterparts(version: Version) -> list[Counterpart]:
    envelopes = Envelope.objects.filter(
        kind=KIND,
        subject_id=version.agreement_id,
        state=Envelope.State.COMPLETE,
        papers__content_hash=version.content_hash,
    )
    found = Counterpart.objects.filter(envelope__in=envelopes.values("pk"))
    return list(found.select_related("sealed", "evidence", "scan").order_by("envelope_id", "position"))
