"""Input about people → clean values."""

from django import forms

from tilts.accounts.forms import SchoolModelForm
from tilts.people.models import Person


class PersonForm(SchoolModelForm):
    """A learner or a member of staff."""

    class Meta:
        model = Person
        fields = ("given_names", "family_name", "kind", "born_on", "group", "email", "phone")
        widgets = {"born_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
