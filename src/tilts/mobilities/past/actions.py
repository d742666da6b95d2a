"""Writes: taking away what never was, and back again."""

from tilts.mobilities.past.models import PastActivity


def remove_past(activity: PastActivity) -> None:
    """Take an earlier activity away that never was."""
    activity.delete()


def put_back(activity: PastActivity) -> None:
    """Bring it back as it was. Raises IntegrityError where its partner, group or project is gone."""
    activity.save(force_insert=True)
