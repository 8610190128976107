#!/bin/sh
# What `make test` needs beside Python: npm (for axe-core) and a Chromium (for the built pages). `make bench`, whose name
# is then given, needs a Chromium alone. Installs Chromium when it may; else says what to install, and fails at once.
set -eu

asking=${1:-test}

chromium=${CHROMIUM:-/usr/bin/chromium}
missing=0

if [ "$asking" = test ] && ! command -v npm >/dev/null 2>&1; then
  echo "make test needs npm: install Node.js 20 or newer, with npm." >&2
  missing=1
fi

if [ ! -x "$chromium" ]; then
  if [ -z "${CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium with apt-get ..."
    log=$(mktemp)
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
      >"$log" 2>&1 </dev/null || cat "$log" >&2
    rm -f "$log"
  fi
  # Asked again: some systems' package of that name is empty.
  if [ ! -x "$chromium" ]; then
    echo "make $asking needs Chromium, and there is none at $chromium: install it (Debian: apt-get install chromium)," >&2
    echo "or say where one is (CHROMIUM=/path/to/chromium make $asking)." >&2
    missing=1
  fi
fi

exit $missing
