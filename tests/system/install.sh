#!/bin/sh
# Installs the Debian packages of `make test-system`: a real MediaWiki, browser and database server.
# Says nothing and takes no time when all are there. Run as root, or where sudo asks for nothing.
set -eu

PACKAGES="chromium fonts-noto-core mediawiki php-cli php-sqlite3 php-mbstring php-xml php-intl postgresql"

missing=""
for package in $PACKAGES; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo -n"
  $as_root true 2>/dev/null || {
    echo "Missing for the system tests:$missing. Install them as root: apt-get install --no-install-recommends$missing" >&2
    exit 2
  }
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get -qq update
# shellcheck disable=SC2086  (a list of names)
$as_root apt-get -qq install --yes --no-install-recommends $missing >/dev/null
