"""The signing session in letters between two schools: it stands in the calendars of both."""

from datetime import datetime
from typing import Any

from tilts.accounts.schools import current_school
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.models import Agreement


def session_told(agreement: Agreement) -> dict[str, Any]:
    """The session as JSON values; empty where none is planned."""
    session = SigningSession.objects.filter(agreement=agreement).first()
    if session is None:
        return {}
    return {
        "starts_at": session.starts_at.isoformat(),
        "minutes": session.minutes,
        "platform": session.platform,
        "url": session.url,
        "agenda": session.texts["agenda"],
        "sequence": session.sequence,
    }


def keep_session(agreement: Agreement, told: dict[str, Any]) -> None:
    """The same session beside the copy; one that is called off goes."""
    if not told:
        SigningSession.objects.filter(agreement=agreement).delete()
        return
    own, agenda = current_school().language, told["agenda"]
    SigningSession.objects.update_or_create(
        agreement=agreement,
        defaults={
            "starts_at": datetime.fromisoformat(told["starts_at"]),
            "minutes": told["minutes"],
            "platform": told["platform"],
            "url": told["url"],
            "agenda": agenda.get(own) or next(iter(agenda.values()), ""),
            "in_other_languages": {code: {"agenda": text} for code, text in agenda.items() if code != own},
            "sequence": told["sequence"],
        },
    )
