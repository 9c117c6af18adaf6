#!/usr/bin/env python3
"""The bars of the linkage engine and of union names: bench/run linkage. PEOPLE (default 1000000) sets the large lists;
PUBLIC data is read from CONFORMANCE_DATA or ../shared/data and left out where it is absent. Seconds are those of the
clock beside those of the processor: on a machine with other work only the latter compare."""
import csv
import os
import re
import resource
import subprocess
import tempfile
import time
from collections import Counter

PROGRAM = os.environ.get("WALLCHART_PROGRAM", "build/release/wallchart")
PEOPLE = int(os.environ.get("PEOPLE", "1000000"))
DATA = os.environ.get("CONFORMANCE_DATA", "../shared/data")
TODAY = "2026-04-22"


def line(what, measured, bar):
    print(f"| {what} | {measured} | {bar} |", flush=True)


def run(*words):
    """The program's output, seconds on the clock and of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout + done.stderr, time.monotonic() - began, processor


def said(output, what):
    return re.search(rf"^{what}\s+([\d.,]+)", output, re.M).group(1)


def truth_of(path, id_column, answer):
    with open(path, newline="") as file:
        return {row[id_column].strip(): answer(row) for row in csv.DictReader(file, skipinitialspace=True)}


def pairs_within(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0


def scores(truth, folder, threshold):
    """Best F1 of pairs, then (precision, recall) of pairs at the threshold and of clusters."""
    matches = pairs_within(Counter(truth.values()).values())
    with open(f"{folder}/pairs.csv", newline="") as file:
        found = [(float(row["match_weight"]), float(row["probability"]), truth[row["left_id"]] == truth[row["right_id"]])
                 for row in csv.DictReader(file)]
    found.sort(reverse=True)
    right, best, chosen = 0, 0, (0, 0)
    for at, (_, probability, same) in enumerate(found):
        right += same
        precision, recall = right / (at + 1), right / matches
        best = max(best, f1(precision, recall))
        if probability >= threshold:
            chosen = (precision, recall)
    groups = {}
    with open(f"{folder}/clusters.csv", newline="") as file:
        for row in csv.DictReader(file):
            groups.setdefault(row["cluster"], []).append(truth[row["id"]])
    together = pairs_within(len(group) for group in groups.values())
    right = sum(pairs_within(Counter(group).values()) for group in groups.values())
    return best, chosen, (right / max(together, 1), right / matches)


def dedupe(path, folder, id_column, answer):
    output, clock, processor = run("dedupe", path, "--id", id_column, "--pairs", f"{folder}/pairs.csv",
                                   "--clusters", f"{folder}/clusters.csv")
    truth = truth_of(path, id_column, answer)
    return output, clock, processor, scores(truth, folder, float(said(output, "threshold")))


def known_list(name, path, folder, id_column, answer, bar):
    output, _, _, (best, chosen, clusters) = dedupe(path, folder, id_column, answer)
    line(name, f"best F1 {best:.4f}; at the default {said(output, 'threshold')}: F1 {f1(*chosen):.4f} (precision "
               f"{chosen[0]:.4f}, recall {chosen[1]:.4f}); groups: F1 {f1(*clusters):.4f} (precision {clusters[0]:.4f}, "
               f"recall {clusters[1]:.4f}); expected precision {said(output, 'estimated precision')}, recall "
               f"{said(output, 'estimated recall')}", bar)


def sample(people, share, path):
    run("sample", "--people", str(people), "--today", TODAY, "--people-csv", path, "--duplicates", str(share))


def main():
    print("| what | measured | bar |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        rec = lambda row: row["rec_id"].split("-")[1]
        cluster = lambda row: row["cluster"]
        lists = f"{DATA}/linkage"
        if os.path.isdir(lists):
            known_list("FEBRL dataset3, pairs", f"{lists}/dataset3.csv", folder, "rec_id", rec,
                       "best F1 ≥ 0.9954, at the default ≥ 0.990")
            for name in ("dataset1", "dataset2"):
                known_list(f"FEBRL {name}", f"{lists}/{name}.csv", folder, "rec_id", rec,
                           "best F1 ≥ 0.99, at the default ≥ 0.985")
            known_list("fake_1000", f"{lists}/fake_1000.csv", folder, "unique_id", cluster,
                       "best F1 ≥ 0.8617, at the default ≥ 0.83")
        people = f"{folder}/people.csv"
        sample(100_000, 0.15, people)
        known_list("the sample movement, 100,000 people with known duplicates", people, folder, "id", cluster,
                   "precision ≥ 0.999, recall ≥ 0.97")
        for count in (PEOPLE // 4, PEOPLE // 2, PEOPLE):
            sample(int(count * 0.9), 0.1, people)
            output, clock, processor = run("dedupe", people, "--pairs", f"{folder}/pairs.csv", "--clusters",
                                           f"{folder}/clusters.csv")
            line(f"dedupe of {said(output, 'people')} people, with learning",
                 f"{clock:.1f} s, {processor:.1f} s of processor, {said(output, 'memory')} MB, "
                 f"{said(output, 'pairs compared')} pairs compared", "≤ 45 s, ≤ 1.5 GB for 1,000,000; ≤ n log n")
        done = subprocess.run(["build/release/bench/linkage_index_bench", people], check=True, capture_output=True, text=True)
        known, asked, found, median, most, worst = done.stdout.split()
        line(f"one new person against {int(known):,} known ones, read, found and added",
             f"median {median} ms, p99 {most} ms, worst of {asked} {worst} ms", "< 2 ms")
        register = f"{DATA}/labor/fnum_lookup.json"
        if os.path.exists(register):
            output, _, _ = run("resolve-union", "--file", f"{DATA}/labor/work_stoppages.csv", "--column", "Union",
                               "--directory", register, "--out", f"{folder}/out.csv")
            line("union names resolved by a register of 27,432 keys",
                 f"{int(re.search(r'names, ([0-9]+) a second', output).group(1)):,} a second", "≥ 50,000 a second")


main()
