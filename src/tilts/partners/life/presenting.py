"""A line of life as a page and as a paper tell it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tilts.accounts.models import School
from tilts.core.languages import text_for
from tilts.core.partial_dates import PartialDate
from tilts.documents.typesetting import Paper
from tilts.partners.life.sentences import TONES, kind_in_words
from tilts.partners.models import Partner
from tilts.partners.rules.life import Moment
from tilts.web.components.words import partial_date


@dataclass(frozen=True)
class Shown:
    """A moment in the reader's words."""

    when: str
    kind: str
    text: str
    text_language: str
    facts: tuple[str, ...]
    url: str
    tone: str
    planned: str  # how far it is from being done, in words; empty where it is done
    is_stated: bool


def shown(moments: Iterable[Moment]) -> list[Shown]:
    """Moments in the active language."""
    return [_shown(each) for each in moments]


def _shown(moment: Moment) -> Shown:
    text, language = text_for(moment.texts, get_language() or "en")
    tone = "warn" if moment.is_planned else TONES.get(moment.kind, "neutral")
    return Shown(
        when=_when(moment.when, moment.until),
        kind=kind_in_words(moment.kind),
        text=text,
        text_language=language,
        facts=moment.facts,
        url=moment.url,
        tone=tone,
        planned=_planned(moment),
        is_stated=moment.is_stated,
    )


def _planned(moment: Moment) -> str:
    if not moment.is_planned:
        return ""
    return _("not confirmed yet") if moment.is_over(timezone.localdate()) else _("planned so far")


def _when(when: PartialDate | None, until: PartialDate | None) -> str:
    if when is None:
        return _("Day not known")
    return partial_date(when) if until in (None, when) else f"{partial_date(when)} – {partial_date(until)}"


def paper(partner: Partner, school: School, moments: Iterable[Moment], language: str) -> Paper:
    """The line of life as a paper that either side can print, in the active language, which is `language`."""
    title = _("%(school)s and %(partner)s") % {"school": school.text("name", language), "partner": partner.name}
    data = {
        "heading": title,
        "lead": _("What there was between the two, and what is planned."),
        "rows": [_row(each) for each in shown(moments)],
        "nothing": _("Nothing is recorded yet."),
    }
    return Paper("partners/life/line_of_life.typ", title, language, data)


def _row(each: Shown) -> list[str]:
    marks = [each.planned] if each.planned else []
    marks += [_("as stated")] if each.is_stated else []
    head = f"{each.kind} ({', '.join(marks)})" if marks else each.kind
    return [each.when, head, each.text, " · ".join(each.facts)]
