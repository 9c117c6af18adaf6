#!/usr/bin/env python3
"""The bars of the tally engine: bench/run tally. BALLOTS (default 1000000) sets the size of the made-up election. Seconds
are those of the processor, on one core; the clock's stand beside them."""
import os
import random
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("WALLCHART_PROGRAM", "build/release/wallchart")
BALLOTS = int(os.environ.get("BALLOTS", "1000000"))
CANDIDATES, SEATS = 12, 4


def line(what, measured, bar):
    print(f"| {what} | {measured} | {bar} |", flush=True)


def count(path, *words):
    """Seconds on the clock, of the processor, and megabytes at most of one count."""
    began = time.monotonic()
    process = subprocess.Popen([PROGRAM, "tally", path, *words], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{words}: exit code {process.returncode}")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def write_election(path, kind):
    """One ballot a line, as a scanner writes them: candidates differ in how well they are liked, voters stop early
    or late. `kind` "long" ranks all twelve, which makes nearly every ballot a different one."""
    chance = random.Random(2026)
    liked = [1.25 ** -each for each in range(CANDIDATES)]
    with open(path, "w") as file:
        file.write(f"{CANDIDATES} {SEATS}\n")
        for _ in range(BALLOTS):
            order = sorted(range(CANDIDATES), key=lambda each: chance.random() ** (1 / liked[each]), reverse=True)
            length = CANDIDATES if kind == "long" else min(CANDIDATES, 1 + int(chance.expovariate(0.35)))
            file.write("1 " + " ".join(str(each + 1) for each in order[:length]) + " 0\n")
        file.write("0\n" + "".join(f'"Candidate {each + 1}"\n' for each in range(CANDIDATES)) + '"A large election"\n')


def main():
    print("| what | measured | bar |\n|---|---|---|")
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as folder:
        for kind, what in (("short", "3 of 12 ranked at the middle"), ("long", "all 12 ranked")):
            path = f"{folder}/{kind}.blt"
            write_election(path, kind)
            size = os.path.getsize(path) / 1e6
            for rule, bar in (("scottish", "≤ 1.0 s, ≤ 300 MB"), ("meek", "≤ 5 s"), ("warren", ""), ("minneapolis", ""),
                              ("schulze", "")):
                seats = ("--seats", "1") if rule == "schulze" else ()
                clock, processor, memory = min(count(path, "--rule", rule, *seats, "--json", "-") for _ in range(3))
                line(f"{rule}, {BALLOTS:,} ballots × {CANDIDATES} candidates, {what}, BLT of {size:.0f} MB",
                     f"{processor:.2f} s of processor, {clock:.2f} s, {memory:.0f} MB", bar)


main()
