"""Pages of possible partners: who teaches the same, the directory, and one organisation of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.partners import queries
from tilts.partners.filters import DirectoryFilter
from tilts.partners.models import DirectoryEntry
from tilts.partners.possible import queries as possible
from tilts.partners.sentences import tie_in_words
from tilts.partners.tables import DirectoryTable
from tilts.partners.teaching import queries as teaching
from tilts.web.listing import Listing

#: So many partners are named of which it is not known what they teach.
MOST_UNKNOWN = 12


@school_page("partners.view")
def possible_partners(request: SchoolRequest) -> HttpResponse:
    """Who teaches most of what the school teaches."""
    context = {
        "possible": teaching.possible_partners(),
        "own_count": teaching.own_programmes().count(),
        "unknown": teaching.schools_telling_nothing()[:MOST_UNKNOWN],
        "told": possible.told_by_name(),
    }
    return render(request, "partners/possible_partners.html", context)


@school_page("partners.view")
def directory_list(request: SchoolRequest) -> HttpResponse:
    """Organisations of Erasmus+ open data, to begin a new partner with; where nothing is called so, what nearly is."""
    context = Listing(DirectoryTable, queries.directory, DirectoryFilter).page(request)
    search = context["search"]
    if search and not context["table"].rows:
        nearly = Listing(DirectoryTable, queries.directory_nearly, DirectoryFilter).page(request)
        context = nearly | {"is_nearly": True}
        if not nearly["table"].rows:
            context["shorter"] = queries.directory_without_a_word(search)
            context["is_narrowed"] = bool(nearly["filter"].form.changed_data)
    entries = [row.record for row in context["table"].paginated_rows]
    known = possible.partners_among(entries)
    for entry in entries:
        entry.as_partner = known.get(entry.pk)
    return render(request, "partners/directory_list.html", context)


@school_page("partners.view")
def directory_entry(request: SchoolRequest, pk: int) -> HttpResponse:
    """One organisation of the directory as a possible partner."""
    entry = get_object_or_404(DirectoryEntry, pk=pk)
    partner = possible.partners_among([entry]).get(entry.pk)
    context = {
        "entry": entry,
        "partner": partner,
        "add": f"{reverse('partners:add')}?directory={entry.pk}",
        "ties": [tie_in_words(sign, entry.country, is_partner=False) for sign in possible.ties_with(entry)],
        "guessed": possible.guessed_from_name(entry),
        "own_count": teaching.own_programmes().count(),
        "near": [each for each in possible.near_to(entry) if each.partner is None or each.partner != partner],
    }
    return render(request, "partners/directory_entry.html", context)
