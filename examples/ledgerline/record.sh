#!/bin/sh
# Records the traffic of the sample project again: service, proxy and scripted clients, all on loopback.
# usage: record.sh [FOLDER]   writes FOLDER/session.har and FOLDER/session.exchanges.ndjson (default: traffic beside this script)
# Times differ from run to run; findings and their fingerprints do not.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=${1:-$here/traffic}
mkdir -p "$out"
out=$(CDPATH='' cd -- "$out" && pwd)

if ! command -v mitmdump >/dev/null 2>&1; then
  echo "record.sh: installing mitmproxy" >&2
  if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
  $as_root apt-get install -y --no-install-recommends mitmproxy >&2
fi

scratch=$(mktemp -d)
server_pid=
proxy_pid=

# Ends what this script started, and only that, by its process id.
stop() {
  [ -n "$1" ] || return 0
  kill -TERM "$1" 2>/dev/null || return 0
  tries=0
  while kill -0 "$1" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then kill -KILL "$1" 2>/dev/null || true; break; fi
    sleep 0.1
  done
  wait "$1" 2>/dev/null || true
}
finish() {
  stop "$proxy_pid"
  stop "$server_pid"
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
# wait_for_port PORT PID WHAT: until it listens, for 30 seconds at most.
wait_for_port() {
  tries=0
  until python3 -c "import socket; socket.create_connection(('127.0.0.1', $1), 1).close()" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 150 ] || ! kill -0 "$2" 2>/dev/null; then
      echo "record.sh: the $3 did not start" >&2
      cat "$scratch/$3.log" >&2
      exit 1
    fi
    sleep 0.2
  done
}

server_port=$(free_port)
python3 -B "$here/service/server.py" "$server_port" >"$scratch/server.log" 2>&1 &
server_pid=$!
wait_for_port "$server_port" "$server_pid" server

# Reverse mode: the proxy ends TLS with a certificate authority of its own, made new in the scratch folder, and passes
# plain HTTP on to the service. Cleartext from clients is taken on the same port.
proxy_port=$(free_port)
PYTHONDONTWRITEBYTECODE=1 mitmdump --quiet --mode "reverse:http://127.0.0.1:$server_port" \
  --listen-host 127.0.0.1 --listen-port "$proxy_port" \
  --set confdir="$scratch/proxy" --set keep_host_header=true --set flow_detail=0 \
  --scripts "$here/service/recorder.py" \
  --set ledgerline_har="$scratch/session.har" \
  --set ledgerline_exchanges="$scratch/session.exchanges.ndjson" >"$scratch/proxy.log" 2>&1 &
proxy_pid=$!
wait_for_port "$proxy_port" "$proxy_pid" proxy

timeout 120 python3 -B "$here/service/client.py" "$proxy_port" "$scratch/proxy/mitmproxy-ca-cert.pem"

stop "$proxy_pid"
proxy_pid=
for file in session.har session.exchanges.ndjson; do
  if [ ! -s "$scratch/$file" ]; then
    echo "record.sh: the proxy wrote no $file" >&2
    cat "$scratch/proxy.log" >&2
    exit 1
  fi
  mv "$scratch/$file" "$out/$file"
done
echo "recorded $(wc -l <"$out/session.exchanges.ndjson") exchanges in $out"
