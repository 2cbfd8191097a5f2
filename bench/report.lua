-- One line for bench/lib.sh: requests, seconds, p50 and p99 in microseconds, answers that were no answers.
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("LOAD %d %.6f %.1f %.1f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50), latency:percentile(99), e.status + e.connect + e.read + e.write + e.timeout))
end
