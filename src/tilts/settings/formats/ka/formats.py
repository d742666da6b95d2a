"""Georgian days and numbers; Django's own numbers have a point where Georgian, by CLDR, writes a comma."""

DATE_FORMAT = "j F, Y"
SHORT_DATE_FORMAT = "d.m.Y"
DATETIME_FORMAT = "j F, Y, H:i"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
