"""The text of one cell → its value. Each reader raises Mistake (a code and values for the sentence), nothing else."""

from tilts.exchange.fields.contacts import read_email, read_phone
from tilts.exchange.fields.dates import birth_date_of_code, order_told, read_birth_date, read_date
from tilts.exchange.fields.names import FORMULA_SIGNS, first_and_rest, holds_two_people, read_name, split_name
from tilts.exchange.fields.text import Mistake, is_blank, is_nothing, plain, short
from tilts.exchange.fields.words import read_country, read_gender

__all__ = [
    "FORMULA_SIGNS",
    "Mistake",
    "birth_date_of_code",
    "first_and_rest",
    "holds_two_people",
    "is_blank",
    "is_nothing",
    "order_told",
    "plain",
    "read_birth_date",
    "read_country",
    "read_date",
    "read_email",
    "read_gender",
    "read_name",
    "read_phone",
    "short",
    "split_name",
]
