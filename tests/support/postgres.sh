#!/usr/bin/env bash
# A private PostgreSQL for tests: `postgres.sh start DIR` prints its URL, `postgres.sh stop DIR` ends it.
# Unix socket only, in DIR; never runs as root. Durability is off: the data is thrown away.
set -euo pipefail
action=$1 folder=$(realpath -m "$2")
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case $action in
    start)
        if [ ! -f "$folder/data/PG_VERSION" ]; then
            mkdir -p "$folder"
            [ "$(id -u)" != 0 ] || chown postgres "$folder"
            as "$bin/initdb" -D "$folder/data" -U wallchart --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
        fi
        if ! as "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; then
            (cd / && as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-k $folder -c listen_addresses='' \
                -c fsync=${WALLCHART_TEST_FSYNC:-off} -c max_connections=200 -c shared_buffers=256MB" start >/dev/null)
        fi
        as "$bin/createdb" -h "$folder" -U wallchart wallchart 2>/dev/null || true
        echo "postgresql://wallchart@/wallchart?host=$folder" ;;
    stop)
        as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true ;;
esac
