# What the commands at the root share; sourced by them, not run.
# shellcheck shell=bash disable=SC2034  # `dotnet` and `root` are used by those who source this

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# Build servers outlive the command that started them and keep memory on small machines.
export MSBUILDDISABLENODEREUSE=1

fail() {
  echo "$1" >&2
  exit 1
}

# Installs the named Debian packages where that is allowed, else says which to install.
apt_install() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      fail "Please install $* first (sudo apt-get install $*)."
    fi
  fi
  command -v apt-get >/dev/null || fail "Please install $* first."
  echo "Installing $* ..." >&2
  "${as_root[@]}" apt-get update -qq >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
    fail "Please install $* first: apt-get could not."
}

has_library() {
  local name="$1" dir
  for dir in /lib /usr/lib /usr/local/lib /lib64 /usr/lib64; do
    compgen -G "$dir/$name*" >/dev/null && return 0
    compgen -G "$dir/*-linux-gnu/$name*" >/dev/null && return 0
  done
  return 1
}

# The libraries that .NET (ICU) and the optimiser (libstdc++) load, and the certificates for the first restore.
need_libraries() {
  local missing=()
  has_library libicuuc.so || missing+=("$(icu_package)")
  has_library libstdc++.so.6 || missing+=(libstdc++6)
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ -n "${SSL_CERT_FILE:-}" ] || missing+=(ca-certificates)
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

# The name carries a version that differs by release: libicu72 on Debian 12, libicu74 on Ubuntu 24.04.
icu_package() {
  local found
  found="$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{print $1}' | sort -V | tail -1)"
  echo "${found:-libicu-dev}"
}

# Sets `dotnet` to a .NET 10 SDK or newer.
need_dotnet() {
  local candidate
  need_libraries
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    [ -x "$candidate" ] || continue
    # In this folder global.json already refuses an SDK that is too old.
    if (cd "$root" && "$candidate" --version) 2>/dev/null | awk -F. '{ exit !($1 >= 10) }'; then
      dotnet="$candidate"
      return 0
    fi
  done
  fail "Please install the .NET 10 SDK (package dotnet-sdk-10.0) first: https://dotnet.microsoft.com/download/dotnet/10.0"
}

# build_once PROJECT SOURCES...: builds Release unless the last build is newer than every source.
build_once() {
  local project="$1" stamp="$1/obj/built-release" log started
  shift
  if [ -e "$stamp" ] && [ -z "$(find "$@" "$root"/Directory.* "$root"/global.json \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  mkdir -p "$project/obj"
  # Two commands started at once would write the same files.
  exec 9>"$project/obj/build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  log="$project/obj/build.log" started="$project/obj/build-started"
  # Sources saved while the build runs are newer than its start, and so are built again next time.
  touch "$started"
  echo "Building ..." >&2
  if ! (cd "$root" && "$dotnet" build "$project" -c Release -v quiet --nologo) >"$log" 2>&1 9>&-; then
    cat "$log" >&2
    fail "The build failed."
  fi
  mv "$started" "$stamp"
  exec 9>&-
}

# Node builds what the browser gets; the product itself runs without it.
need_node() {
  local version
  if ! command -v npm >/dev/null || ! command -v node >/dev/null; then apt_install nodejs npm; fi
  version="$(node --version)" version="${version#v}"
  [ "${version%%.*}" -ge 18 ] || fail "Please install Node.js 18 or newer with npm first; this is $version."
}

has_font() {
  local name="$1"
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nowhere}/.local/share/fonts" -name "$name.*" -print -quit 2>/dev/null)" ]
}

# What the tests read papers with, as any office's reader would: words, fonts, pages as pictures and their QR codes.
need_paper_readers() {
  local missing=()
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v zbarimg >/dev/null || missing+=(zbar-tools)
  # Superiors' forms are made, opened and printed by it.
  command -v soffice >/dev/null && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.so" ] && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libswlo.so" ] ||
    missing+=(libreoffice-writer-nogui libreoffice-calc-nogui)
  # The letters that such forms are set in: with others their lines break elsewhere.
  has_font LiberationSans-Regular || missing+=(fonts-liberation)
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

# Sets TIGAPILAR_CHROMIUM, the browser that tests drive. Without windows of its own, where that is to be had: the whole browser takes
# twice the time of two cores.
need_chromium() {
  local candidate
  find_chromium() {
    for candidate in "$@"; do
      if [ -n "$candidate" ] && [ -x "$candidate" ]; then
        export TIGAPILAR_CHROMIUM="$candidate"
        return 0
      fi
    done
    return 1
  }
  find_shell() { find_chromium "${TIGAPILAR_CHROMIUM:-}" "$(command -v chromium-headless-shell || true)"; }
  find_shell && return 0
  # Not every distribution has it. In a shell of its own, which alone ends where apt can not.
  (apt_install chromium-headless-shell) >&2 || true
  find_shell || find_chromium "$(command -v chromium || true)" "$(command -v chromium-browser || true)" "$(command -v google-chrome || true)" ||
    { apt_install chromium && find_chromium "$(command -v chromium || true)"; } || fail "Please install Chromium first."
}

# Builds src/Browser into src/Server/wwwroot and the official list of areas, unless both are newer than every source.
# To be called before build_once, since the server's build takes these files in.
build_browser() {
  local browser="$root/src/Browser" made="$root/src/Server" stamp="$root/src/Browser/node_modules/.built"
  local log started lock
  if [ -e "$stamp" ] && [ -e "$made/wwwroot/site.js" ] && [ -e "$made/Territory/Official/official-areas.csv.gz" ] &&
    [ -e "$made/Shell/Documents/Fonts/PlusJakartaSans_700Bold.ttf" ] &&
    [ -z "$(find "$browser" -name node_modules -prune -o -newer "$stamp" -type f -print -quit)" ]; then
    return 0
  fi
  need_node
  mkdir -p "$root/var"
  lock="$root/var/browser.lock" log="$root/var/browser.log" started="$root/var/browser-started"
  exec 8>"$lock"
  if command -v flock >/dev/null; then flock 8; fi
  touch "$started"
  # The folder of packages is renewed only when the lock file is; another command may have built while we waited.
  if ! (
    cd "$browser"
    if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then npm ci --no-progress; fi
    npm run -s build
  ) >"$log" 2>&1 8>&-; then
    cat "$log" >&2
    fail "The build of what the browser gets failed."
  fi
  mv "$started" "$stamp"
  exec 8>&-
}
