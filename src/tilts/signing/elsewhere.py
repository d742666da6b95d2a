"""What waits for somebody's signature in the other schools they work for."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

from tilts.accounts.models import School, User
from tilts.accounts.queries import roles_in_school, schools_of
from tilts.accounts.roles import allowed
from tilts.accounts.schools import current_school, in_school
from tilts.signing.queries import waiting_for


@dataclass(frozen=True)
class WaitsElsewhere:
    """A paper that waits in another school."""

    title: str
    school: str
    ends_at: datetime
    url: str


def waiting_elsewhere(user: User) -> list[WaitsElsewhere]:
    """The most pressing first; of each school as far as the user may sign for it."""
    found: list[WaitsElsewhere] = []
    here = current_school()
    for school in schools_of(user).exclude(pk=here.pk):
        if not allowed(roles_in_school(user, school), "signing.sign"):
            continue
        with in_school(school):
            for signer in waiting_for(user):
                envelope = signer.counterpart.envelope
                url = _in(school, here, reverse("signing:sign", args=[envelope.pk, signer.pk]))
                found.append(
                    WaitsElsewhere(
                        str(envelope), school.text("name", get_language() or school.language), envelope.ends_at, url
                    )
                )
    return sorted(found, key=lambda each: each.ends_at)


def _in(school: School, here: School, address: str) -> str:
    """The same page in another school than the one whose pages addresses are made for now."""
    mount = get_script_prefix()
    return f"{mount.removesuffix(f'{here.slug}/')}{school.slug}/{address.removeprefix(mount)}"
