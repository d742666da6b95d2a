"""Keys and passwords of an installation: made once, for its own user alone, the same for all."""

import json
import stat
import subprocess
import sys
from pathlib import Path

from tilts.core.secrets import NAMES, installation_secrets

TELL = """
import json, sys
from pathlib import Path
from tilts.core.secrets import installation_secrets
print(json.dumps(installation_secrets(Path(sys.argv[1]))))
"""


def test_secrets_are_long_different_and_readable_by_their_owner_alone(tmp_path):
    made = installation_secrets(tmp_path / "new" / "data")

    assert tuple(made) == NAMES
    assert len(set(made.values())) == len(NAMES)
    assert min(map(len, made.values())) >= 64
    assert stat.S_IMODE((tmp_path / "new" / "data" / "secrets.json").stat().st_mode) == 0o600


def test_several_processes_at_once_get_the_same_secrets(tmp_path):
    processes = [
        subprocess.Popen([sys.executable, "-c", TELL, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]

    told = {process.communicate(timeout=20)[0] for process in processes}

    assert len(told) == 1
    assert json.loads(told.pop()) == installation_secrets(tmp_path)


def test_a_secret_that_a_newer_version_needs_is_added_and_the_others_stay(tmp_path: Path):
    known = dict.fromkeys(NAMES[:-1], "kept") | {"another": "x" * 400}
    (tmp_path / "secrets.json").write_text(json.dumps(known, indent=4))

    found = installation_secrets(tmp_path)

    assert {name: found[name] for name in known} == known
    assert found[NAMES[-1]] not in {"", "kept"}
    assert json.loads((tmp_path / "secrets.json").read_text()) == found
