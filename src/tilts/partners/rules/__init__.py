"""What is true of organisations and of what they teach. Pure: no Django, no clock, no database.

`organisations`: their numbers, the words they are found by, which two may be the same. `titles`: what a title says,
whatever its language and script. `matching`: which study programmes of two schools go together, and why. `ties`: what
ties a school to a partner by where both are.
"""

from tilts.partners.rules.organisations import (
    LEGAL_FORMS,
    LONGEST_TAG,
    NEAR,
    REGISTRATION_DIGITS,
    BadNumber,
    LookAlike,
    Number,
    Organisation,
    is_near,
    look_alikes,
    makes_circle,
    read_number,
    read_tags,
    words,
)

__all__ = [
    "LEGAL_FORMS",
    "LONGEST_TAG",
    "NEAR",
    "REGISTRATION_DIGITS",
    "BadNumber",
    "LookAlike",
    "Number",
    "Organisation",
    "is_near",
    "look_alikes",
    "makes_circle",
    "read_number",
    "read_tags",
    "words",
]
