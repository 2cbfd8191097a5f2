#!/usr/bin/env bash
# The site under load, on records of 100, 1,000 and 10,000 items made through the program's own loader; beside Redmine in the same run, where its peer folder is there.
#   bench/site.sh            all; about 25 minutes
#   bench/site.sh 1000       only that record;  REDMINE=no leaves the peer out, saying so
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/lib.sh"
needs dotnet wrk curl chromium awk
: "${PROGRAM:=$repo/twinhub}" # another build may be measured
: "${PORT:=5480}" "${ACCOUNT:=cq-office}" "${PACK:=$repo/packs/chengdu-chongqing}"
at="http://127.0.0.1:$PORT"
PID=
mkdir -p "$WORK"

stop() { if [ -n "$PID" ]; then kill "$PID" 2>/dev/null; wait "$PID" 2>/dev/null || true; fi; PID=; }
trap stop EXIT

# The seconds until a page answers, counted from the call of the script. The record's other options follow.
start() {
  local data=$1 begun
  begun=$(date +%s.%N)
  env "${LOGGED:-TWINHUB_BENCH=1}" "$PROGRAM" serve --demo --rate 0 --data "$data" --port "$PORT" "${@:2}" >"$WORK/serve.log" 2>&1 &
  PID=$!
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "$at/zh/sign-in")" = 200 ]; do
    kill -0 "$PID" 2>/dev/null || { cat "$WORK/serve.log" >&2; exit 1; }
    sleep 0.02
  done
  STARTED=$(since "$begun")
}

sign_in() {
  local jar="$WORK/jar" token
  rm -f "$jar"
  token=$(curl -s -c "$jar" "$at/zh/sign-in" | grep -o 'name="__RequestVerificationToken"[^>]*value="[^"]*"' | head -1 | sed 's/.*value="//;s/"$//')
  curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "__RequestVerificationToken=$token" -d "name=$ACCOUNT" "$at/zh/sign-in/demo"
  COOKIE=$(awk '$6 == "twinhub" || $6 ~ /^twinhubC/ {printf "%s%s=%s", s, $6, $7; s = "; "}' "$jar")
  [ -n "$COOKIE" ] || { echo "Signing in as $ACCOUNT failed." >&2; exit 1; }
}

founded() { # items: makes the pack and the record anew, unless KEEP is set and there is one
  local items=$1 begun
  record="$WORK/record-$items"
  [ -n "${KEEP:-}" ] && [ -d "$record" ] && return 0
  rm -rf "$record" "$WORK/pack-$items"
  dotnet "$repo/artifacts/bin/TwinHub.Bench/release/TwinHub.Bench.dll" pack "$PACK" "$items" "$WORK/pack-$items"
  begun=$(date +%s.%N)
  "$PROGRAM" pack load "$WORK/pack-$items" --data "$record" --demo >/dev/null 2>&1
  one "site.$items.founded" "$(since "$begun")" s
}

# What a page costs: its size as sent plain and compressed, alone, and over one connection kept open.
page() {
  local name=$1 url=$at$2
  answers "$url" 200 -H "Cookie: $COOKIE"
  one "$name.html" "$(wc -c <"$WORK/answer")" B
  one "$name.html.br" "$(curl -s -H "Cookie: $COOKIE" -H 'Accept-Encoding: br' "$url" | wc -c)" B
  for _ in $(seq 40); do curl -s -o /dev/null -H "Cookie: $COOKIE" "$url"; done
  alone "$name" "$url" -H "Cookie: $COOKIE"
  under "$name" "$url" 1 -H "Cookie: $COOKIE"
}

crowd() { under "$1" "$at$2" 16 -H "Cookie: $COOKIE"; under "$1.br" "$at$2" 16 -H "Cookie: $COOKIE" -H 'Accept-Encoding: br'; }

again() { # a page whose tag the browser holds
  local name=$1 url=$at$2 tag
  tag=$(curl -s -o /dev/null -D - -H "Cookie: $COOKIE" "$url" | tr -d '\r' | awk 'tolower($1) == "etag:" {print $2 " " $3}' | sed 's/ *$//')
  [ -n "$tag" ] || { note "$name.again: the page has no tag"; return 0; }
  answers "$url" 304 -H "Cookie: $COOKIE" -H "If-None-Match: $tag"
  under "$name.again" "$url" 1 -H "Cookie: $COOKIE" -H "If-None-Match: $tag"
}

# Statements that one request sends to the database, from the program's own log, once its caches are warm.
queries() {
  local pair before
  stop
  LOGGED=Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command=Information start "$record"
  sign_in
  for pair in "$@"; do
    for _ in 1 2; do curl -s -o /dev/null -H "Cookie: $COOKIE" "$at${pair#*=}"; done
    before=$(grep -c 'Executed DbCommand' "$WORK/serve.log" || true)
    curl -s -o /dev/null -H "Cookie: $COOKIE" "$at${pair#*=}"
    sleep 0.3
    one "$prefix.${pair%%=*}.queries" $(($(grep -c 'Executed DbCommand' "$WORK/serve.log" || true) - before)) statements
  done
}

xlsx() {
  local took=() url="$at/zh/lists/2023H2/export.xlsx"
  answers "$url" 200 -H "Cookie: $COOKIE"
  one "$prefix.xlsx" "$(wc -c <"$WORK/answer")" B
  for _ in $(seq "$REPS"); do quiet; took+=("$(curl -s -o /dev/null -w '%{time_total}' -H "Cookie: $COOKIE" "$url")"); done
  many "$prefix.xlsx" s "${took[@]}"
}

# The list of a record, filtered and sorted: the rows of one title, of one theme, by due date backwards.
measure() {
  local items=$1 starts=() firsts=() begun name path pages
  prefix="site.$items"
  founded "$items"
  said "$prefix"
  for _ in $(seq "$REPS"); do
    quiet
    start "$record"
    starts+=("$STARTED")
    sign_in
    begun=$(date +%s.%N)
    curl -s -o /dev/null -H "Cookie: $COOKIE" "$at/zh/"
    firsts+=("$(since "$begun")")
    stop
  done
  many "$prefix.start" s "${starts[@]}"
  many "$prefix.first_overview" s "${firsts[@]}"
  start "$record"
  sign_in
  pages=("overview=/zh/" "list=/zh/lists/2023H2?q=$QUERY&sort=-due&group=none" "whole=/zh/lists/2023H2" "item=/zh/items/2023H2-001")
  [ "$items" != 1000 ] || pages+=("rounds=/zh/rounds" "changes=/zh/changes" "meetings=/zh/meetings" "meeting=/zh/meetings/JM07" "asks=/zh/meetings/JM07/asks" "mechanism=/zh/mechanism"
    "projects=/zh/projects" "project=/zh/projects/cyzx" "measure=/zh/measure" "zones=/zh/zones" "history=/zh/history/2023H2-001" "journal=/zh/journal" "papers=/zh/papers" "compare=/zh/lists/2023H2/compare" "help=/zh/help")
  for path in "${pages[@]}"; do page "$prefix.${path%%=*}" "${path#*=}"; done
  one "$prefix.list.rows" "$(curl -s -H "Cookie: $COOKIE" "$at${pages[1]#*=}" | grep -c '<tr data-row>')" rows
  one "$prefix.whole.rows" "$(curl -s -H "Cookie: $COOKIE" "$at/zh/lists/2023H2" | grep -c '<tr data-row>')" rows
  for path in "${pages[@]:0:4}"; do crowd "$prefix.${path%%=*}" "${path#*=}"; again "$prefix.${path%%=*}" "${path#*=}"; done
  xlsx
  one "$prefix.memory" "$(awk '/^Pss:/{s+=$2} END{printf "%.0f", s/1024}' "/proc/$PID/smaps_rollup")" MiB
  dotnet "$repo/artifacts/bin/TwinHub.Bench/release/TwinHub.Bench.dll" sight "$prefix" "$REPS" "$COOKIE" "${pages[@]/=/=$at}"
  queries "${pages[@]}"
  stop
  local prepared=()
  for _ in $(seq "$REPS"); do quiet; begun=$(date +%s.%N); "$PROGRAM" prepare --data "$record" --out "$WORK/out-$items" >/dev/null; prepared+=("$(since "$begun")"); done
  many "$prefix.prepare" s "${prepared[@]}"
  said "$prefix, end"
}

redmine() {
  if [ "${REDMINE:-yes}" = no ]; then note "Redmine was left out, as asked"; return 0; fi
  if [ ! -f "$PEERS/web/run.sh" ]; then note "Redmine was not measured: there is no $PEERS/web"; return 0; fi
  if [ ! -d "$WORK/peers/pg" ]; then note "Redmine was not measured: it is not set up. As root: WORK=$WORK/peers $PEERS/web/setup.sh"; return 0; fi
  WORK="$WORK/peers" SERVERS="${SERVERS:-puma}" bash "$PEERS/web/run.sh" || note "Redmine stopped with an error"
}

"$PROGRAM" --version >/dev/null
[ -f "$repo/artifacts/bin/TwinHub.Bench/release/TwinHub.Bench.dll" ] && [ -n "${KEEP:-}" ] || dotnet build "$repo/bench/TwinHub.Bench" -c Release -v q -nologo -p:RunAnalyzers=false >/dev/null
machine
QUERY=${QUERY:-%E9%AB%98%E9%93%81}
for items in "${@:-100 1000 10000}"; do for n in $items; do measure "$n"; done; done
redmine
said "end"
