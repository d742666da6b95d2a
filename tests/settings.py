"""Settings of the tests: a data folder of their own, whose server leaves out fsync.

They stand outside the package, because importing anything of `tilts.settings` reads the environment first.
"""

import hashlib
import os
import tempfile
from pathlib import Path

_checkout = Path(__file__).resolve().parent.parent
os.environ["TILTS_DATA"] = str(
    Path(tempfile.gettempdir()) / f"tilts-test-{os.getuid()}-{hashlib.sha256(str(_checkout).encode()).hexdigest()[:12]}"
)
for _name in ("DATABASE_URL", "DATABASE_OWNER_URL", "TILTS_DEMO", "TILTS_MFA", "TILTS_URL", "TILTS_MAIL_URL"):
    os.environ.pop(_name, None)

from tilts.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Most tests sign somebody in without more ado; those of the second step turn the demand on.
TILTS_MFA = False
