"""An agreement in force."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tilts.agreements.drafting.models import Version

TODAY = timezone.localdate()


@pytest.fixture
def living(agreed):
    """In force since last year, for a hundred days more."""
    agreed.state = "in_force"
    agreed.valid_from = agreed.signed_on = date(2025, 1, 1)
    agreed.save()
    Version.objects.update(
        in_force_on=date(2025, 1, 1), valid_from=date(2025, 1, 1), valid_until=TODAY + timedelta(days=100)
    )
    return agreed
