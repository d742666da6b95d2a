"""Which programme can pay, in the reader's language."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

WAYS_TO_PAY: Final[Mapping[str, Promise]] = {
    "own_project": _lazy("Your own mobility project of Erasmus+ (KA121 or KA122) pays for your people."),
    "partners_project": _lazy(
        "The partner’s own mobility project pays for its people; yours pays for invited experts and teachers in "
        "training."
    ),
    "share_outside": _lazy(
        "An accredited school (KA121) may spend a share of its grant on stays outside the programme; KA122 may not."
    ),
    "partners_share_outside": _lazy(
        "The partner’s accredited project (KA121) may pay for its people’s stays at your school, as a share of its "
        "grant."
    ),
    "host_only": _lazy("The partner can host and can’t apply for mobility projects: your people go there, not back."),
    "host_only_here": _lazy("Your school can host and can’t apply for mobility projects of Erasmus+ itself."),
    "capacity_building": _lazy(
        "Capacity building in vocational education (Erasmus+): a project together, with its own application."
    ),
    "own_funds": _lazy("Own funds of either school, of a town or another donor can always pay."),
}
