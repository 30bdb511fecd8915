#!/bin/sh
# A real MediaWiki in Arabic and in English on one loopback port, with the pages beside this script.
#
#   mediawiki.sh DIR PORT     sets it up in DIR and serves it until it is stopped
#
# Needs Debian's mediawiki, php-cli, php-sqlite3, php-mbstring, php-xml and php-intl (install.sh). Nothing of the
# installed packages is touched: settings and databases lie in DIR.
set -eu

dir=$1
port=$2
here=$(cd "$(dirname "$0")" && pwd)
wiki=/usr/share/mediawiki
base="http://127.0.0.1:$port"

[ -f "$wiki/maintenance/install.php" ] || { echo "MediaWiki is not installed. Run tests/system/install.sh." >&2; exit 2; }
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

for language in ar en; do
  home="$dir/$language"
  mkdir -p "$home/images" "$home/cache"
  # The installer refuses to run beside a settings file, so it is told of one that is not there.
  MW_CONFIG_FILE="$home/none.php" php "$wiki/maintenance/install.php" --dbtype sqlite --dbpath "$home" \
    --dbname wiki --confpath "$home" --server "$base" --scriptpath "/$language" --lang "$language" \
    --pass "loopback-only-1" "Shores $language" Keeper >"$home/install.log" 2>&1 ||
    { cat "$home/install.log" >&2; exit 2; }
  cat >>"$home/LocalSettings.php" <<EOF
\$wgArticlePath = "/$language/wiki/\$1";
\$wgUsePathInfo = true;
\$wgUploadDirectory = "$home/images";
\$wgCacheDirectory = "$home/cache";
\$wgMainCacheType = CACHE_NONE;
\$wgJobRunRate = 0;
wfLoadExtension( 'Cite' );
EOF
  php -r '
    $base = new PDO("sqlite:$argv[1]/wiki.sqlite");
    $row = $base->prepare("INSERT OR REPLACE INTO interwiki (iw_prefix, iw_url, iw_api, iw_wikiid, iw_local, iw_trans)
                           VALUES (?, ?, \"\", \"\", 1, 0)");
    foreach (["ar", "en"] as $language) $row->execute([$language, "$argv[2]/$language/wiki/\$1"]);
  ' "$home" "$base"
  for page in "$here/mediawiki/$language"/*.wiki; do
    title=$(basename "$page" .wiki)
    MW_CONFIG_FILE="$home/LocalSettings.php" php "$wiki/maintenance/edit.php" --user Keeper "$title" \
      <"$page" >>"$home/install.log" 2>&1 || { cat "$home/install.log" >&2; exit 2; }
  done
  MW_CONFIG_FILE="$home/LocalSettings.php" php "$wiki/maintenance/runJobs.php" >>"$home/install.log" 2>&1
done

cat >"$dir/router.php" <<'EOF'
<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/robots.txt') {
    header('Content-Type: text/plain');
    echo "User-agent: *\nDisallow: /ar/index.php\nDisallow: /en/index.php\n";
} elseif (preg_match('#^/(ar|en)/(api\.php|index\.php|load\.php|wiki/)#', $path, $found)) {
    $script = $found[2] === 'wiki/' ? 'index.php' : $found[2];
    define('MW_CONFIG_FILE', __DIR__ . "/$found[1]/LocalSettings.php");
    $_SERVER['SCRIPT_NAME'] = "/$found[1]/$script";
    chdir('/usr/share/mediawiki');
    require "/usr/share/mediawiki/$script";
} else {
    http_response_code(404);
}
EOF
export PHP_CLI_SERVER_WORKERS=3
exec php -d display_errors=0 -S "127.0.0.1:$port" -t "$dir" "$dir/router.php" >"$dir/server.log" 2>&1
