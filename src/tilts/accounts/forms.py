"""The base of forms over rows of a school."""

from django import forms
from django.core.exceptions import ValidationError


class SchoolModelForm(forms.ModelForm):
    """A model form that also tells of constraints over fields it does not show.

    Django leaves those out, and every unique constraint here begins with the school: without this
    a second copy would be an error of the database instead of a sentence.
    """

    def validate_unique(self) -> None:
        super().validate_unique()
        try:
            self.instance.validate_constraints(exclude=set(self.errors))
        except ValidationError as error:
            told = self.non_field_errors()
            for message in error.messages:
                if message not in told:
                    self.add_error(None, message)
