"""What the measurements share: a server to ask, a PostgreSQL of their own, and the table that is printed."""

import contextlib
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(ROOT, "build/release/wallchart")


class Server:
    """`wallchart serve` on a port of its own, asked over one connection."""

    def __init__(self, arguments):
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--log-level", "warning", *arguments], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)$", line.strip()).group(1))
        self.cookie = ""
        self.connection = None

    def ask(self, method, path, body=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"X-Wallchart": "1"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.connection.request(method, path, body=json.dumps(body) if body is not None else None, headers=headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.getheader("set-cookie"):
            self.cookie = answer.getheader("set-cookie").split(";")[0]
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text[:200]}")
        return json.loads(text) if text.startswith((b"{", b"[")) else text

    def wait(self):
        """Until the first answer."""
        while True:
            try:
                return self.ask("GET", "/healthz")
            except ConnectionError:
                self.connection = None

    def pages(self, path):
        """Every item of a list, page by page."""
        cursor = ""
        while cursor is not None:
            page = self.ask("GET", f"{path}{'&' if '?' in path else '?'}limit=200&cursor={cursor}")
            yield from page["items"]
            cursor = page["next"]

    def times(self, paths):
        """Milliseconds of each GET, one after the other, in ascending order."""
        taken = []
        for path in paths:
            began = time.perf_counter()
            self.ask("GET", path)
            taken.append((time.perf_counter() - began) * 1000)
        return sorted(taken)

    def rate(self, path, connections, seconds=6):
        """Requests a second and the 99th percentile in milliseconds, by wrk."""
        output = subprocess.run(
            ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Cookie: {self.cookie}",
             f"http://127.0.0.1:{self.port}{path}"], capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in output:
            sys.exit(f"{path}: wrong answers under load")
        amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", output).groups()
        return (float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)),
                float(amount) * {"us": 0.001, "ms": 1, "s": 1000}[unit])

    def stop(self):
        self.process.terminate()
        self.process.wait()


def share(times, part):
    """The value below which that part of the ascending times lies."""
    return times[min(len(times) - 1, int(len(times) * part))]


def memory(pid, key="VmRSS"):
    """Megabytes of a process."""
    with open(f"/proc/{pid}/status") as status:
        return next((int(line.split()[1]) / 1024 for line in status if line.startswith(key)), 0)


@contextlib.contextmanager
def folder():
    """A folder that goes with what is in it; on a disk, not in memory."""
    path = tempfile.mkdtemp(prefix="wallchart-bench-", dir=os.environ.get("TMPDIR", "/var/tmp"))
    os.chmod(path, 0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def databases(names=None):
    """Each database to measure on, as (name, arguments of the program): SQLite, and PostgreSQL, that of
    WALLCHART_BENCH_POSTGRES (an empty database) or one of its own. Each is made when it is asked for."""
    names = names or os.environ.get("DATABASES", "SQLite,PostgreSQL").split(",")
    with contextlib.ExitStack() as stack:
        def make():
            for name in names:
                data = stack.enter_context(folder())
                if name == "SQLite":
                    yield name, ["--data", data]
                else:
                    url = os.environ.get("WALLCHART_BENCH_POSTGRES") or stack.enter_context(private_postgres())
                    yield name, ["--database", url, "--data", data]
        yield make()


@contextlib.contextmanager
def private_postgres():
    """A PostgreSQL that writes to disk as a real one does, ended and removed afterwards."""
    script = os.path.join(ROOT, "tests/support/postgres.sh")
    with folder() as path:
        cluster = os.path.join(path, "cluster")
        environment = {**os.environ, "WALLCHART_TEST_FSYNC": "on"}
        try:
            yield subprocess.run([script, "start", cluster], env=environment, check=True, capture_output=True,
                                 text=True).stdout.strip()
        finally:
            subprocess.run([script, "stop", cluster], check=False)


class Table:
    """Figures of several databases, side by side, with the ratio of the second to the first: how many times
    slower (or larger) it is."""

    def __init__(self):
        self.names = []
        self.rows = {}
        self.current = ""

    def begin(self, name):
        self.current = name
        if name not in self.names:
            self.names.append(name)
        print(f"measuring {name}", file=sys.stderr, flush=True)

    def add(self, what, text, bar="", cost=None):
        """`cost`: the figure that is compared, where less is better."""
        print(f"  {what}: {text}", file=sys.stderr, flush=True)
        row = self.rows.setdefault(what, {"bar": bar, "texts": {}, "costs": {}})
        row["texts"][self.current] = text
        row["costs"][self.current] = cost

    def print(self):
        compared = len(self.names) > 1
        head = ["what", "bar", *self.names] + (["ratio"] if compared else [])
        print("| " + " | ".join(head) + " |")
        print("|" + "---|" * len(head))
        for what, row in self.rows.items():
            cells = [what, row["bar"], *(row["texts"].get(name, "") for name in self.names)]
            if compared:
                first, second = (row["costs"].get(name) for name in self.names[:2])
                cells.append(f"{second / first:.2f}" if first and second else "")
            print("| " + " | ".join(cells) + " |")
