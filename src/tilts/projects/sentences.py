"""What is to be said of a project's reference and money, in the reader's language."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.languages import format_number
from tilts.core.money import format_eur
from tilts.funding.rules import MoneyCheck, Share
from tilts.projects.programmes import programmes
from tilts.projects.rules import ReferenceRemark, Remark

_REMARKS: Final[Mapping[ReferenceRemark, Promise]] = {
    "unusual": _lazy(
        "The reference “%(reference)s” is unusual. It is kept as it stands; compare it with the grant agreement. Usual "
        "is a form like %(example)s."
    ),
    "other_programme": _lazy(
        "The reference “%(reference)s” looks like one of %(other)s, but the programme here is %(programme)s. Check "
        "which of the two is right."
    ),
    "application_form": _lazy(
        "“%(reference)s” is the number of an application form. The project's own reference stands in the grant "
        "agreement."
    ),
    "agency_unknown": _lazy("There is no national agency %(agency)s. Check the third part of the reference."),
    "action_unknown": _lazy("%(programme)s has no action %(action)s. Check the fourth part of the reference."),
}


def remark_sentence(remark: Remark) -> str:
    """What to look at again in a reference."""
    titles = {programme.name: programme.title(_language()) for programme in programmes().values()}
    return str(_REMARKS[remark.code]) % {name: titles.get(value, value) for name, value in remark.values.items()}


def money_sentences(check: MoneyCheck) -> list[str]:
    """How the three amounts hang together: the sum, then each share; nothing while an amount is not known."""
    if check.verdict == "unknown":
        return []
    return [_sum(check), *(_share(share, check) for share in check.shares)]


def _sum(check: MoneyCheck) -> str:
    values = {
        "grant": _eur(check.grant_eur),
        "cofinancing": _eur(check.cofinancing_eur),
        "sum": _eur(check.grant_eur + check.cofinancing_eur),
        "total": _eur(check.total_eur),
        "difference": _eur(abs(check.difference_eur)),
    }
    if not check.difference_eur:
        return _("%(grant)s + %(cofinancing)s = %(total)s.") % values
    return _SUMS[check.verdict == "rounded", check.difference_eur > 0] % values


def _share(share: Share, check: MoneyCheck) -> str:
    values = {
        "percent": format_number(share.percent, _language()),
        "total": _eur(check.total_eur),
        "exact": _eur(share.exact_eur),
        "stated": _eur(share.stated_eur),
        "difference": _eur(abs(share.difference_eur)),
    }
    if not share.difference_eur:
        return (
            _("The grant is %(percent)s %% of %(total)s.")
            if share.name == "grant"
            else _("The co-financing is %(percent)s %% of %(total)s.")
        ) % values
    if share.is_within_rounding:
        return _ROUNDED[share.name, share.difference_eur > 0] % values
    return _BROKEN[share.name, share.difference_eur > 0] % values


# By whether the difference is one of rounding, and whether the parts are more than the total.
_SUMS: Final = {
    (True, False): _lazy(
        "%(grant)s + %(cofinancing)s = %(sum)s, %(difference)s less than the total of %(total)s: both were rounded."
    ),
    (True, True): _lazy(
        "%(grant)s + %(cofinancing)s = %(sum)s, %(difference)s more than the total of %(total)s: both were rounded."
    ),
    (False, False): _lazy(
        "%(grant)s + %(cofinancing)s = %(sum)s, %(difference)s less than the total of %(total)s. Compare the three "
        "amounts with the grant agreement."
    ),
    (False, True): _lazy(
        "%(grant)s + %(cofinancing)s = %(sum)s, %(difference)s more than the total of %(total)s. Compare the three "
        "amounts with the grant agreement."
    ),
}
# By the part it is about, and whether the papers say more than the percentage gives.
_ROUNDED: Final = {
    ("grant", False): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s; rounded, the grant is %(stated)s, %(difference)s less."
    ),
    ("grant", True): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s; rounded, the grant is %(stated)s, %(difference)s more."
    ),
    ("cofinancing", False): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s; rounded, the co-financing is %(stated)s, %(difference)s less."
    ),
    ("cofinancing", True): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s; rounded, the co-financing is %(stated)s, %(difference)s more."
    ),
}
_BROKEN: Final = {
    ("grant", False): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s, but the grant is %(stated)s, %(difference)s less. Check the amounts "
        "and the percentage."
    ),
    ("grant", True): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s, but the grant is %(stated)s, %(difference)s more. Check the amounts "
        "and the percentage."
    ),
    ("cofinancing", False): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s, but the co-financing is %(stated)s, %(difference)s less. Check the "
        "amounts and the percentage."
    ),
    ("cofinancing", True): _lazy(
        "%(percent)s %% of %(total)s is %(exact)s, but the co-financing is %(stated)s, %(difference)s more. Check the "
        "amounts and the percentage."
    ),
}


def _eur(amount: Decimal) -> str:
    return format_eur(amount, _language())


def _language() -> str:
    return get_language() or "en"
