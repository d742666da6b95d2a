"""Each country has clocks, and they are known to this machine."""

from zoneinfo import ZoneInfo

from tilts.core.places import country_codes
from tilts.core.zones import zone_of


def test_every_country_but_three_has_a_zone_that_can_be_read():
    without = {code for code in country_codes() if zone_of(code) == "UTC"}

    # Uninhabited islands, and Kosovo, which has no code in the zone database.
    assert without == {"BV", "HM", "XK"}
    assert all(ZoneInfo(zone_of(code)).key for code in country_codes())
