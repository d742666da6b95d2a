"""Outcomes and reasons of a check in the reader's language: what was found, and what to do where something helps."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: The verdict as a heading.
OUTCOMES: Mapping[str, Promise] = {
    "genuine": _("Genuine and unchanged"),
    "altered": _("Changed after signing"),
    "not_trusted": _("Whole, but signed by somebody unknown here"),
    "not_signed": _("Not signed"),
    "cannot_tell": _("It cannot be told"),
}

KINDS: Mapping[str, Promise] = {
    "pdf": _("PDF"),
    "container": _("Signed container (.edoc, .asice)"),
    "unknown": _("Another kind of file"),
}

REASONS: Mapping[str, Promise] = {
    # The file
    "empty_file": _("The file is empty."),
    "missing_file": _("There is no such file."),
    "unreadable_file": _("The file can't be opened."),
    "unknown_kind": _(
        "It is neither a PDF nor a signed container; nothing in it is signed in a way that is known here."
    ),
    "signed_in_another_way": _("It seems to be signed in a way that is not checked here."),
    "damaged_file": _("The file is damaged: parts of it can't be read. Ask for it once more."),
    "encrypted": _("The file is locked with a password, so it can't be looked into."),
    "too_big": _("The file is too big to be checked here."),
    "too_costly": _("Reading the file takes more than an honest file needs, so it was stopped."),
    "unusual_structure": _("The file is built in an unusual way, in which changes could hide."),
    "no_signature": _("There is no signature in it."),
    "only_time_stamp": _("It bears a time-stamp, but nobody's signature."),
    # What was changed
    "bytes_changed": _("What was signed is not what stands in the file now."),
    "signature_changed": _("The signature itself was changed or damaged."),
    "signature_removed": _("There was a signature, to which the file no longer refers."),
    "not_all_covered": _("The signature does not cover all that it should."),
    "changed_after_signing": _("Something was added or changed after signing."),
    "change_not_permitted": _("Something was added that a signature forbids."),
    "filled_in_after_signing": _("A field was filled in after signing."),
    "bytes_behind_the_end": _("Something stands behind the end of the file that nobody signed."),
    "time_stamp_broken": _("The time-stamp does not belong to this signature."),
    # Containers
    "wrong_type": _("It does not say at its beginning that it is a signed container, as it must."),
    "doubled_file": _("Two files in the container have the same name."),
    "unsafe_name": _("The name of a file in the container leads out of it."),
    "missing_file_inside": _("A file that was signed is missing in the container."),
    "file_changed": _("A file in the container is not the one that was signed."),
    "unsigned_file": _("A file in the container is not covered by every signature."),
    "other_contents": _("The container's list of its files names others than it holds."),
    "no_contents": _("The container's list of its files is missing or can't be read."),
    "not_all_signed": _("The signature leaves out its own time or the signer's certificate."),
    "unknown_algorithm": _("The signature uses a method that is not known here."),
    # Who signed
    "unknown_authority": _("Who vouches for the signer is on no trust list here."),
    "certificate_revoked": _("The signer's certificate was revoked."),
    "certificate_expired": _("The signer's certificate has ended, and no time-stamp shows that it was signed before."),
    "certificate_not_yet_valid": _("The signer's certificate is not valid yet."),
    "certificate_not_sound": _(
        "The way from the signer's certificate to a trust list here breaks the rules for certificates."
    ),
    "certificate_for_something_else": _("The signer's certificate is not one for signing."),
    "unknown_signature_kind": _("A signature is of a kind that is not checked here."),
    "weak_algorithm": _("The signature uses a method that is too weak by today's standards."),
    # Notes
    "time_only_claimed": _("When it was signed is what the signer's device said; no time-stamp shows it."),
    "time_stamp_not_trusted": _("Who gave the time-stamp is on no trust list here."),
    "revocation_unknown": _("Whether the certificate was revoked since is not known here."),
    "test_authority": _("TEST: sealed by the authority of a demo. This is no signature in the sense of any law."),
}


def sentence(reason: str) -> str:
    """A reason as a sentence."""
    return str(REASONS[reason])


def outcome_heading(outcome: str) -> str:
    """An outcome as a heading."""
    return str(OUTCOMES[outcome])


def kind_name(kind: str) -> str:
    """What people call such a file."""
    return str(KINDS[kind])
