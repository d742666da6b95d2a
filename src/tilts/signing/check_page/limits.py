"""How much one address may ask of the check page, so that it serves everybody."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

#: Tries in an hour from one address: files cost a child process each; who guesses numbers learns nothing in sixty.
FILES, NUMBERS = 40, 60
AT_ONCE = 2  # files checked at the same time by one process of the web server
_WAIT = 20  # seconds for one's turn

_turns = threading.BoundedSemaphore(AT_ONCE)


def is_too_much(request: HttpRequest, what: str, most: int) -> bool:
    """Count a try; whether it is one too many in this hour. The address itself is not stored, a digest is."""
    address = get_adapter().get_client_ip(request)
    moment = timezone.now().strftime("%Y%m%d%H")
    key = "verify-" + hashlib.sha256(f"{what} {moment} {address}".encode()).hexdigest()[:40]
    tries = int(cache.get(key, 0)) + 1
    cache.set(key, tries, 3600)
    return tries > most


@contextmanager
def one_at_a_time() -> Iterator[bool]:
    """One's turn to have a file checked; False where it does not come soon enough."""
    has_turn = _turns.acquire(timeout=_WAIT)
    try:
        yield has_turn
    finally:
        if has_turn:
            _turns.release()
