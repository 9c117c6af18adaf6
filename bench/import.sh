#!/usr/bin/env bash
# Imports a generated list of people and prints rows a second, end to end, and the most memory used.
# bench/import.sh [ROWS [PROGRAM]]
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-100000} program=${2:-build/release/wallchart}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk -v rows="$rows" 'BEGIN {
    srand(1)
    split("Ana Bo Carla Dev Elena Farid Grace Hugo Ines Jamal Kim Luis Maria Noor Omar", given, " ")
    split("Rivera Chen Okafor Stone Lund Vega Haddad Price Moreno Silva Novak Adams", family, " ")
    print "VanID,FirstName,LastName,StreetAddress,City,State,ZipOrPostal,Email,CellPhone,HomePhone,Employer"
    for (row = 1; row <= rows; ++row)
        printf "%d,%s,%s%s,%d Elm Street,Springfield,NB,%05d,person%d@example.org,(402) %03d-%04d,,Harbor Foods %d\n",
            row, given[1 + int(rand() * 15)], family[1 + int(rand() * 12)], substr("abcdefghijklmnop", 1 + row % 16, 1),
            1 + int(rand() * 9000), 10000 + row % 90000, row, 200 + int(row / 10000) % 800, row % 10000, row % 500
}' > "$folder/people.csv"
start=$(date +%s.%N)
"$program" import people "$folder/people.csv" --data "$folder/data" --yes &
pid=$!
peak=0
while kill -0 "$pid" 2>/dev/null; do
    now=$(awk '/VmHWM/ {print $2}' "/proc/$pid/status" 2>/dev/null || true)
    [ -z "$now" ] || peak=$now
    sleep 0.1
done
wait "$pid"
awk -v rows="$rows" -v start="$start" -v end="$(date +%s.%N)" -v peak="$peak" \
    'BEGIN { printf "%d rows: %.1f s, %.0f rows/s, %.0f MB at most\n", rows, end - start, rows / (end - start), peak / 1024 }'
