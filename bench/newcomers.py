"""Compares newcomers with everyone by what a look through everyone taught, and holds what is found against what that
look itself found. PEOPLE (1000000) of the sample, of whom the last NEWCOMERS (5000) count as new; on SQLite, which is
changed between the looks: what was there before is as if it had been there for long."""

import json
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from bench import PROGRAM, Server, Table, folder, memory  # noqa: E402

PEOPLE = int(os.environ.get("PEOPLE", "1000000"))
NEWCOMERS = int(os.environ.get("NEWCOMERS", "5000"))


def change(data, *statements):
    with sqlite3.connect(f"{data}/wallchart.db") as database:
        rows = [database.execute(statement).fetchall() for statement in statements]
    database.close()
    return rows[-1]


def look(data, kind):
    """Lets a server carry out a look of a kind; its result, seconds, and megabytes of the process's own memory."""
    now = int(time.time() * 1000)
    identity = (now - 1577836800000) << 22
    change(data, f"""INSERT INTO job (id, workspace_id, kind, state, done, total, input, progress, result, cancel,
                     created_at, run_at, lease_until, attempts)
                     SELECT {identity}, id, '{kind}', 'waiting', 0, 0, '{{"source":"search"}}', '', '', 0, {now}, {now},
                            0, 0 FROM workspace""")
    server = Server(["--data", data])
    began = time.perf_counter()
    peak = 0
    while True:
        time.sleep(0.05)
        peak = max(peak, memory(server.process.pid, "RssAnon"))
        state, result = change(data, f"SELECT state, result FROM job WHERE id = {identity}")[0]
        if state in ("done", "failed"):
            break
    seconds = time.perf_counter() - began
    server.stop()
    if state != "done":
        sys.exit(result)
    return json.loads(result), seconds, peak


def pairs(data):
    return set(change(data, "SELECT person_id, other_person_id FROM likely_duplicate"))


def main():
    table = Table()
    table.begin("SQLite")
    with folder() as data:
        subprocess.run([PROGRAM, "sample", "--people", str(PEOPLE), "--seed", "1", "--data", data],
                       stdout=subprocess.DEVNULL, check=True)
        _, seconds, peak = look(data, "find_duplicates")
        table.add(f"a look through everyone of {PEOPLE:,}", f"{seconds:.1f} s, {peak:.0f} MB", "", seconds)
        whole = pairs(data)
        new = {row[0] for row in change(data, f"SELECT id FROM person ORDER BY id DESC LIMIT {NEWCOMERS}")}
        change(data, "DELETE FROM likely_duplicate",
               f"DELETE FROM journal WHERE subject_id < {min(new)}",
               "UPDATE linkage_model SET compared_to = 0")
        result, seconds, peak = look(data, "compare_newcomers")
        expected, found = {pair for pair in whole if new & set(pair)}, pairs(data)
        table.add("newcomers compared one by one",
                  f"{result['people']:,}, {seconds / result['people'] * 1000:.2f} ms each, {peak:.0f} MB", "", seconds)
        table.add("of their pairs that the look found",
                  f"{len(expected & found)} of {len(expected)}, {len(found - whole)} more", "", None)
    table.print()


main()
