"""The server with a million people: start, memory, one record, search, the wall chart and the slate board.

SQLite by default; with WALLCHART_BENCH_POSTGRES=URL (an empty database) the same on PostgreSQL, and the ratio of the
two is what counts. Needs wrk (Debian) for the request rates; the latencies are taken here, one request at a time.
"""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

PROGRAM = "build/release/wallchart"
PEOPLE = int(os.environ.get("PEOPLE", "1000000"))
LOCALS = max(20, PEOPLE // 1000)


def memory(pid, key="VmRSS"):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(key))


class Server:
    def __init__(self, arguments):
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--log-level", "warning", *arguments], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)$", line.strip()).group(1))
        self.cookie = ""

    def ask(self, method, path, body=None):
        connection = self.connection = getattr(self, "connection", None) or http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=120)
        headers = {"X-Wallchart": "1"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        connection.request(method, path, body=json.dumps(body) if body is not None else None, headers=headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.getheader("set-cookie"):
            self.cookie = answer.getheader("set-cookie").split(";")[0]
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text[:200]}")
        return json.loads(text) if text.startswith((b"{", b"[")) else text

    def times(self, paths):
        """Milliseconds of each GET, one after the other."""
        taken = []
        for path in paths:
            began = time.perf_counter()
            self.ask("GET", path)
            taken.append((time.perf_counter() - began) * 1000)
        return sorted(taken)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def share(times, part):
    return times[min(len(times) - 1, int(len(times) * part))]


def rate(server, path, connections, seconds=6):
    """Requests a second and the 99th percentile in milliseconds, by wrk."""
    output = subprocess.run(
        ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", f"Cookie: {server.cookie}",
         f"http://127.0.0.1:{server.port}{path}"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output:
        sys.exit(f"{path}: wrong answers under load")
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", output).groups()
    return (float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1)),
            float(amount) * {"us": 0.001, "ms": 1, "s": 1000}[unit])


def line(what, measured, bar):
    print(f"| {what} | {measured} | {bar} |", flush=True)


def measure(arguments, database):
    link = "/sign-in/link/"
    made = subprocess.run([PROGRAM, "sample", "--people", str(PEOPLE), "--locals", str(LOCALS), *arguments],
                          capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stderr)
    rate_made = re.search(r"\((\d+) people a second\)", made.stdout)
    token = re.search(link + r"(\S+)", made.stdout).group(1)

    first = Server(arguments)
    first.stop()  # the page cache as after any restart
    server = Server(arguments)
    while True:
        try:
            server.ask("GET", "/healthz")
            break
        except ConnectionError:
            server.connection = None
    started = (time.perf_counter() - server.began) * 1000
    time.sleep(1)
    idle = memory(server.process.pid)
    server.ask("POST", "/api/v1/session/link", {"token": token})

    print(f"| {database}, {PEOPLE:,} people, {LOCALS:,} locals | measured | bar |\n|---|---|---|")
    if rate_made:
        line("sample written, journal on", f"{int(rate_made.group(1)):,} people/s", "")
    line("start to first answer", f"{started:.0f} ms", "< 500 ms")
    line("idle memory", f"{idle:.0f} MB", "< 60 MB")

    people = server.ask("GET", "/api/v1/people?limit=200")["items"]
    one = people[100]
    health, _ = rate(server, "/healthz", 64)
    record, p99 = rate(server, f"/api/v1/people/{one['id']}", 64)
    health_again, _ = rate(server, "/healthz", 64)
    base = statistics.mean([health, health_again])
    line("one person's record, signed in, 64 connections",
         f"{record:,.0f}/s = {record / base:.0%} of /healthz ({base:,.0f}/s), p99 {p99:.1f} ms",
         "≥ 35 %, p99 < 10 ms")

    starts = []
    for person in people:
        words = person["name"].split()
        starts += [words[-1][:3], words[0][:4], person["name"][:6]]
        if person.get("email"):
            starts.append(person["email"][:5])
        if person.get("phone"):
            starts.append(person["phone"][2:8])
    # Starts from all over the alphabet, not only from the first page.
    starts += [a + b for a in "abcdefghijklmnoprstvz" for b in "aeio"]
    searched = server.times([f"/api/v1/people?search={urllib.parse.quote(text)}" for text in starts])
    line(f"find a person, {len(searched)} starts of names, e-mails, phones",
         f"median {share(searched, 0.5):.1f} ms, p95 {share(searched, 0.95):.1f} ms", "p95 < 20 ms")

    slates = server.ask("GET", "/api/v1/slates")["items"]
    if slates:
        board = server.times([f"/api/v1/slates/{slates[0]['slate']['id']}/board"] * 11)
        line("slate board", f"median {share(board, 0.5):.0f} ms", "< 150 ms")
    worksite, drive, size = largest_chart(server)
    if drive:
        chart = server.times([f"/api/v1/drives/{drive}/wall-chart?worksite_id={worksite}"] * 11)
        line(f"wall chart of {size:,} workers", f"median {share(chart, 0.5):.0f} ms", "< 60 ms")
    line("memory after all this", f"{memory(server.process.pid):.0f} MB (peak {memory(server.process.pid, 'VmHWM'):.0f} MB)",
         "")
    server.stop()


def largest_chart(server):
    """The wall chart with the most workers among those of the first 200 drives."""
    best = (None, None, 0)
    for entry in server.ask("GET", "/api/v1/drives?limit=200")["items"]:
        drive = entry["drive"]["id"]
        for place in server.ask("GET", f"/api/v1/drives/{drive}/wall-chart-places"):
            if place["worksite_id"] and place["workers"] > best[2]:
                best = (place["worksite_id"], drive, place["workers"])
    return best


def main():
    folder = tempfile.mkdtemp(prefix="wallchart-bench-", dir=os.environ.get("TMPDIR", "/var/tmp"))
    try:
        url = os.environ.get("WALLCHART_BENCH_POSTGRES")
        if url:
            measure(["--database", url, "--data", folder], "PostgreSQL")
        else:
            measure(["--data", folder], "SQLite")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
