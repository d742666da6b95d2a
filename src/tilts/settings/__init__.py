"""Settings of an installation; what differs between installations comes from the environment.

TILTS_DATA      the data folder: embedded database, files, keys (default: `data` in the checkout)
TILTS_URL       the address people use (default: http://127.0.0.1:8000)
TILTS_DEMO      1 for a demo installation: example mailbox, papers marked SPECIMEN
TILTS_MFA       0 lets everybody in without a second step of signing in; 1 asks for it by role (the demo: 0, others: 1)
TILTS_MAIL_URL  smtp://user:password@host:587 (or smtps://...:465) to send mails; without it they stay in the outbox
TILTS_MAIL_FROM whom mails come from
TILTS_TIMESTAMP_URL  a time-stamp server (RFC 3161); without one a seal tells the time of this machine
DATABASE_URL, DATABASE_OWNER_URL   another PostgreSQL (app role, owner role)
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pghistory
from django.utils.translation import gettext_lazy as _

from tilts.core.data_folder import data_folder
from tilts.core.database import app_settings, is_embedded, owner_settings
from tilts.core.secrets import installation_secrets

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
TILTS_DATA = data_folder()
TILTS_DEMO = os.environ.get("TILTS_DEMO") == "1" or (TILTS_DATA / "demo").exists()
TILTS_MFA = os.environ.get("TILTS_MFA", "0" if TILTS_DEMO else "1") != "0"
TILTS_URL = os.environ.get("TILTS_URL", "http://127.0.0.1:8000").rstrip("/")

SECRET_KEY = installation_secrets(TILTS_DATA)["secret_key"]
DEBUG = False
ALLOWED_HOSTS = sorted({"127.0.0.1", "localhost", "[::1]", urlsplit(TILTS_URL).hostname or "localhost"})
CSRF_TRUSTED_ORIGINS = [TILTS_URL]
IS_HTTPS = TILTS_URL.startswith("https://")

INSTALLED_APPS = [
    "tilts.core",
    "tilts.web",
    "tilts.accounts",
    "tilts.files",
    "tilts.mail",
    "tilts.jobs",
    "tilts.documents",
    "tilts.partners",
    "tilts.people",
    "tilts.signing",
    "tilts.agreements",
    "tilts.funding",
    "tilts.projects",
    "tilts.mobilities",
    "tilts.exchange",
    "tilts.home",
    "tilts.public",
    "tilts.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tilts.web.middleware.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tilts.public.middleware.PublicPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tilts.accounts.middleware.LanguageMiddleware",
    "tilts.accounts.middleware.SchoolMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "tilts.settings.urls"
WSGI_APPLICATION = "tilts.settings.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tilts.web.context.site",
                "tilts.accounts.middleware.permissions",
            ],
        },
    }
]

DATABASES = {
    # One connection a thread, kept open; no pool, which would hand one school's setting to the next request.
    "default": app_settings(TILTS_DATA) | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True},
}
TILTS_APP_ROLE = DATABASES["default"]["USER"]
# Only setting up and the tests work as owner; the app itself needs no way to.
DATABASE_OWNER = owner_settings(TILTS_DATA) if is_embedded() or "DATABASE_OWNER_URL" in os.environ else None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
# Without “remember me” a session lasts as long as the browser, however somebody signed in.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_ADAPTER = "tilts.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds; school mail servers take their time
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # seconds, enough to set an app up on a phone
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
# The web server in front that speaks https for us says who asks; without one nobody is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if IS_HTTPS else 0
MFA_ADAPTER = "tilts.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tilts"
# The rule is against strangers who sign up with somebody else's address; here a school gives the accounts.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "add_webauthn": "tilts.accounts.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "tilts.accounts.sign_in_forms.RenamePasskeyForm",
}

# Counts tries of signing in and codes already used: the same for all processes, so not in the memory of one.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sign_in_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("lv", "Latviešu"), ("ka", "ქართული")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Riga"
USE_TZ = True
FORMAT_MODULE_PATH = "tilts.settings.formats"

STATIC_URL = "/static/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = TILTS_DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
TILTS_MAX_UPLOAD_BYTES = 10 * 1024 * 1024
TILTS_TIMESTAMP_URL = os.environ.get("TILTS_TIMESTAMP_URL", "")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Behind a web server that speaks https for us: it must set this head itself, and drop one that comes from outside.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if IS_HTTPS else 0

FORM_RENDERER = "tilts.web.labels.FormRenderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "web/table.html"
SILENCED_SYSTEM_CHECKS: list[str] = []

# The change keeps who and where beside it, so that no table of contexts without a school is needed.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="history", db_index=False)
PGHISTORY_FIELD = pghistory.Field(db_index=False)
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

DEFAULT_FROM_EMAIL = os.environ.get("TILTS_MAIL_FROM", "Tilts <tilts@localhost>")
EMAIL_BACKEND = "tilts.mail.backends.KeepInOutbox"
if mail_url := os.environ.get("TILTS_MAIL_URL"):
    _mail = urlsplit(mail_url)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_SSL = _mail.scheme == "smtps" or EMAIL_PORT == 465
    EMAIL_USE_TLS = not EMAIL_USE_SSL and EMAIL_PORT == 587

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "tilts": {"level": "INFO"},
        # Anybody may ask for a host that is not ours; it is refused, and nothing is to be mended.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        # Its only warning at a start is that `tilts` is the main program, which is so.
        "procrastinate.blueprints": {"level": "ERROR"},
    },
}
SITE_TITLE = _("Tilts")
