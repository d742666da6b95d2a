"""What is said of a signature of somebody's own: who issued its certificate, its level, its time-stamp."""

from datetime import UTC, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

#: What a certificate says of itself, by `checking.Signer.quality`.
_LEVELS: dict[str, Promise] = {
    "qualified_device": _("qualified, with its key in a secure device, as the certificate says"),
    "qualified": _("with a qualified certificate, as it says itself"),
    "": _("the certificate does not say that it is qualified"),
}


def level_name(quality: str) -> str:
    """The level of a signature, as far as its certificate tells; one that is not known here as it was kept."""
    return str(_LEVELS.get(quality, quality))


def certificate_sentences(
    issuer: str, quality: str, time_stamped_at: datetime | None, time_stamped_by: str
) -> list[str]:
    """In the page's language; none where no certificate signed."""
    if not issuer:
        return []
    stamp = (
        gettext("Time-stamp of %(authority)s: %(moment)s")
        % {"moment": time_stamped_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"), "authority": time_stamped_by}
        if time_stamped_at
        else gettext("Without a time-stamp: its time is what the signer’s device said")
    )
    return [
        gettext("Certificate issued by: %(issuer)s") % {"issuer": issuer},
        gettext("Level: %(level)s") % {"level": level_name(quality)},
        stamp,
    ]
