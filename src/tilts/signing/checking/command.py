"""What `tilts verify` prints. Works without a database, without settings, and where there is no data folder."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.utils import translation

from tilts.core.data_folder import PACKAGE, data_folder
from tilts.signing.checking.records import Verdict
from tilts.signing.checking.sandbox import LARGEST, check
from tilts.signing.checking.trust import trust_from, trust_in

#: Exit codes: 0 genuine, 1 not, 2 it cannot be told.
CODES = {"genuine": 0, "altered": 1, "not_trusted": 1, "not_signed": 1, "cannot_tell": 2}


def verify(path: Path, trusted: Sequence[Path] = ()) -> tuple[dict[str, Any], int]:
    """The answer as JSON values, and the exit code. trusted: files with authorities to believe this once.

    Raises ValueError, with a sentence, where one of `trusted` holds no certificate.
    """
    extra = trust_from({each.stem: each for each in trusted})
    if extra.unreadable:
        raise ValueError(f"{', '.join(extra.unreadable)}: there is no certificate in this file")
    trust = extra.joined(trust_in(data_folder()))
    verdict = _verdict(path, trust)
    answer = {"file": str(path), **verdict.as_json()}
    with _words():
        from tilts.signing.checking.sentences import outcome_heading, sentence

        answer["says"] = [outcome_heading(verdict.outcome), *map(sentence, verdict.reasons)]
    if trust.unreadable:
        answer["unreadable_trust_lists"] = list(trust.unreadable)
    return answer, CODES[verdict.outcome]


def _verdict(path: Path, trust: Any) -> Verdict:
    try:
        with path.open("rb") as file:
            return check(file.read(LARGEST + 1), trust=trust)
    except FileNotFoundError:
        return Verdict("unknown", "cannot_tell", ("missing_file",))
    except OSError:
        return Verdict("unknown", "cannot_tell", ("unreadable_file",))


def _words() -> Any:
    """Sentences in the language of the terminal (LANG), where Tilts speaks it; else English."""
    wanted = os.environ.get("LANG", "")[:2]
    if not settings.configured:
        # The settings of an installation make its keys and its data folder: a file is checked without them.
        settings.configure(LOCALE_PATHS=[PACKAGE / "locale"], USE_I18N=True, LANGUAGE_CODE="en")
        django.setup()
    return translation.override(wanted if wanted in ("lv", "ka") else "en")
