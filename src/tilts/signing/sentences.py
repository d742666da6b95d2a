"""Codes of the rules → sentences in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tilts.signing.models import Envelope, Signer

_FORM_PROBLEMS: dict[str, Promise] = {
    "no_sides": _("Nobody is named who is to sign."),
    "no_papers": _("There is no paper to be signed."),
    "way_not_enough": _("This kind of paper can’t be signed in this way."),
    "mixed_ways": _("Ways of signing are never mixed on the same file: choose a counterpart for each side."),
    "one_paper_only": _("In this form one paper is signed. Several papers go into a container."),
}

_PAPER_PROBLEMS: dict[str, Promise] = {
    "damaged": _("“%(name)s” is no PDF that can be read, so it can’t be sent to sign."),
    "encrypted": _("“%(name)s” is locked with a password, so it can’t be sent to sign."),
    "signed": _("“%(name)s” bears a signature already, which a further one here would break."),
}

#: How a state looks in a badge.
ENVELOPE_TONES = {
    Envelope.State.OPEN: "info",
    Envelope.State.COMPLETE: "good",
    Envelope.State.REFUSED: "bad",
    Envelope.State.WITHDRAWN: "neutral",
    Envelope.State.EXPIRED: "warn",
}
SIGNER_TONES = {
    Signer.State.WAITING: "neutral",
    Signer.State.ASKED: "info",
    Signer.State.SEEN: "info",
    Signer.State.SIGNED: "good",
    Signer.State.REFUSED: "bad",
    Signer.State.DELEGATED: "neutral",
    Signer.State.PROPOSED: "warn",
}


def form_sentence(code: str) -> Promise:
    """Why papers can't be signed in a form; the codes are those of `rules.form_problem`."""
    return _FORM_PROBLEMS[code]


def paper_sentence(code: str) -> Promise:
    """Why a paper, whose %(name)s is to be filled in, can't be sent; the codes are those of `seals.problem_of`."""
    return _PAPER_PROBLEMS[code]
