"""A PostgreSQL server of the tests' own: a temporary folder, a free port of the loopback, gone at the end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

VERSIONS = Path("/usr/lib/postgresql")
"""Where Debian keeps the servers' programs, a folder for each version."""


def missing() -> str:
    """Why there can be no server, or nothing."""
    if not _programs():
        return "PostgreSQL's server is not installed: apt-get install postgresql"
    if os.geteuid() == 0 and not _has_user():
        return "PostgreSQL does not run as root, and there is no user postgres"
    return ""


MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one: a database for each test is 8 MB to write."""


@contextmanager
def cluster() -> Iterator[str]:
    """A running server; its address without a database's name."""
    folder = Path(tempfile.mkdtemp(prefix="plumbline-pg-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _run(
            "initdb",
            "-D",
            folder / "data",
            "-U",
            "postgres",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        port = _free_port()
        settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        _run("pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", settings, "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}"
        finally:
            _run("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fresh(server: str) -> str:
    """The address of a new, empty database."""
    name = f"book_{uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


def _run(program: str, *args: str | Path) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    said = subprocess.run([*as_user, _programs()[-1] / program, *args], capture_output=True, cwd="/", check=False)
    # pg_ctl's server keeps the pipes open; what it says goes to its log.
    assert said.returncode == 0, said.stderr.decode()


def _programs() -> list[Path]:
    return sorted(
        (p / "bin" for p in VERSIONS.glob("*") if (p / "bin" / "initdb").exists()), key=lambda p: int(p.parent.name)
    )


def _has_user() -> bool:
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port
