"""The embedded database, with real servers in folders of their own."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.core.data_folders import data_folder
from tilts.core.embedded import EmbeddedServerError, Server, answers, running_server, socket_folder

NOBODY = 65534

#: Holds the server of the folder open until its input ends; as the user of that number, if one is given.
HOLDER = """
import os, sys
from pathlib import Path
from tilts.core.embedded import running_server
for uid in map(int, sys.argv[2:]):
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
with running_server(Path(sys.argv[1]), durable=False) as server:
    with server.connect() as connection:
        connection.execute("create table if not exists kept (held_by text)")
        connection.execute("insert into kept values (current_user)")
        print("ready", connection.execute("select count(*) from kept").fetchone()[0], flush=True)
    sys.stdin.read()
"""

Hold = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def fresh() -> Iterator[Path]:
    """A data folder that is still to be made."""
    with data_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def once() -> Iterator[Path]:
    with data_folder() as folder:
        with running_server(folder, durable=False):
            pass
        yield folder


@pytest.fixture
def folder(fresh: Path, once: Path) -> Path:
    """A data folder whose cluster is made, and not running."""
    subprocess.run(["cp", "-a", once, fresh], check=True)
    return fresh


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Starts another process that holds the server of a folder, and waits until it does."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, *uid: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(folder), *map(str, uid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline().startswith("ready")
        return process

    yield start
    for process in started:
        process.communicate(timeout=20)


def leave(process: subprocess.Popen[str]) -> int:
    process.communicate(timeout=20)
    return process.returncode


def rows(server: Server) -> list[tuple]:
    with server.connect() as connection:
        return connection.execute("select held_by from kept").fetchall()


def postmaster_pid(folder: Path) -> int:
    return int((folder / "postgres" / "postmaster.pid").read_text().split("\n")[0])


def works(pid: int) -> bool:
    """Does the process live, and not as a zombie that nobody has fetched?"""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except (FileNotFoundError, ProcessLookupError):
        return False


def owner_of(pid: int) -> int:
    return Path(f"/proc/{pid}").stat().st_uid


def test_a_fresh_server_in_a_long_path_with_blanks_keeps_its_data(fresh):
    fresh = fresh / "Mana mape ar garumzīmēm" / ("dziļi " * 20).strip()
    assert len(os.fsencode(fresh)) > 107  # bytes that the path of a socket may have
    with running_server(fresh, durable=False) as server, server.connect() as connection:
        connection.execute("create table kept (held_by text)")
        connection.execute("insert into kept values ('first')")
        uid = owner_of(postmaster_pid(fresh))
    stopped = not answers(server)

    with running_server(fresh, durable=False) as server:
        kept = rows(server)

    assert (stopped, kept) == (True, [("first",)])
    assert uid == (fresh / "postgres").stat().st_uid != 0


def test_the_server_is_reached_by_its_password_and_not_over_the_network(folder):
    with running_server(folder, durable=False) as server:
        with server.connect() as connection:
            listens = connection.execute("show listen_addresses").fetchone()
        with_wrong_password = answers(Server(server.host, "wrong"))
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (Path(server.host), folder / "postgres")]

    assert listens == ("",)
    assert with_wrong_password is False
    assert modes == [0o700, 0o700]


def test_of_two_processes_the_last_one_out_stops_the_server(folder, hold):
    first, second = hold(folder), hold(folder)
    server = Server(str(socket_folder(folder)), "")
    pid = postmaster_pid(folder)

    ended = [leave(first)]
    lives_with_one_holder = works(pid)
    ended.append(leave(second))

    assert ended == [0, 0]
    assert lives_with_one_holder
    assert not (folder / "postgres" / "postmaster.pid").exists()
    assert list(Path(server.host).iterdir()) == []


def test_a_holder_that_was_killed_does_not_keep_the_server_for_ever(folder, hold):
    killed = hold(folder)
    killed.kill()
    killed.wait()
    pid = postmaster_pid(folder)

    with running_server(folder, durable=False) as server:
        same_server, kept = postmaster_pid(folder) == pid, rows(server)

    assert same_server
    assert len(kept) == 1
    assert not answers(server)


def test_a_killed_postmaster_is_started_again_though_a_child_still_works(folder, hold):
    holder = hold(folder)
    with running_server(folder, durable=False) as server:
        # Busy without waiting for anything, so that it does not notice its postmaster's end at once.
        busy = server.connect()
        busy.pgconn.send_query(b"do $$ declare n bigint := 0; begin loop n := n + 1; end loop; end $$")
        busy_pid = busy.info.backend_pid
        with server.connect() as connection:
            connection.execute("checkpoint")  # the tests' server leaves out fsync
        os.kill(postmaster_pid(folder), signal.SIGKILL)
        time.sleep(0.1)
        survives = works(busy_pid)
        subprocess.Popen(["/bin/sh", "-c", f"sleep 0.5; kill -9 {busy_pid}"])

        with running_server(folder, durable=False) as again:
            child_gone, kept = not works(busy_pid), rows(again)

    assert survives
    assert child_gone
    assert len(kept) == 1
    assert leave(holder) == 0


@pytest.mark.parametrize("name", ["sleep", "postgres"])
def test_a_stale_number_that_a_stranger_has_now_is_no_obstacle(folder, name):
    """Of the same user, for whom PostgreSQL would take any living process for its own; not stopped with ours."""
    program = folder / "programs" / name
    program.parent.mkdir()
    folder.parent.chmod(0o711)
    shutil.copy("/bin/sleep", program)
    owner = (folder / "postgres").stat()
    as_owner = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    stranger = subprocess.Popen([program, "60"], **as_owner)
    pid_file = folder / "postgres" / "postmaster.pid"
    pid_file.write_text(
        f"{stranger.pid}\n{folder / 'postgres'}\n1700000000\n5432\n{socket_folder(folder)}\n\n  1 1\nready\n"
    )
    os.chown(pid_file, owner.st_uid, owner.st_gid)
    (socket_folder(folder) / ".s.PGSQL.5432.lock").write_text(pid_file.read_text())

    with running_server(folder, durable=False) as server:
        answered, pid = answers(server), postmaster_pid(folder)
    lives = stranger.poll() is None
    stranger.kill()
    stranger.wait()

    assert answered
    assert pid != stranger.pid
    assert lives


def test_a_cluster_that_a_kill_left_half_made_is_made_anew(fresh):
    (fresh / "postgres" / "base").mkdir(parents=True)
    (fresh / "postgres" / "PG_VERSION").write_text("18\n")
    (fresh / ".initdb").touch()

    with running_server(fresh, durable=False) as server:
        assert answers(server)

    assert not (fresh / ".initdb").exists()


def test_files_that_are_no_whole_cluster_are_never_thrown_away(fresh):
    kept = fresh / "postgres" / "base" / "1"
    kept.parent.mkdir(parents=True)
    kept.write_text("rows")

    with pytest.raises(EmbeddedServerError, match="restore a backup"), running_server(fresh, durable=False):
        pass

    assert kept.read_text() == "rows"


def test_a_database_that_does_not_start_says_why(folder):
    (folder / "postgres" / "global" / "pg_control").write_bytes(b"no control file")

    with pytest.raises(EmbeddedServerError, match="pg_control"), running_server(folder, durable=False):
        pass


def test_keys_of_another_installation_are_said_to_be_so(folder, hold):
    holder = hold(folder)
    (folder / "secrets.json").unlink()

    with pytest.raises(EmbeddedServerError, match=r"the keys in .*secrets\.json"), running_server(folder):
        pass

    assert leave(holder) == 0


def make_open(path: Path) -> None:
    path.mkdir(mode=0o755)
    path.chmod(0o755)


def make_link(path: Path) -> None:
    path.symlink_to(path.parent)


def make_strangers(path: Path) -> None:
    path.mkdir(mode=0o700)
    os.chown(path, NOBODY, NOBODY)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(make_open, id="open-to-others"),
        pytest.param(make_link, id="a-link"),
        pytest.param(
            make_strangers,
            id="strangers",
            marks=pytest.mark.skipif(os.geteuid() != 0, reason="needs root to give away"),
        ),
    ],
)
def test_a_socket_folder_that_somebody_else_made_is_refused(fresh, make):
    path = socket_folder(fresh)
    path.rmdir()
    make(path)

    with pytest.raises(EmbeddedServerError, match="belongs to someone else"):
        socket_folder(fresh)

    path.unlink() if path.is_symlink() else path.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user too")
def test_an_ordinary_user_runs_the_server_as_themselves(fresh, hold):
    fresh.parent.chmod(0o755)
    fresh.mkdir()
    os.chown(fresh, NOBODY, NOBODY)

    holder = hold(fresh, NOBODY)
    uid = owner_of(postmaster_pid(fresh))

    assert (uid, leave(holder)) == (NOBODY, 0)
    shutil.rmtree(Path(tempfile.gettempdir()) / socket_folder_name(fresh, NOBODY), ignore_errors=True)


def socket_folder_name(folder: Path, uid: int) -> str:
    mine = socket_folder(folder)
    mine.rmdir()
    return mine.name.replace(mine.name.split("-")[1], str(uid), 1)
