"""The envelope or signer of an address, for those who may see or send it; not found for all others."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from tilts.accounts.guard import SchoolRequest
from tilts.signing import queries
from tilts.signing.kinds import kind_of
from tilts.signing.models import Envelope, Signer


def seen_envelope(request: SchoolRequest, pk: int) -> Envelope:
    return get_object_or_404(queries.envelopes(request.may), pk=pk)


def sendable_envelope(request: SchoolRequest, pk: int) -> Envelope:
    envelope = seen_envelope(request, pk)
    if not request.may(kind_of(envelope.kind).send):
        raise Http404
    return envelope


def signer_of(envelope: Envelope, pk: int) -> Signer:
    found = Signer.objects.filter(counterpart__envelope=envelope)
    return get_object_or_404(found.select_related("counterpart__current", "counterpart__envelope", "user"), pk=pk)
