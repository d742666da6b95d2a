"""Which texts of a paper stand in one of its languages and not in another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.text import capfirst
from django.utils.translation import get_language

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.content import clauses_of, conditions_of, languages_of
from tilts.agreements.models import Agreement, Signatory
from tilts.agreements.rules import Missing
from tilts.core.languages import language_name, text_for
from tilts.web.labels import with_plain_first


@dataclass(frozen=True)
class MissingText:
    """A text of the paper that is not there in one of its languages."""

    what: str  # what it is called where it is written, in the reader's language
    language: str
    page: tuple[object, ...]  # where it is written: the name of an address, then its arguments
    field: str  # the field there

    @property
    def label(self) -> str:
        """What it is, with the language that lacks."""
        return f"{self.what} ({language_name(self.language, get_language() or 'en')})"


def texts_missing(agreement: Agreement) -> list[MissingText]:
    """Of what is agreed: title, areas, conditions, clauses, plan of action, in the order of the pages."""
    codes, pk = languages_of(agreement), agreement.pk
    conditions = conditions_of(agreement)
    figures = ("training", "costs") if conditions.has_training else ("costs",)
    return [
        *_missing(agreement, ("title", "other_areas"), codes, ("agreements:drafting:change", pk)),
        *_missing(conditions, figures, codes, ("agreements:drafting:conditions", pk)),
        *_missing_in_clauses(agreement),
        *chain.from_iterable(
            _missing(each, ("text", "condition"), codes, ("agreements:activity_change", pk, each.pk), of=str(each))
            for each in agreement.activities.order_by("pk")
        ),
    ]


def offices_missing(agreement: Agreement) -> list[MissingText]:
    """Of who signs: office and authority, as they stand under the signatures."""
    codes, pk = languages_of(agreement), agreement.pk
    return [
        found
        for each in Signatory.objects.filter(party__agreement=agreement).order_by("position", "pk")
        for found in _missing(
            each,
            ("office",) if each.basis == Signatory.Basis.HEAD else ("office", "authority"),
            codes,
            ("agreements:signatory_change", pk, each.pk),
            of=str(each),
        )
    ]


def named_missing(agreement: Agreement, missing: Iterable[Missing]) -> list[MissingText]:
    """The texts behind what is missing for a step."""
    codes = set(missing)
    return [
        *(texts_missing(agreement) if "texts" in codes else ()),
        *(offices_missing(agreement) if "offices" in codes else ()),
    ]


def _missing(
    row: InLanguages, names: Sequence[str], codes: Sequence[str], page: tuple[object, ...], of: str = ""
) -> Iterator[MissingText]:
    own = current_school().language
    for name in names:
        texts = row.texts[name]
        what = with_plain_first(str(capfirst(row._meta.get_field(name).verbose_name)))  # type: ignore[union-attr]
        for code in codes if texts else ():
            if not texts.get(code):
                field = f"id_{name}" if code == own else f"id_{name}_{code}"
                yield MissingText(f"{what}: {of}" if of else what, code, page, field)


def _missing_in_clauses(agreement: Agreement) -> Iterator[MissingText]:
    for clause in clauses_of(agreement):
        title, _code = text_for({code: text for code, text in clause.titles.items() if text}, get_language() or "en")
        page = ("agreements:drafting:clause", agreement.pk, clause.key)
        for code, text in clause.texts.items():
            if clause.is_left_out or (text and clause.titles[code]):
                continue
            yield MissingText(title, code, page, f"id_text_{code}" if clause.titles[code] else f"id_title_{code}")
