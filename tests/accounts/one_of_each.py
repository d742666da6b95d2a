"""One record of every kind in a school, every text of which bears the school's mark."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import count
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.signing.envelopes import LETTER
from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role
from tilts.accounts.row_security import school_owned_models
from tilts.accounts.schools import in_school
from tilts.exchange.module.rules.records import Column, Template
from tilts.exchange.module.storing import as_json

OURS, THEIRS = "qxwours", "qxwtheirs"  # the marks of two schools


def picture(text: str) -> bytes:
    """A PNG of one point that papers can bear, with the text in it."""
    told, file = PngInfo(), BytesIO()
    told.add_text("Title", text)
    Image.new("RGB", (1, 1)).save(file, "PNG", pnginfo=told)
    return file.getvalue()


Record = models.Model
Marks = Callable[[], str]

#: What a field holds that can't hold any text; `mark` gives a new text with the school's mark.
VALUES: dict[str, Callable[[Marks], dict[str, Any]]] = {
    "accounts.AccessEvent": lambda mark: {"details": []},
    "accounts.Invitation": lambda mark: {"email": f"{mark()}@example.org", "roles": ["finance"]},
    "accounts.SchoolMark": lambda mark: {"content": picture(mark()), "width": 1, "height": 1},
    "agreements.Agreement": lambda mark: {"state": "draft", "first_language": "lv", "worded_on": date(2026, 11, 25)},
    "agreements.Version": lambda mark: {"content": agreed_content(mark), "rows": None, "content_hash": "0123" * 16},
    "exchange.ModuleTemplate": lambda mark: {"content": template_of(mark)},
    "exchange.Roster": lambda mark: {"columns": [[mark(), "family_name"]], "columns_not_used": [mark()], "notes": []},
    "exchange.RosterRow": lambda mark: {"raw": {"family_name": mark(), "given_names": mark()}, "problems": []},
    "files.StoredFile": lambda mark: {"permission": "accounts.view", "content_type": "application/pdf"},
    "jobs.Work": lambda mark: {"permission": "accounts.view", "options": {"language": "en"}, "state": "done"},
    "mobilities.InclusionCost": lambda mark: {"real_eur": "90.00"},
    "mobilities.SupportingPaper": lambda mark: {"file": file_of_its_own(mark)},
    "partners.StudyProgramme": lambda mark: {"isced_code": ""},
    "projects.Accreditation": lambda mark: {"title": mark(), "state": "granted"},
    # It has a programme of the school's own, and is shown publicly.
    "projects.Indicator": lambda mark: {"source": "awards", "adds": "up"},
    "projects.Strategy": lambda mark: {"from_year": 2017, "to_year": 2021},
    "projects.BudgetTransfer": lambda mark: {"from_category": "travel", "to_category": "course_fees"},
    "projects.FunderPayment": lambda mark: {"planned_eur": 1, "received_eur": 1},
    "projects.Payment": lambda mark: {"approved_by": None, "approved_at": None, "export": None, "paid_on": None},
    "projects.ProjectMoney": lambda mark: {"instalments": "80/20"},
    "projects.Receipt": lambda mark: {"currency": "PLN", "rate": 1},
    "projects.Project": lambda mark: {"programme": "", "state": "running"},
    "signing.Envelope": lambda mark: {"kind": LETTER.name, "closed_at": None, "title": mark()},
    "signing.Signer": lambda mark: {"user": director_of(mark), "state": "asked"},
}
#: Records of which a school has two kinds, by a name of our own.
VARIANTS: dict[str, dict[str, Any]] = {"partners.StudyProgramme our own": {"partner": None}}
#: Short codes that a page looks up.
CODES = {"country": "DE", "language": "lv", "country_group": "2"}


def agreed_content(mark: Marks) -> dict[str, Any]:
    """What a version of an agreement holds."""
    texts = {"lv": mark(), "en": mark()}
    return {"languages": ["lv", "en"], "title": texts, "clauses": [{"key": "own-1", "title": texts, "text": texts}]}


def template_of(mark: Marks) -> dict[str, Any]:
    """A template of the Beneficiary Module with one column that is known and one that is not."""
    columns = tuple(Column(head, mark(), choices=(mark(),)) for head in ("Given names", mark()))
    return as_json(Template(mark(), columns, (tuple(column.head for column in columns),)))


def file_of_its_own(mark: Marks) -> Record:
    """A stored file that goes with what it belongs to, so nothing else may hold it."""
    kind = {"permission": "accounts.view", "content_type": "application/pdf", "size": 1}
    return apps.get_model("files.StoredFile").objects.create(name=mark(), path=mark(), sha256=mark(), **kind)


def director_of(mark: Marks) -> User:
    """The director of the school that has the mark; in the demo, whose schools have none, a director."""
    directors = User.objects.filter(memberships__role=Role.DIRECTOR)
    own = directors.filter(email=f"{mark().rstrip('0123456789')}.{Role.DIRECTOR}@example.org").first()
    return own or directors.order_by("pk")[0]


class OneOfEach:
    """The records of one school: `records[Flow].pk`."""

    def __init__(self, school: School, mark: str) -> None:
        self.school, self.mark = school, mark
        self._numbers = count(1)
        self._records: dict[type[Record], Record] = {}
        self._variants: dict[str, Record] = {}
        with in_school(school):
            for model in kinds():
                self[model]

    def __getitem__(self, model: type[Record]) -> Any:
        if model is User:  # of no school, unlike all others
            return User.objects.get(memberships__school=self.school, memberships__role=Role.COORDINATOR)
        if model not in self._records:
            # Some records come about with another, for example the words of a partner's name.
            self._records[model] = model._default_manager.first() or self._make(model)
        return self._records[model]

    def number(self, name: str) -> int:
        """The number of the record that a table of pages names: `partners.Partner`, or one of VARIANTS."""
        label, _, variant = name.partition(" ")
        model = apps.get_model(label)
        if not variant:
            return self[model].pk
        if name not in self._variants:
            with in_school(self.school):
                self._variants[name] = self._make(model, **VARIANTS[name])
        return self._variants[name].pk

    def keep_contents(self) -> None:
        """Put the bytes of the stored files there, into the storage of the running test."""
        from tilts.files.models import StoredFile

        if not default_storage.exists(self[StoredFile].path):
            default_storage.save(self[StoredFile].path, ContentFile(self.text().encode()))

    def text(self) -> str:
        return f"{self.mark}{next(self._numbers)}"

    def _make(self, model: type[Record], **values_of_variant: Any) -> Record:
        given = VALUES.get(model._meta.label, lambda mark: {})(self.text) | values_of_variant
        values = {
            field.name: value
            for field in model._meta.concrete_fields
            if field.name not in given and (value := self._value(model, field)) is not None
        }
        return model._default_manager.create(**values, **given)

    def _value(self, model: type[Record], field: Any) -> Any:
        if field.primary_key or field.name in {"school", "sort_key", "search_key", "given_key"}:
            return None
        if field.is_relation:
            target = field.related_model
            return None if target is model else self[target]
        if field.choices:
            return field.choices[0][0]
        if field.name in CODES or (field.max_length or 99) < len(self.text()):
            return CODES.get(field.name, "" if field.blank else "DE"[: field.max_length])
        match field:
            case models.EmailField():
                return f"{self.text()}@example.org"
            case models.URLField():
                return f"https://{self.text()}.example.org/"
            case models.CharField() | models.TextField():
                return self.text()
            case models.JSONField() if field.name == "in_other_languages":
                return {"ka": {model.WORDED[0]: self.text()}}
            case models.JSONField():
                return [self.text()] if field.default is list else {"en": self.text()}
            case models.DateTimeField():
                return timezone.now()
            case models.DateField():
                return date(2022, 5, 2)
            case _:
                return None if field.has_default() or field.null else 1


def kinds() -> list[type[Record]]:
    """Every kind of record that belongs to a school; what the database writes by itself comes with them."""
    return [model for model in school_owned_models() if not hasattr(model, "pgh_tracked_model")]


def all_kinds() -> set[type[Record]]:
    """The same with the histories."""
    return {model for model in apps.get_models() if model in set(school_owned_models())}


def make_school(mark: str) -> School:
    """A school with somebody in every role, every text with its mark."""
    school = School.objects.create(
        slug=f"{mark}-school",
        name=f"{mark} school",
        registration_number=f"{mark}-reg",
        address=f"{mark} street",
        town=f"{mark} town",
        director=f"{mark} director",
        country="LV",
        latitude=55.9,
        longitude=26.5,
    )
    for role in Role:
        user = User.objects.create_user(f"{mark}.{role}@example.org", first_name=mark, last_name=f"{mark}0 {role}")
        Membership.objects.create(school=school, user=user, role=role)
    return school
