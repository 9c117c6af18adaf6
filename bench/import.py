"""Imports a generated list of people: rows a second, end to end with the preflight, and the most memory used, on
SQLite and on PostgreSQL (DATABASES=SQLite for one of them). ROWS sets the sizes (100000,1000000)."""

import os
import random
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from bench import PROGRAM, Table, databases, folder, memory  # noqa: E402

GIVEN = "Ana Bo Carla Dev Elena Farid Grace Hugo Ines Jamal Kim Luis Maria Noor Omar".split()
FAMILY = "Rivera Chen Okafor Stone Lund Vega Haddad Price Moreno Silva Novak Adams".split()


def write_list(path, rows):
    draw = random.Random(1)
    with open(path, "w") as file:
        file.write("VanID,FirstName,LastName,StreetAddress,City,State,ZipOrPostal,Email,CellPhone,HomePhone,Employer\n")
        for row in range(1, rows + 1):
            file.write(
                f"{row},{draw.choice(GIVEN)},{draw.choice(FAMILY)}{'abcdefghijklmnop'[row % 16]},"
                f"{draw.randint(1, 9000)} Elm Street,Springfield,NB,{10000 + row % 90000:05d},"
                f"person{row}@example.org,(402) {200 + row // 10000 % 800:03d}-{row % 10000:04d},,"
                f"Harbor Foods {row % 500}\n")


def run(file, arguments):
    """Seconds and the most megabytes."""
    began = time.perf_counter()
    process = subprocess.Popen([PROGRAM, "import", "people", file, "--yes", *arguments], stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory(process.pid, "VmHWM"))
        time.sleep(0.05)
    if process.returncode != 0:
        sys.exit("the import failed")
    return time.perf_counter() - began, peak


def main():
    table = Table()
    sizes = [int(size) for size in os.environ.get("ROWS", "100000,1000000").split(",")]
    with folder() as lists:
        for rows in sizes:
            write_list(f"{lists}/{rows}.csv", rows)
        for rows in sizes:
            with databases() as all_databases:
                for name, arguments in all_databases:
                    table.begin(name)
                    seconds, peak = run(f"{lists}/{rows}.csv", arguments)
                    table.add(f"import {rows:,} people", f"{rows / seconds:,.0f} rows/s", "≥ 12,000 rows/s", seconds)
                    table.add(f"memory at most with {rows:,}", f"{peak:.0f} MB", "< 400 MB at a million", peak)
    table.print()


main()
