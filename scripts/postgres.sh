#!/usr/bin/env bash
# scripts/postgres.sh start FOLDER   starts a private PostgreSQL whose data lies in FOLDER; prints its connection string
# scripts/postgres.sh stop FOLDER    stops it; the folder stays
# For tests and benchmarks only: on loopback, without password, without care for power cuts.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=scripts/ground.sh
. "$root/scripts/ground.sh"

[ $# -eq 2 ] || fail "Usage: scripts/postgres.sh start|stop FOLDER"
mkdir -p "$2"
folder="$(cd "$2" && pwd)"

# The binaries lie outside the path on Debian; the newest version is taken.
find_binaries() {
  binaries="$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)"
  if [ -z "$binaries" ] && command -v initdb >/dev/null; then binaries="$(dirname "$(command -v initdb)")"; fi
}

# PostgreSQL refuses to run as root.
as_user() {
  if [ "$(id -u)" -ne 0 ]; then
    (cd / && "$@")
  else
    (cd / && runuser -u "$(id -un postgres 2>/dev/null || echo nobody)" -- "$@")
  fi
}

free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + RANDOM % 20000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return 0
    fi
  done
  fail "No free port was found."
}

find_binaries
case "$1" in
start)
  if [ -z "$binaries" ]; then
    apt_install postgresql
    find_binaries
  fi
  if [ "$(id -u)" -eq 0 ]; then
    chown "$(id -un postgres 2>/dev/null || echo nobody)" "$folder"
    # Folders that mktemp makes above it are closed to others.
    as_user test -x "$folder" || fail "$folder can not be reached by the user that PostgreSQL runs as."
  fi
  data="$folder/data"
  if [ ! -e "$data/PG_VERSION" ]; then
    as_user "$binaries/initdb" -D "$data" -U tigapilar --auth=trust --encoding=UTF8 --locale=C --no-sync >&2
  fi
  for attempt in 1 2 3; do
    port="$(free_port)"
    if as_user "$binaries/pg_ctl" -D "$data" -l "$folder/log" -w -t 60 -s -o \
      "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=200 ${TIGAPILAR_POSTGRES_OPTIONS:-}" \
      start >&2; then
      as_user "$binaries/createdb" -h 127.0.0.1 -p "$port" -U tigapilar tigapilar 2>/dev/null || true
      echo "Host=127.0.0.1;Port=$port;Username=tigapilar;Database=tigapilar"
      exit 0
    fi
    [ "$attempt" -lt 3 ] || { tail -5 "$folder/log" >&2 || true; fail "PostgreSQL did not start."; }
  done
  ;;
stop)
  if [ -e "$folder/data/postmaster.pid" ]; then as_user "$binaries/pg_ctl" -D "$folder/data" -w -s -m fast stop >&2; fi
  ;;
*)
  fail "Usage: scripts/postgres.sh start|stop FOLDER"
  ;;
esac
