"""Reads: partners of the school, their groups and programmes, and the directory of organisations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Count, Q, QuerySet

from tilts.accounts.in_languages import is_called
from tilts.core.places import countries_named
from tilts.core.prefixes import begins
from tilts.partners import rules
from tilts.partners.models import (
    DirectoryEntry,
    DirectoryWord,
    Partner,
    PartnerContact,
    PartnerGroup,
    PartnerNumber,
    PartnerWord,
    StudyProgramme,
)
from tilts.partners.rules.spelling import nearest, traces
from tilts.partners.sentences import why_alike
from tilts.web.slots import Found


def partners(search: str = "") -> QuerySet[Partner]:
    """The school's partners by name; with `search`, those of which each typed word begins some word.

    Words of all names, towns and numbers count, and the country's name; in whatever letters. Signs alone find nothing.
    """
    found = Partner.objects.all()
    if not search.strip():
        return found
    typed = rules.words(search)
    for word in typed:
        named = PartnerWord.objects.filter(begins("word", word))
        found = found.filter(Q(pk__in=named.values("partner")) | Q(country__in=countries_named(word)))
    return found if typed else found.none()


def partners_nearly(search: str) -> QuerySet[Partner]:
    """Partners of which each typed word begins some word, or is one of them misspelt by a letter or two.

    A school's partners have a few thousand words: all are read, as row security keeps the index from finding traces.
    """
    typed = rules.words(search)
    if not typed:
        return Partner.objects.none()
    as_long = {len(word) + more for word in typed for more in (-1, 0, 1)}
    words = PartnerWord.objects.values_list("word", flat=True).distinct()
    known = {word: set(traces(word)) for word in words if len(word) in as_long}  # no other shares a trace
    found = Partner.objects.all()
    for word in typed:
        named = PartnerWord.objects.filter(begins("word", word) | Q(word__in=_meant_by(word, known)))
        found = found.filter(Q(pk__in=named.values("partner")) | Q(country__in=countries_named(word)))
    return found


def _meant_by(typed: str, known: Mapping[str, set[str]]) -> list[str]:
    """Of the words that are known, with their traces, those that a typed one likely means."""
    own = set(traces(typed))
    return nearest(typed, (word for word, theirs in known.items() if own & theirs))


def countries_of_partners() -> list[str]:
    """The codes of the countries that the school has partners in."""
    return list(Partner.objects.order_by("country").values_list("country", flat=True).distinct())


def tags_of_partners() -> list[str]:
    """The tags in use, in the order of letters."""
    return sorted({tag for tags in Partner.objects.exclude(tags=[]).values_list("tags", flat=True) for tag in tags})


def languages_of_contacts() -> list[str]:
    """The codes of the languages in which contacts are written to."""
    return list(PartnerContact.objects.exclude(language="").order_by().values_list("language", flat=True).distinct())


def groups(search: str = "") -> QuerySet[PartnerGroup]:
    """The school's groups with how many partners are in each; with `search`, those whose words begin so."""
    found = PartnerGroup.objects.annotate(member_count=Count("members"))
    return found.filter(is_called(search)) if search.strip() else found


def members_of(group: PartnerGroup) -> QuerySet[Partner]:
    """The partners of a group."""
    return Partner.objects.filter(groups__group=group)


def programmes_of(partner: Partner | None = None, search: str = "") -> QuerySet[StudyProgramme]:
    """The study programmes of a partner, without one those of the school itself; `search` as for partners.

    Titles in every language and the code of the field count. A school has dozens of programmes: no index needed.
    """
    found = StudyProgramme.objects.filter(partner=partner)
    if not search.strip():
        return found
    typed = rules.words(search)
    return found.filter(pk__in=[each.pk for each in found if _begins_all(typed, each)])


def _begins_all(typed: set[str], programme: StudyProgramme) -> bool:
    there = rules.words(*programme.titles.values(), programme.isced_code)
    return bool(typed) and all(any(word.startswith(begin) for word in there) for begin in typed)


def directory(search: str = "") -> QuerySet[DirectoryEntry]:
    """Organisations of the directory of which each typed word begins some word; all without `search`."""
    found = DirectoryEntry.objects.all()
    if not search.strip():
        return found
    typed = rules.words(search)
    if not typed:
        return found.none()
    return _with_words(" & ".join(f"'{word}':*" for word in sorted(typed)))


def directory_nearly(search: str) -> QuerySet[DirectoryEntry]:
    """Organisations of which each typed word begins some word, or is one of them misspelt by a letter or two."""
    typed = sorted(rules.words(search))
    if not typed:
        return DirectoryEntry.objects.none()
    sought = {trace for word in typed for trace in traces(word)}
    words = DirectoryWord.objects.filter(traces__overlap=sorted(sought)).values_list("word", flat=True)
    known = {word: set(traces(word)) for word in words} if sought else {}
    meant = []
    for word in typed:
        meant.append(" | ".join([f"'{word}':*", *(f"'{each}'" for each in _meant_by(word, known))]))
    return _with_words(" & ".join(f"({alternatives})" for alternatives in meant))


def directory_without_a_word(search: str) -> list[str]:
    """The searches that find something in the directory once one of the typed words is left out, in their order."""
    typed = search.split()[:_MOST_WORDS]
    shorter = [" ".join(typed[:place] + typed[place + 1 :]) for place in range(len(typed))] if len(typed) > 1 else []
    return [text for text in dict.fromkeys(shorter) if rules.words(text) and directory(text).exists()]


_MOST_WORDS = 6


def directory_beginning(begins_of_words: Sequence[str]) -> QuerySet[DirectoryEntry]:
    """Organisations of which some word begins like one of these, which are plain."""
    return _with_words(" | ".join(f"'{each}':*" for each in begins_of_words))


def _with_words(query: str) -> QuerySet[DirectoryEntry]:
    sought = SearchQuery(query, search_type="raw", config="simple")
    return DirectoryEntry.objects.annotate(words=SearchVector("search_words", config="simple")).filter(words=sought)


@dataclass(frozen=True)
class AlikePartner:
    """A partner of the school that may be the one about to be saved, and why."""

    partner: Partner
    sentence: str


def look_alikes(new: rules.Organisation, *, but: int | None = None) -> list[AlikePartner]:
    """Partners that may be the same organisation as `new`, the surest first; `but` is the partner that is changed."""
    same_number = Q()
    for kind, number in new.numbers:
        same_number |= Q(kind=kind, number=number)
    candidates = Q(country=new.country)
    if same_number:
        candidates |= Q(pk__in=PartnerNumber.objects.filter(same_number).values("partner"))
    others = Partner.objects.filter(candidates).prefetch_related("names", "numbers")
    if but is not None:
        others = others.exclude(pk=but)
    found = {partner.pk: partner for partner in others}
    alike = rules.look_alikes(new, (organisation_of(partner) for partner in found.values()))
    return [AlikePartner(found[each.key], why_alike(each)) for each in alike]


def organisation_of(partner: Partner) -> rules.Organisation:
    """A partner as the rules compare it."""
    return rules.Organisation(
        key=partner.pk,
        country=partner.country,
        names=(partner.name, *(name.text for name in partner.names.all())),
        numbers=frozenset((number.kind, number.number) for number in partner.numbers.all()),
    )


def successors() -> dict[int, int | None]:
    """Of each partner that was taken over, which one carries on."""
    return dict(Partner.objects.exclude(successor=None).values_list("pk", "successor"))


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: partners with their town."""
    return [Found(each.name, each.get_absolute_url(), each.town) for each in partners(text)[:most]]
