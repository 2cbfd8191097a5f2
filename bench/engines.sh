#!/usr/bin/env bash
# The engines, each beside its peer in the same run where the peers' folder is there: schedule forecast, meeting pack, journal and verification, tree and hashes.
#   bench/engines.sh                          all; about 10 minutes
#   bench/engines.sh forecast|pack|journal|merkle …  only those;  ENTRIES=1000000  entries of the journal that is verified
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"
needs dotnet awk
: "${PY:=/usr/bin/python3}" "${ENTRIES:=1000000}"
program="$repo/artifacts/bin/TwinHub.Bench/release/TwinHub.Bench.dll"
mkdir -p "$WORK"

peer() { # name seconds… of a peer's program that prints seconds first
  local name=$1 draws=$2 took=() rate=() seconds
  shift 2
  for _ in $(seq "$REPS"); do
    quiet
    read -r seconds _ <<<"$("$@")"
    took+=("$seconds") rate+=("$(awk -v n="$draws" -v s="$seconds" 'BEGIN{print n/s}')")
  done
  many "$name.seconds" s "${took[@]}"
  many "$name.rate" Mdraw/s "${rate[@]}"
}

forecast() {
  local n net
  quiet
  dotnet "$program" forecast "$REPS"
  [ -f "$PEERS/forecast/mc.py" ] || { note "numpy and C were not measured: there is no $PEERS/forecast"; return 0; }
  for n in 1000 5000; do
    net="$WORK/peers/net-$n.csv"
    [ -f "$net" ] || { note "numpy and C were not measured: not set up. As root: WORK=$WORK/peers $PEERS/forecast/setup.sh"; return 0; }
    SEED=11 peer "forecast.n$n.tri.numpy.t1" $((n / 100)) "$PY" "$PEERS/forecast/mc.py" numpy "$net" 10000 tri 1
    SEED=11 peer "forecast.n$n.tri.numpy_full.t1" $((n / 100)) "$PY" "$PEERS/forecast/mc.py" full "$net" 10000 tri 1
    SEED=11 peer "forecast.n$n.tri.c_limit.t1" $((n / 5)) "$WORK/peers/mclimit" "$net" 200000 tri 1
  done
}

# BenchmarkDotNet's own table, its remarks left out.
table() { quiet; dotnet "$program" --filter "$1" --artifacts "$WORK/benchmarkdotnet" "${@:2}" | awk '/^\| /' ; }
pack() { table '*MeetingPackBench*'; }
merkle() { table '*Merkle*' --job short; }
journal() { quiet; dotnet "$program" journal "$ENTRIES"; }

dotnet build "$repo/bench/TwinHub.Bench" -c Release -v q -nologo -p:RunAnalyzers=false >/dev/null
machine
for part in "${@:-forecast pack journal merkle}"; do for p in $part; do said "$p"; "$p"; done; done
said "end"
