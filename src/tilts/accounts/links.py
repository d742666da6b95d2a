"""Personal links: what somebody without an account opens, for one purpose, for a time.

The secret stands in the link alone. The database keeps its hash, so that who reads the database can't open anything;
with 256 random bits it can't be guessed, and a plain SHA-256 needs no salt.
"""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from tilts.accounts.models import PersonalLink
from tilts.accounts.schools import current_school

#: Shows the page behind a link, inside its school.
LinkPage = Callable[[HttpRequest, PersonalLink], HttpResponse]
_pages: dict[str, LinkPage] = {}


def register(purpose: str, page: LinkPage) -> None:
    """Name the page that links of this purpose open."""
    _pages[purpose] = page


def make_link(purpose: str, *, subject_id: int, expires_at: datetime) -> str:
    """A new link of the current school; its address, which can't be had a second time."""
    if purpose not in _pages:
        raise KeyError(purpose)
    secret = secrets.token_urlsafe(32)
    PersonalLink.objects.create(
        digest=_digest(secret),
        school=current_school(),
        purpose=purpose,
        subject_id=subject_id,
        expires_at=expires_at,
    )
    # Outside every school, so `reverse`, which puts the school's short name first, does not serve.
    return f"{settings.TILTS_URL}/p/{secret}/"


def revoke_links(purpose: str, subject_id: int) -> int:
    """End every link of the current school for this purpose and record; how many were still open."""
    return PersonalLink.objects.filter(
        school=current_school(), purpose=purpose, subject_id=subject_id, revoked_at=None
    ).update(revoked_at=timezone.now())


def find_link(secret: str) -> PersonalLink | None:
    """The link of this secret, whether it still holds or not; None where there never was one."""
    return PersonalLink.objects.select_related("school").filter(digest=_digest(secret)).first()


def holds(link: PersonalLink) -> bool:
    """May it be opened now?"""
    return link.revoked_at is None and link.expires_at > timezone.now()


def page_of(link: PersonalLink) -> LinkPage:
    """The page behind a link; raises Http404 for a purpose this version no longer has."""
    try:
        return _pages[link.purpose]
    except KeyError as error:
        raise Http404 from error


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
