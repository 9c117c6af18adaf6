"""The server with a million people: start, memory, one record, search, the wall chart and the slate board, on
SQLite and on PostgreSQL (DATABASES=SQLite for one of them). PEOPLE sets the size. Needs wrk (Debian) for the
request rates; the latencies are taken here, one request at a time."""

import os
import re
import statistics
import subprocess
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from bench import PROGRAM, Server, Table, databases, memory, share  # noqa: E402

PEOPLE = int(os.environ.get("PEOPLE", "1000000"))
LOCALS = max(20, PEOPLE // 1000)


def make_sample(arguments):
    """A movement with a drive for each candidate in each local; the people a second, and a token to sign in."""
    made = subprocess.run([PROGRAM, "sample", "--people", str(PEOPLE), "--locals", str(LOCALS), "--every-pair",
                           *arguments], capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stderr)
    print(made.stdout, file=sys.stderr)
    return (int(re.search(r"\((\d+) people a second\)", made.stdout).group(1)),
            re.search(r"/sign-in/link/(\S+)", made.stdout).group(1))


def starts_of(people):
    """What is typed to find somebody: starts of names, e-mails and phones, from all over the alphabet."""
    starts = []
    for person in people:
        words = person["name"].split()
        starts += [words[-1][:3], words[0][:4], person["name"][:6]]
        if person.get("email"):
            starts.append(person["email"][:5])
        if person.get("phone"):
            starts.append(person["phone"][2:8])
    return starts + [a + b for a in "abcdefghijklmnoprstvz" for b in "aeio"]


def largest_chart(server):
    """A drive's wall chart with the most workers, of the worksites with the most people."""
    site = max(server.pages("/api/v1/worksites"), key=lambda one: one["people"] if one["organization_id"] else 0)
    drive = server.ask("GET", f"/api/v1/drives?organization_id={site['organization_id']}&limit=1")["items"][0]["drive"]
    path = f"/api/v1/drives/{drive['id']}/wall-chart?worksite_id={site['id']}"
    return path, server.ask("GET", path)["counts"]["workers"]


def measure(table, arguments):
    made, token = make_sample(arguments)
    Server(arguments).stop()  # the page cache as after any restart
    server = Server(arguments)
    server.wait()
    started = (time.perf_counter() - server.began) * 1000
    time.sleep(1)
    idle = memory(server.process.pid)
    server.ask("POST", "/api/v1/session/link", {"token": token})

    table.add("sample written, journal on", f"{made:,} people/s", cost=1 / made)
    table.add("start to first answer", f"{started:.0f} ms", "< 500 ms", started)
    table.add("idle memory", f"{idle:.0f} MB", "< 60 MB", idle)
    measure_record(table, server)
    measure_search(table, server)

    slate = server.ask("GET", "/api/v1/slates")["items"][0]["slate"]
    board_path = f"/api/v1/slates/{slate['id']}/board"
    shown = server.ask("GET", board_path)
    board = share(server.times([board_path] * 21), 0.5)
    table.add(f"slate board, {len(shown['candidates'])} candidates × {len(shown['organizations']):,} organizations, "
              f"{len(shown['cells']):,} drives", f"median {board:.0f} ms", "< 150 ms", board)

    path, workers = largest_chart(server)
    chart = share(server.times([path] * 21), 0.5)
    table.add(f"wall chart of {workers:,} workers", f"median {chart:.0f} ms", "< 60 ms", chart)
    resident, peak = (memory(server.process.pid, key) for key in ("VmRSS", "VmHWM"))
    table.add("memory after all this", f"{resident:.0f} MB (peak {peak:.0f} MB)")
    server.stop()


def measure_record(table, server):
    one = server.ask("GET", "/api/v1/people?limit=200")["items"][100]
    health, _ = server.rate("/healthz", 64)
    record, p99 = server.rate(f"/api/v1/people/{one['id']}", 64)
    health_again, _ = server.rate("/healthz", 64)
    base = statistics.mean([health, health_again])
    table.add("one person's record, signed in, 64 connections",
              f"{record:,.0f}/s = {record / base:.0%} of /healthz ({base:,.0f}/s)", "≥ 35 %", 1 / record)
    table.add("the same, 99th percentile", f"{p99:.1f} ms", "< 10 ms", p99)


def measure_search(table, server):
    starts = starts_of(server.ask("GET", "/api/v1/people?limit=200")["items"])
    found = [f"/api/v1/people?search={urllib.parse.quote(text)}" for text in starts]
    searched = server.times(found)
    table.add(f"find a person, {len(found)} starts of names, e-mails, phones",
              f"median {share(searched, 0.5):.1f} ms, p95 {share(searched, 0.95):.1f} ms", "p95 < 20 ms",
              share(searched, 0.95))
    # The same among the people of one local: the largest, and one like the others.
    locals_ = sorted((one for one in server.pages("/api/v1/organizations?kind=local")), key=lambda one: one["people"])
    for size, local in (("the largest", locals_[-1]), ("a middling", locals_[len(locals_) // 2])):
        filtered = server.times([f"{path}&organization_id={local['id']}" for path in found])
        table.add(f"the same within {size} local ({local['people']:,} people)",
                  f"median {share(filtered, 0.5):.1f} ms, p95 {share(filtered, 0.95):.1f} ms", "p95 < 20 ms",
                  share(filtered, 0.95))


def main():
    table = Table()
    with databases() as all_databases:
        for name, arguments in all_databases:
            table.begin(name)
            measure(table, arguments)
    print(f"{PEOPLE:,} people, {LOCALS:,} locals\n")
    table.print()


main()
