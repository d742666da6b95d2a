"""What the components share."""

from django.utils.functional import Promise

Text = str | Promise

TONES = frozenset({"neutral", "info", "good", "warn", "bad"})
BUTTON_TONES = frozenset({"primary", "plain", "quiet", "danger"})
TONE_ICONS = {
    "neutral": "info-circle",
    "info": "info-circle",
    "good": "check-circle",
    "warn": "exclamation-triangle",
    "bad": "exclamation-circle",
}


def checked(tone: str, known: frozenset[str]) -> str:
    """The tone itself. Raises ValueError for one that is not known."""
    if tone not in known:
        raise ValueError(f"unknown tone {tone!r}, one of {', '.join(sorted(known))}")
    return tone
