"""What the demo's schools are made of, a module a school.

They tell what five pages of real offices tell: organisations, projects, references, dates, amounts and counts are as those
pages have them. **All people are invented**, so are the partners that the pages do not name, the numbers of organisations
and the daily rates.
"""

from tilts.demo.data.buvniecibas import BUVNIECIBAS
from tilts.demo.data.daugavpils import DAUGAVPILS
from tilts.demo.data.daugavpils.main_job import (
    ACCOMPANYING,
    DRESDEN,
    EXAMPLE_RATES,
    PARTNERS,
    PROJECT,
    RAKVERE,
    RATE_SOURCE,
    SHADOWING,
)
from tilts.demo.data.kutaisi import KUTAISI

SCHOOLS = (DAUGAVPILS, BUVNIECIBAS, KUTAISI)

__all__ = [
    "ACCOMPANYING",
    "BUVNIECIBAS",
    "DAUGAVPILS",
    "DRESDEN",
    "EXAMPLE_RATES",
    "KUTAISI",
    "PARTNERS",
    "PROJECT",
    "RAKVERE",
    "RATE_SOURCE",
    "SCHOOLS",
    "SHADOWING",
]
