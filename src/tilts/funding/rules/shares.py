"""Projects paid as a whole: a share of the total, or one of an action's lump sums. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tilts.core.money import round_cents
from tilts.funding.rules.records import Grant, Line, ParameterUse, amount_of, no_sum

Verdict = Literal["unknown", "exact", "rounded", "broken"]


@dataclass(frozen=True)
class Share:
    """A part of the total: what its percentage gives, and what the papers say."""

    name: Literal["grant", "cofinancing"]
    percent: Decimal
    exact_eur: Decimal  # to the cent
    stated_eur: Decimal
    is_within_rounding: bool

    @property
    def difference_eur(self) -> Decimal:
        """How much more the papers say than the percentage gives; negative for less."""
        return self.stated_eur - self.exact_eur


@dataclass(frozen=True)
class MoneyCheck:
    """Whether grant and co-financing make the total. `rounded_to_eur` is 1 for papers in whole euro, else a cent."""

    verdict: Verdict
    total_eur: Decimal = Decimal(0)
    grant_eur: Decimal = Decimal(0)
    cofinancing_eur: Decimal = Decimal(0)
    rounded_to_eur: Decimal = Decimal(1)
    shares: tuple[Share, ...] = ()

    @property
    def difference_eur(self) -> Decimal:
        """How much more the two parts are than the total; negative for less."""
        return self.grant_eur + self.cofinancing_eur - self.total_eur


def check_money(
    total_eur: Decimal | None,
    grant_eur: Decimal | None,
    cofinancing_eur: Decimal | None,
    grant_percent: Decimal | None = None,
) -> MoneyCheck:
    """Whether total = grant + co-financing, and each its percentage of the total, within the donor's rounding.

    Papers whose parts are whole euro were rounded to whole euro, up or down as the donor pleases: each part may differ
    from its percentage by less than 1 EUR, and the two together from the total by 1 EUR at most. Other papers were
    rounded to the cent. Without a percentage nothing but the total's own cents explains a difference. Unknown while one
    of the three amounts is.

    2 011 605 = 1 810 444 + 201 161 at 90 %: 90 % is 1 810 444.50 and 10 % is 201 160.50, so half a euro went from the
    grant to the co-financing: rounded.
    """
    if total_eur is None or grant_eur is None or cofinancing_eur is None:
        return MoneyCheck("unknown")
    is_whole = all(part == part.to_integral_value() for part in (grant_eur, cofinancing_eur))
    unit = Decimal(1) if is_whole else Decimal("0.01")
    shares: tuple[Share, ...] = ()
    if grant_percent is not None:
        shares = (
            _share("grant", grant_percent, total_eur, grant_eur, unit),
            _share("cofinancing", 100 - grant_percent, total_eur, cofinancing_eur, unit),
        )
    difference = abs(grant_eur + cofinancing_eur - total_eur)
    verdict: Verdict
    if not all(share.is_within_rounding for share in shares):
        verdict = "broken"
    elif not difference and not any(share.difference_eur for share in shares):
        verdict = "exact"
    else:
        verdict = "rounded" if (difference <= unit if shares else difference < unit) else "broken"
    return MoneyCheck(verdict, total_eur, grant_eur, cofinancing_eur, unit, shares)


def _share(
    name: Literal["grant", "cofinancing"], percent: Decimal, total: Decimal, stated: Decimal, unit: Decimal
) -> Share:
    exact = total * percent / 100
    return Share(name, percent, round_cents(exact), stated, abs(stated - exact) < unit)


def co_financed(
    total_eur: Decimal, grant_percent: Decimal, grant_eur: Decimal | None = None, cofinancing_eur: Decimal | None = None
) -> Grant:
    """The grant of a project that is paid a share of its total, as EEA and Norway Grants are; the rest is co-financing.

    Amounts of the contract are checked and kept; without them the grant is the share to the cent.
    """
    exact = round_cents(total_eur * grant_percent / 100)
    grant = exact if grant_eur is None else grant_eur
    rest = total_eur - grant if cofinancing_eur is None else cofinancing_eur
    check = check_money(total_eur, grant, rest, grant_percent)
    if check.verdict == "broken":
        return no_sum("money_broken", total_eur=total_eur, grant_eur=grant, cofinancing_eur=rest)
    values = {
        "total_eur": total_eur,
        "share": grant_percent / 100,
        "exact_eur": exact,
        "grant_eur": grant,
        "cofinancing_eur": rest,
        "is_rounded": check.verdict == "rounded",
    }
    return Grant((Line("grant", grant, "co_financed", values, ()),))


def lump_sum(
    action: str, chosen_eur: Decimal | None, call_year: int, choices: Mapping[str, tuple[ParameterUse, ...]]
) -> Grant:
    """A partnership's lump sum, one of those its action has; choices: "KA220" → its lump sums of that call."""
    known = choices.get(action.partition("-")[0], ())
    if not known:
        return no_sum("lump_sums_missing", action=action, call_year=call_year)
    for each in known:
        if amount_of(each) == chosen_eur:
            values = {"choices": tuple(amount_of(one) for one in known)}
            return Grant((Line("lump_sum", amount_of(each), "lump_sum", values, (each,)),))
    return no_sum("lump_sum_unknown", action=action, choices_eur=tuple(amount_of(one) for one in known))
