"""Who gets what of a line, in the reader's language."""

from django.utils.translation import gettext as _

from tilts.funding.rules import LineSplit, Split
from tilts.funding.sentences.words import category_label, eur


def split_sentence(each: LineSplit) -> str:
    """What of the line is bought or provided and what is left for the person; empty where all is paid to the person."""
    provision = each.provision
    if provision is None:
        return ""
    values = {"what": provision.what, "amount": eur(each.kept_eur), "rest": eur(each.to_person_eur)}
    if provision.way == "bought":
        sentence = _("Bought by the school (%(what)s): %(amount)s. Paid to the person: %(rest)s.")
        bare = _("Bought by the school: %(amount)s. Paid to the person: %(rest)s.")
    else:
        sentence = _("Provided by the host (%(what)s): %(amount)s. Paid to the person: %(rest)s.")
        bare = _("Provided by the host: %(amount)s. Paid to the person: %(rest)s.")
    return (sentence if provision.what else bare) % values


def beyond_sentences(found: Split) -> tuple[str, ...]:
    """What costs more than the grant pays for it."""
    return tuple(
        _(
            "%(category)s: what is bought or provided costs %(amount)s more than the grant pays for it. The rest is "
            "the school's or the host's own."
        )
        % {"category": category_label(provision.category), "amount": eur(amount)}
        for provision, amount in found.beyond
    )
