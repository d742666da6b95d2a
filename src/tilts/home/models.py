"""What home remembers: who has put the first steps away."""

from django.conf import settings
from django.db import models

from tilts.accounts.owned import SchoolOwned


class TourLeft(SchoolOwned):
    """Somebody does not want to see the first steps of this school any more. Which steps they took is not kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        verbose_name_plural = "tours left"
        constraints = [models.UniqueConstraint(fields=["school", "user"], name="tour_left_once")]

    def __str__(self) -> str:
        return str(self.user_id)
