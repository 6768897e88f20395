# SPDX-License-Identifier: Apache-2.0
# nginx with packaging/nginx/kapokd.conf in front of servers, for tests; to be sourced. Sets dir, a folder that goes at the
# end, and pids, which are ended then. Ends with 77 where a program is not installed.
for program in nginx openssl curl; do
    PATH=$PATH:/usr/sbin command -v $program >/dev/null || { echo "SKIPPED: $program is not installed"; exit 77; }
done
PATH=$PATH:/usr/sbin
dir=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" || true; done
    rm -rf "$dir"
}
trap finish EXIT
fail() { echo "FAILED: $*"; cat "$dir"/*.log; exit 1; }

serve() { # serve NAME OPTION...: a server on a free port; its address in $address, its log in NAME.log
    local name=$1 line
    shift
    mkfifo "$dir/$name.line"
    "$kapokd" serve --listen 127.0.0.1:0 "$@" >"$dir/$name.line" 2>"$dir/$name.log" &
    pids+=($!)
    read -r line <"$dir/$name.line" || fail "$name does not start"
    address=${line#listening on http://}
}

start_nginx() { # start_nginx UPSTREAMS [DIRECTIVES]: what stands in `upstream`, and more for `http`
    # On a socket file, so that no port is needed; everything else is the file that is shipped.
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=kapok.example \
        -addext subjectAltName=DNS:kapok.example -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
    sed -e "s|server 127.0.0.1:8080;|$1|" -e "s|listen 443 ssl|listen unix:$dir/nginx.sock ssl|" \
        -e '/listen \[::\]/d' -e "s|/etc/kapok/tls/fullchain.pem|$dir/cert.pem|" \
        -e "s|/etc/kapok/tls/key.pem|$dir/key.pem|" "$root/packaging/nginx/kapokd.conf" >"$dir/kapokd.conf"
    cat >"$dir/nginx.conf" <<EOF
pid $dir/nginx.pid;
error_log $dir/nginx.log;
daemon off;
$([ "$(id -u)" != 0 ] || echo "user root;")
events {}
http {
    access_log off;
    client_body_temp_path $dir/body;
    proxy_temp_path $dir/proxy;
    fastcgi_temp_path $dir/fastcgi;
    scgi_temp_path $dir/scgi;
    uwsgi_temp_path $dir/uwsgi;
    ${2:-}
    include $dir/kapokd.conf;
}
EOF
    nginx -p "$dir" -e "$dir/nginx.log" -c "$dir/nginx.conf" -t 2>"$dir/check.log" || fail "the configuration is not valid"
    nginx -p "$dir" -e "$dir/nginx.log" -c "$dir/nginx.conf" &
    pids+=($!)
    # nginx makes its socket when it is ready; every try is a connection, so this ends.
    for _ in $(seq 1000); do [ "$(ask /healthz)" = 200 ] && break; done
}

ask() { # ask PATH [CURL OPTION...]: status on standard output, headers and body in files
    local path=$1
    shift
    curl --silent --unix-socket "$dir/nginx.sock" --cacert "$dir/cert.pem" --max-time 60 --output "$dir/answer" \
        --dump-header "$dir/headers" --write-out '%{http_code}' "$@" "https://kapok.example$path" || true
}
expect() { [ "$1" = "$2" ] || fail "$3: $1 instead of $2: $(head -c 500 "$dir/answer")"; }
