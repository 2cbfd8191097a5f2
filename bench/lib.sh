# For the load scripts: . bench/lib.sh. Each figure is a line "name value unit"; what is measured REPS times gives .min, .median, .max; # begins a remark.
export LC_ALL=C.UTF-8
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
: "${REPS:=3}" "${SECS:=5}" "${QUIET:=12}"  # repetitions; seconds of one load; seconds to wait for idle cores before a repetition, 0: do not wait
: "${WORK:=$repo/artifacts/bench}"          # records and packs that are made
: "${PEERS:=$repo/../shared/peers}"         # what others do on the same machine, where that folder is there
busy=0

needs() {
  local tool lacking=()
  for tool in "$@"; do command -v "$tool" >/dev/null || lacking+=("$tool"); done
  [ ${#lacking[@]} = 0 ] || { echo "Needed and not here: ${lacking[*]}. With apt: apt-get install wrk curl chromium procps" >&2; exit 3; }
}

note() { echo "# $*"; }
load() { cut -d' ' -f1-3 /proc/loadavg; }
said() { note "$1: load average $(load) at $(date -u +%FT%TZ), $busy repetitions began on a busy machine so far"; }
one() { printf '%s %s %s\n' "$1" "$2" "$3"; }
since() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN{printf "%.3f", b-a}'; }

machine() {
  note "commit $(git -C "$repo" rev-parse --short HEAD)$(git -C "$repo" diff --quiet HEAD -- src bench packs twinhub || echo ', with changes that are not committed') at $(date -u +%FT%TZ)"
  note "machine: $(awk -F': ' '/model name/{print $2; exit}' /proc/cpuinfo), $(nproc) cores, $(awk '/MemTotal/{printf "%.0f GiB", $2/1048576}' /proc/meminfo), $(uname -sr), .NET $(dotnet --version), load average $(load)"
}

many() { # name unit value…
  local name=$1 unit=$2
  shift 2
  [ $# -gt 0 ] || return 0
  printf '%s\n' "$@" | sort -g | awk -v n="$name" -v u="$unit" '{ v[NR] = $1 } END {
    m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
    printf "%s.min %.6g %s\n%s.median %.6g %s\n%s.max %.6g %s\n", n, v[1], u, n, m, u, n, v[NR], u }'
}

# Others may share the cores: waits until they are 85 % idle for half a second, at most QUIET seconds.
quiet() {
  local i a b
  [ "$QUIET" = 0 ] && return 0
  for i in $(seq $((QUIET * 2))); do
    a=$(awk '/^cpu /{print $5+$6, $2+$3+$4+$5+$6+$7+$8+$9}' /proc/stat); sleep 0.5; b=$(awk '/^cpu /{print $5+$6, $2+$3+$4+$5+$6+$7+$8+$9}' /proc/stat)
    awk -v a="$a" -v b="$b" 'BEGIN{split(a,x," ");split(b,y," ");d=y[2]-x[2];exit !(d>0&&(y[1]-x[1])/d>=0.85)}' && return 0
  done
  busy=$((busy + 1))
}

# Processor seconds that a process has used: what other work on the machine disturbs least.
cpu() { sed 's/.*) //' "/proc/$1/stat" | awk '{printf "%.2f", ($12+$13)/100}'; }

# name url [curl words]: ten requests one after the other, REPS times: .alone, ms of the fastest; .cpu, the server's processor ms of a request.
alone() {
  local name=$1 url=$2 took=() cost=() before
  shift 2
  for _ in $(seq "$REPS"); do
    quiet
    before=$(cpu "$PID")
    took+=("$(for _ in 1 2 3 4 5 6 7 8 9 10; do curl -s -o /dev/null -w '%{time_total}\n' "$@" "$url"; done | sort -g | head -1 | awk '{print $1*1000}')")
    cost+=("$(awk -v a="$before" -v b="$(cpu "$PID")" 'BEGIN{print (b-a)*100}')")
  done
  many "$name.alone" ms "${took[@]}"
  many "$name.cpu" ms "${cost[@]}"
}

# name url connections [wrk words]: SECS seconds of requests, REPS times: .rps, .p50, .p99, .cpu of a request under load.
under() {
  local name=$1.c$3 url=$2 connections=$3 rps=() p50=() p99=() cost=() before n took a b bad
  shift 3
  for _ in $(seq "$REPS"); do
    quiet
    before=$(cpu "$PID")
    read -r _ n took a b bad < <(wrk -t1 -c"$connections" -d"${SECS}s" --timeout 60s -s "$repo/bench/report.lua" "$@" "$url" | grep '^LOAD ')
    [ "$bad" = 0 ] || note "$name: $bad bad answers of $n"
    [ "$n" -gt 0 ] || { note "$name: no answer in $SECS s"; continue; }
    rps+=("$(awk -v n="$n" -v t="$took" 'BEGIN{print n/t}')") p50+=("$(awk -v x="$a" 'BEGIN{print x/1000}')") p99+=("$(awk -v x="$b" 'BEGIN{print x/1000}')")
    cost+=("$(awk -v a="$before" -v b="$(cpu "$PID")" -v n="$n" 'BEGIN{print (b-a)*1000/n}')")
  done
  many "$name.rps" req/s "${rps[@]}"
  many "$name.p50" ms "${p50[@]}"
  many "$name.p99" ms "${p99[@]}"
  many "$name.cpu" ms "${cost[@]}"
}

answers() { # url status [curl words]: stops when the page does not answer as it should
  local url=$1 want=$2 got
  shift 2
  got=$(curl -s -o "$WORK/answer" -w '%{http_code}' "$@" "$url")
  [ "$got" = "$want" ] || { echo "status $got for $url" >&2; exit 1; }
}
