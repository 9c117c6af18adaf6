#!/usr/bin/env python3
"""The bars of the turf engine: bench/run turf. DOORS (default 1000000) sets the largest town; PUBLIC data is read from
CONFORMANCE_DATA or ../shared/data and left out where it is absent. Towns are made up: streets of blocks with houses
on both sides, apartment buildings, sparse suburbs; villages; and doors strewn at random. Seconds are those of the
clock beside those of the processor: on a machine with other work only the latter compare."""
import csv
import glob
import json
import math
import os
import random
import re
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("WALLCHART_PROGRAM", "build/release/wallchart")
DOORS = int(os.environ.get("DOORS", "1000000"))
DATA = os.environ.get("CONFORMANCE_DATA", "../shared/data")
METERS_NORTH = 111_195.0
LATITUDE, LONGITUDE = 41.25, -96.0


def line(what, measured, bar):
    print(f"| {what} | {measured} | {bar} |", flush=True)


def run(*words):
    """The program's output, seconds on the clock and of the processor, and the most memory in MB."""
    began = time.monotonic()
    process = subprocess.Popen([PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{words}: {output}")
    return output, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def said(output, what):
    return re.search(rf"^{re.escape(what)}\s+([\d.,]+)", output, re.M).group(1)


class Town:
    """Writes doors until there are enough; places are meters east and north of one corner."""

    def __init__(self, path, count, seed=5):
        self.count, self.left, self.random = count, count, random.Random(seed)
        self.file = open(path, "w")
        self.file.write("id,latitude,longitude,street,house_number,unit\n")

    def door(self, east, north, street, number, unit=""):
        if self.left == 0:
            return
        self.left -= 1
        longitude = LONGITUDE + east / (METERS_NORTH * math.cos(math.radians(LATITUDE)))
        self.file.write(f"{self.count - self.left},{LATITUDE + north / METERS_NORTH:.6f},{longitude:.6f},"
                        f"{street},{number},{unit}\n")

    def blocks(self):
        """Blocks of 210 by 90 m, houses 16 m apart; every fifth block is sparse, every 50th house has apartments."""
        across = max(1, int(math.sqrt(self.count / 53)))
        row = 0
        while self.left:
            for column in range(across):
                share = 0.9 if self.random.random() < 0.8 else 0.3
                for house in range(24):
                    if self.random.random() > share:
                        continue
                    east = column * 210 + 12 + house // 2 * 16 + self.random.gauss(0, 1.5)
                    north = row * 90 + (15 if house % 2 else -15) + self.random.gauss(0, 1.5)
                    place = (east, north, f"{row} Street", column * 100 + house)
                    if self.random.random() < 0.02:
                        for unit in range(self.random.choice([6, 8, 12, 24, 40])):
                            self.door(*place, f"{unit // 4 + 1}0{unit % 4 + 1}")
                    else:
                        self.door(*place)
            row += 1
        return self

    def villages(self):
        """Heaps of very different size and width, without streets."""
        while self.left:
            east, north = self.random.uniform(0, 60_000), self.random.uniform(0, 60_000)
            width = self.random.lognormvariate(5.5, 0.7)
            for _ in range(int(self.random.lognormvariate(6, 1))):
                self.door(east + self.random.gauss(0, width), north + self.random.gauss(0, width), "", "")
        return self

    def strewn(self):
        """Anywhere in a square, without streets."""
        side = 70 * math.sqrt(self.count)
        while self.left:
            self.door(self.random.uniform(0, side), self.random.uniform(0, side), "", "")
        return self

    def close(self):
        self.file.close()


def cut(path, folder, *words):
    output, clock, processor, memory = run("turf", path, "--size", "60", "--out", f"{folder}/turf.csv", *words)
    return output, clock, processor, memory


def sizes(folder):
    count = {}
    with open(f"{folder}/turf.csv", newline="") as file:
        for row in csv.DictReader(file):
            count[row["turf"]] = count.get(row["turf"], 0) + 1
    return count.values()


def out_of_bounds(all_sizes):
    return sum(not 54 <= size <= 66 for size in all_sizes)


def large_towns(folder):
    path = f"{folder}/doors.csv"
    for count in (DOORS // 10, DOORS // 4, DOORS):
        Town(path, count).blocks().close()
        output, clock, processor, memory = cut(path, folder)
        all_sizes = sizes(folder)
        line(f"{count:,} doors into turf of 60",
             f"{clock:.1f} s, {processor:.1f} s of processor, {memory:.0f} MB; {len(all_sizes)} turf of {min(all_sizes)} to "
             f"{max(all_sizes)}, {out_of_bounds(all_sizes)} beyond ±10 %; {float(said(output, 'walking')):,.0f} km",
             "≤ 4 s, ≤ 400 MB, within ±10 % for 100,000; close to n log n")


def ten_times(folder):
    path = f"{folder}/doors.csv"
    for name, make in (("streets", Town.blocks), ("villages", Town.villages), ("strewn at random", Town.strewn)):
        make(Town(path, 100_000)).close()
        output, clock, processor, memory = cut(path, folder)
        walking = float(said(output, "walking"))
        out, count = out_of_bounds(sizes(folder)), len(sizes(folder))
        longer = cut(path, folder, "--time", f"{10 * clock:.1f}")[0]
        best = float(said(longer, "walking"))
        line(f"100,000 doors ({name}), and ten times as long",
             f"{clock:.1f} s, {processor:.1f} s of processor, {memory:.0f} MB; {out} of {count} turf beyond ±10 %; walking "
             f"{walking:,.0f} and {best:,.0f} km: {100 * (walking / best - 1):.1f} % more",
             "≤ 4 s, ≤ 400 MB, within ±10 %, ≤ 5 % more")
        output = run("turf", path, "--shift", "2h", "--out", f"{folder}/turf.csv")[0]
        line(f"100,000 doors ({name}) into shifts of two hours",
             f"{said(output, 'outside 10 %')} of {said(output, 'turf')} beyond ±10 %", "within ±10 %")


def river(folder):
    path, barrier = f"{folder}/doors.csv", f"{folder}/river.geojson"
    Town(path, 20_000).blocks().close()
    east = LONGITUDE + 0.02
    with open(barrier, "w") as file:
        json.dump({"type": "LineString", "coordinates": [[east, 40], [east, 43]]}, file)
    cut(path, folder, "--barriers", barrier)
    sides = {}
    with open(f"{folder}/turf.csv", newline="") as file:
        for row in csv.DictReader(file):
            sides.setdefault(row["turf"], set()).add(float(row["longitude"]) < east)
    line("20,000 doors on both sides of a river", f"{sum(len(each) > 1 for each in sides.values())} turf on both", "0")


def p_median():
    gaps = []
    files = sorted(glob.glob(f"{DATA}/routing/capacitated_p_median/*.txt"))
    for path in files:
        output, _, _, _ = run("turf", "--capacitated-p-median", path, "--time", "2")
        with open(path) as file:
            best = int(file.readline().split()[1])
        gaps.append(100 * (int(said(output, "cost")) / best - 1))
    if files:
        line(f"capacitated p-median, {len(files)} problems, 2 s each",
             f"mean gap {sum(gaps) / len(gaps):.3f} %, worst {max(gaps):.3f} %", "mean ≤ 0.5 %, none infeasible")


def main():
    print("| what | measured | bar |\n|---|---|---|")
    p_median()
    with tempfile.TemporaryDirectory() as folder:
        river(folder)
        large_towns(folder)
        ten_times(folder)


main()
