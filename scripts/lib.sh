# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What run, test, bench and fuzz share. Sourced, not run.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# install_packages [PACKAGE...]: installs what scripts/packages.txt names, and PACKAGE, and this machine lacks; asks for
# nothing when all is there.
install_packages() {
    local wanted missing=() as_root=()
    mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' scripts/packages.txt)
    wanted+=("$@")
    mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}" | sort) \
        <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii *//p' | sort))
    [ "${#missing[@]}" -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || stop "Packages are missing and this is not root, nor is sudo here. Install: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET...]: configures once and builds; quiet unless something fails.
build() {
    local preset=$1
    shift
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
    say "Building ($preset)"
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" ${1:+--target "$@"} | grep -vE '^\[[0-9]+/[0-9]+\]|ninja: no work' || [ "${PIPESTATUS[0]}" -eq 0 ]
}

# with_display COMMAND...: runs it in a private X server when there is no display.
with_display() {
    if [ -n "${DISPLAY:-}" ] && [ -z "${KAPOK_OWN_DISPLAY:-}" ]; then
        "$@"
    else
        xvfb-run --auto-servernum --server-args='-screen 0 1600x1400x24 -nolisten tcp' "$@"
    fi
}
