#!/usr/bin/env python3
"""The bars of the route engine: bench/run route. Problems with known optima are read from CONFORMANCE_DATA or
../shared/data and left out where they are absent. SECONDS_OF=processor (the default) counts the seconds of the processor,
so that other work on the machine does not count; SECONDS_OF=wall those of the clock. A plan shorter than the best known one
(some of B use a vehicle more) counts as 0."""
import csv
import glob
import json
import os
import random
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("WALLCHART_PROGRAM", "build/release/wallchart")
DATA = os.environ.get("CONFORMANCE_DATA", "../shared/data") + "/routing"
CLOCK = os.environ.get("SECONDS_OF", "processor")


def line(what, measured, bar):
    print(f"| {what} | {measured} | {bar} |", flush=True)


def solve(*words):
    done = subprocess.run([PROGRAM, "route", *words, "--clock", CLOCK, "--json", "-"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def name_of(path):
    return os.path.splitext(os.path.basename(path))[0]


def gaps(kind, files, known, seconds):
    """By problem, in percent of the best known cost; and the longest time taken."""
    found, longest = {}, 0
    for path in files:
        answer = solve(kind, path, "--time", str(seconds))
        best = known[name_of(path)]["best_known_cost"]
        found[name_of(path)] = max(0.0, 100 * (answer["cost"] - best) / best)
        longest = max(longest, answer["seconds"])
    return found, longest


def report(what, found, longest, bar):
    worst = max(found, key=found.get)
    line(what, f"mean gap {sum(found.values()) / len(found):.3f} %, worst {found[worst]:.2f} % ({worst}), "
               f"longest {longest:.3f} s", bar)


def salesman():
    known = json.load(open(f"{DATA}/BKS_TSP.json"))
    files = sorted(glob.glob(f"{DATA}/tsplib/*.tsp"))
    stops = lambda path: known[name_of(path)]["jobs"] + 1
    report(f"TSPLIB, {len(files)} problems, 1 s", *gaps("--tsplib", files, known, 1), "≤ 1.0 %")
    few = [path for path in files if stops(path) <= 500]
    report(f"TSPLIB, {len(few)} of at most 500 stops, 0.1 s", *gaps("--tsplib", few, known, 0.1), "≤ 3 %")
    hundred = [path for path in files if 99 <= stops(path) <= 100]
    report(f"TSPLIB, {len(hundred)} of 99 or 100 stops, 10 ms", *gaps("--tsplib", hundred, known, 0.01), "≤ 2 %, each")


def vehicles():
    known = json.load(open(f"{DATA}/BKS_CVRP.json"))
    for name in ("A", "B"):
        files = sorted(glob.glob(f"{DATA}/cvrp/{name}/*.vrp"))
        report(f"CVRP {name}, {len(files)} problems, 2 s", *gaps("--cvrplib", files, known, 2), "≤ 1.0 %")


def town(count, path):
    """Doors of a made town: streets at right angles, a tenth of the houses with apartments."""
    chance = random.Random(7)
    width = int((count / 12) ** 0.5) + 1
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "latitude", "longitude", "street", "house_number", "unit"])
        for at in range(count):
            street, house = chance.randrange(width), chance.randrange(width * 12)
            out.writerow([at, round(41 + street * 0.0008 + house % 2 * 0.00012, 6), round(-96 + house * 0.00012, 6),
                          f"{street + 1}th St", 100 + house, f"{chance.randrange(1, 5)}A" if chance.random() < 0.1 else ""])


def walks(folder):
    for count, bar in ((60, "no wait on a phone: ≤ 0.5 s"), (300, ""), (4000, ""), (100_000, "close to n log n")):
        path = f"{folder}/town.csv"
        town(count, path)
        began = time.monotonic()
        answer = solve(path, "--start", "41,-96", *(["--rounds", "0"] if count > 1000 else []))
        line(f"a walk over {count:,} doors of a made town" + (" (first search only)" if count > 1000 else ""),
             f"{answer['seconds']:.2f} s of the {CLOCK}, {time.monotonic() - began:.2f} s in all, {answer['cost'] / 1000:.1f} km", bar)


def main():
    print("| what | measured | bar |\n|---|---|---|")
    if os.path.isdir(DATA):
        salesman()
        vehicles()
    with tempfile.TemporaryDirectory() as folder:
        walks(folder)


main()
