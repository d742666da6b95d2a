"""Papers, signers and envelopes to try things on. All persons are invented."""

import re
from collections.abc import Iterable
from datetime import timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext_lazy

from tests.documents.plain_papers import plain_paper
from tilts.documents.typesetting import typeset
from tilts.mail.models import OutgoingMail
from tilts.signing import kinds
from tilts.signing.actions import NewPaper, NewSide, NewSigner, open_envelope
from tilts.signing.kinds import Kind
from tilts.signing.models import Envelope, Form, Signer, Way

#: What the kind of the tests was told: pairs of what happened and the title.
TOLD: list[tuple[str, str]] = []


def _tell(what: str):
    return lambda envelope: TOLD.append((what, envelope.title))


LETTER = Kind(
    "tests.letter",
    gettext_lazy("Cooperation agreement"),
    ways=tuple(Way),
    page=lambda number: f"/letters/{number}/",
    view="agreements.view",
    send="agreements.change",
    public_names=True,
    completed=_tell("completed"),
    refused=_tell("refused"),
    withdrawn=_tell("withdrawn"),
    expired=_tell("expired"),
)
kinds.register(LETTER)

TITLE = "Agreement with Kutaisi"
ILZE, NINO = "ilze@example.org", "nino@example.org"


def letter(text: str = "We work together.") -> bytes:
    return typeset(plain_paper(text, title=TITLE))


def new_signer(name: str, email: str, language: str = "en", office: str = "director", **more: object) -> NewSigner:
    return NewSigner(name=name, office=office, authority="", email=email, language=language, **more)


def two_sides(way: Way = Way.CLICK, other_way: Way | None = None, **of_second: object) -> list[NewSide]:
    """Ilze for the school, then Nino for the college."""
    return [
        NewSide("Daugavpils", way, [new_signer("Ilze Liepa", ILZE)]),
        NewSide("Kutaisi", other_way or way, [new_signer("Nino Beridze", NINO, **of_second)]),
    ]


def sent(
    sides: Iterable[NewSide] | None = None,
    *,
    form: Form = Form.ONE_PDF,
    subject_id: int = 1,
    days: float = 20,
    papers: list[NewPaper] | None = None,
    by: object = None,
) -> Envelope:
    """An envelope on its way."""
    return open_envelope(
        kind=LETTER,
        subject_id=subject_id,
        title=TITLE,
        papers=papers or [NewPaper("Agreement", letter(), "hash")],
        sides=list(sides or two_sides()),
        form=form,
        ends_at=timezone.now() + timedelta(days=days),
        by=by,
    )


def signer(envelope: Envelope, name: str) -> Signer:
    return Signer.objects.select_related("counterpart__envelope", "counterpart__current", "user").get(
        counterpart__envelope=envelope, name__startswith=name
    )


def link_of(email: str) -> str:
    """The address in the latest mail of the outbox to somebody."""
    body = OutgoingMail.objects.filter(to=email).order_by("-pk")[0].body
    found = re.search(r"http://127\.0\.0\.1:8000(/\S+)", body)
    assert found is not None, body
    return found[1]


def code_of(email: str) -> str:
    """The six digits in the latest mail that went past the outbox."""
    body = next(each.body for each in reversed(mail.outbox) if each.to == [email])
    return re.search(r"^(\d{6})$", str(body), re.MULTILINE)[1]


def let_in(email: str, client: Client | None = None) -> tuple[Client, str]:
    """A browser in which somebody has opened their link and typed their code; and the link."""
    client, link = client or Client(), link_of(email)
    client.post(link, {"step": "send"})
    client.post(link, {"step": "code", "code": code_of(email)})
    return client, link


def click(email: str, name: str, **values: str) -> tuple[Client, object]:
    """Somebody signs by their link from the beginning; what came back at last."""
    client, link = let_in(email)
    shown = client.get(link).context["form"].initial["shown"]
    typed = {"step": "sign", "shown": shown, "is_read": "on", "signed_as": name, **values}
    return client, client.post(link, typed, follow=True)
