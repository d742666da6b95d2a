"""Schools, the people who sign in, and what each does in which school."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned
from tilts.accounts.roles import Role

#: First parts of addresses that are not a school's short name.
RESERVED_SLUGS = frozenset(
    {"account", "accounts", "api", "files", "flows", "language", "mailbox", "media", "papers", "partners", "people"}
    | {"p", "projects", "public", "rosters", "site", "static", "theme", "verify", "work"}
    | {code for code, _name in settings.LANGUAGES}
    | {
        "agreements",
        "calendar",
        "desk-checks",
        "earlier",
        "keys",
        "module",
        "search",
        "signing",
        "style",
        "tour",
        "undo",
    }
)


def not_reserved(slug: str) -> None:
    """Raises ValidationError for a short name that is the address of something else."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is used by Tilts itself. Please choose another one."), params={"slug": slug}
        )


class School(models.Model):
    """A school with rooms of its own: what belongs to it is seen by nobody else."""

    slug = models.SlugField(_("short name"), unique=True, max_length=40, validators=[not_reserved])
    name = models.CharField(_("name"), max_length=200)
    registration_number = models.CharField(_("registration number"), max_length=40, blank=True)
    oid = models.CharField(
        _("OID"),
        max_length=9,
        blank=True,
        help_text=_("Of the Erasmus+ platform, like E10012345. Files for the Beneficiary Module need it."),
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    town = models.CharField(_("town"), max_length=100)
    country = models.CharField(_("country"), max_length=2)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    language = models.CharField(_("language"), max_length=8, default="lv")
    director = models.CharField(_("director"), max_length=150, blank=True)
    director_office = models.CharField(
        _("the director's office"),
        max_length=100,
        blank=True,
        help_text=_("As it stands under a signature, such as “acting director”. Empty: “Director”."),
    )
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    in_other_languages = models.JSONField(
        default=dict, blank=True, help_text="By language, then by name of the field: IN_OTHER_LANGUAGES."
    )
    safety_instruction = models.JSONField(
        default=dict, blank=True, help_text="By language: the school's own rules, one on a line; none: ours."
    )
    is_example = models.BooleanField(_("example school"), default=False, help_text=_("Its papers are marked SPECIMEN."))
    is_public = models.BooleanField(
        _("has public pages"), default=False, help_text=_("Anybody may see what the school shows of its partners.")
    )

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def text(self, name: str, language: str) -> str:
        """One of IN_OTHER_LANGUAGES as a paper in this language writes it: the school's own where there is no other."""
        return str(self.in_other_languages.get(language, {}).get(name) or getattr(self, name))


#: What a school may word anew for papers in another language.
IN_OTHER_LANGUAGES = ("name", "address", "town", "director", "director_office")


class UserManager(BaseUserManager):
    """Makes people who sign in with their e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new user; without a password they can sign in only after setting one by mail."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """The administrator of the installation: may sign in, and sees no school's rows by that alone."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Somebody who signs in; one person may work for several schools."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language"), max_length=8, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()  # type: ignore[assignment,misc]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class Membership(models.Model):
    """What one user does in one school."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "user", "role"], name="membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"


class PersonalLink(models.Model):
    """A way in for somebody without an account, for one purpose and a time. Only the hash of its secret is kept."""

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret, in hexadecimal.")
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=60, help_text="Name of its page, see accounts.links.register.")
    subject_id = models.BigIntegerField(help_text="Number of the record it is about.")
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["school", "purpose", "subject_id"], name="link_of_subject")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject_id}"


class SchoolMark(SchoolOwned):
    """The emblem of a school: always a PNG that we made ourselves from what was uploaded."""

    content = models.BinaryField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the content, in hexadecimal.")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="mark_once_a_school")]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"


class Invitation(SchoolOwned):
    """Somebody is asked to work for the school; a personal link in a mail lets them say yes, once."""

    email = models.EmailField(_("e-mail address"))
    roles = models.JSONField(_("roles"), default=list)
    invited_by = models.CharField(max_length=200)
    sent_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "email"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="invitation_open_once",
            )
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def role_labels(self) -> list[str]:
        return [str(role.label) for role in Role if role in self.roles]


class AccessEvent(SchoolOwned):
    """What was done to a school's settings and to who may work in it. Added, never changed."""

    class Verb(models.TextChoices):
        INVITED = "invited"
        WITHDRAWN = "withdrawn"
        JOINED = "joined"
        ROLES = "roles"
        REMOVED = "removed"
        SECOND_STEP = "second_step"
        SETTINGS = "settings"

    verb = models.CharField(max_length=20, choices=Verb)
    whom = models.CharField(max_length=200, blank=True, help_text="Name of the person it is about.")
    details = models.JSONField(default=list, help_text="Roles after it, or names of the settings that changed.")
    by = models.CharField(max_length=200, help_text="A name, so that it stays when the account goes.")
    at = models.DateTimeField(auto_now_add=True)

    #: The app may read and add these rows, not change them: see `row_security`.
    append_only = True

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["school", "-at"], name="access_event_by_time")]

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.whom}"
