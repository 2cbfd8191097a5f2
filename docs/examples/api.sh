#!/bin/sh
# Reads an item, writes a draft report of it, reads the report back and finds the act in the journal, with its proof.
# Written from docs/formats/openapi.json alone. Needs curl and jq.
#
#   TWINHUB=http://127.0.0.1:5080 TOKEN=twinhub_… docs/examples/api.sh ROUND ITEM UNIT PERCENT
#
# TOKEN has the scopes read and reports:write; make it on the account page of a drafter of the unit.
set -eu

base="${TWINHUB:-http://127.0.0.1:5080}/api/v1"
round=$1 item=$2 unit=$3 percent=$4
report="$base/reports/$round/$item/$unit"

call() { curl --silent --show-error --fail-with-body --header "Authorization: Bearer $TOKEN" "$@"; }

# 1. The region, and the item as it stands.
language=$(call "$base/region" | jq --raw-output .binding)
call "$base/items/$item" | jq --raw-output --arg l "$language" '"\(.code)  \(.title.texts[$l])  due \(.due)  \(.standing.state)"'
before=$(call "$base/journal/head" | jq .size)

# 2. A draft report: on the version that stands, or on none.
etag=$(curl --silent --output /dev/null --dump-header - --header "Authorization: Bearer $TOKEN" "$report" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
if [ -n "$etag" ]; then condition="If-Match: $etag"; else condition="If-None-Match: *"; fi
jq --null-input --argjson percent "$percent" --arg l "$language" '{percent: $percent, text: {($l): "Written by a program"}, submit: false}' |
    call --request PUT --header "$condition" --header "Content-Type: application/json" --data-binary @- "$report" | jq --compact-output .

# 3. The report as it is now.
said=$(call "$report" | jq .percent)
[ "$said" = "$percent" ] || { echo "The report says $said, not $percent." >&2; exit 1; }

# 4. The act in the journal, and the proof that its entry stands in the tree of the head.
index=$(call "$base/journal?code=$item&from=$before" | jq '[.data[] | select(.act | startswith("report."))][0].index')
size=$(call "$base/journal/head" | jq .size)
call "$base/journal/$index" | jq --compact-output '{index, act, party, recordedAt, leafHash}'
call "$base/journal/$index/inclusion?size=$size" | jq --compact-output '{index, size, hashes: (.hashes | length)}'
