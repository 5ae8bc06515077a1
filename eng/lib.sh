# Shared by the build scripts; sourced, never run. Everything here works with bash 3.2 and the BSD tools of macOS.

root=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd -P)
work=$root/.build
mkdir -p "$work"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "atelier: $*"
  exit 1
}

# need_dotnet: ends the script with a sentence when the .NET 10 SDK is missing.
need_dotnet() {
  command -v dotnet >/dev/null 2>&1 ||
    fail "the .NET 10 SDK is needed and no 'dotnet' is on the PATH. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    fail "the .NET 10 SDK is needed; 'dotnet --list-sdks' shows: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' '). Get it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
}

# has_node: whether Node.js 20.9 or later and npm are on the PATH.
has_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 9) ? 0 : 1)' 2>/dev/null
}

# digest_of PATH...: one number for the names and the bytes of all files below the paths, which are relative to the
# checkout so that a copy of it has the same number; build outputs are left out.
digest_of() {
  (
    cd "$root" &&
      find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -print |
      LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum | tr ' ' '-'
  )
}

# lock NAME: one holder a name on this checkout. The lock is a symbolic link to the holder's process id, because making
# a link is atomic and carries its content; a lock whose holder is gone is broken.
lock() {
  lock_file=$work/$1.lock
  local holder told=''
  while ! ln -s "$$" "$lock_file" 2>/dev/null; do
    holder=$(readlink "$lock_file" 2>/dev/null) || continue
    if ! kill -0 "$holder" 2>/dev/null; then
      mv "$lock_file" "$lock_file.$$" 2>/dev/null && rm -f "$lock_file.$$"
      continue
    fi
    [ -n "$told" ] || { told=yes; say "Another start is building Atelier; waiting for it ..."; }
    sleep 0.2
  done
}

unlock() { rm -f "$lock_file"; }

# logged LOG TEXT COMMAND...: runs a command into a log file, with its progress on stderr; on failure shows the log's end.
logged() {
  local log=$1 text=$2 start=$SECONDS ticker='' code
  shift 2
  if [ -t 2 ]; then
    (
      trap 'exit 0' TERM
      while kill -0 "$$" 2>/dev/null; do
        printf '\r%s %s s' "$text" "$((SECONDS - start))" >&2
        sleep 1
      done
    ) &
    ticker=$!
  else
    say "$text"
  fi
  "$@" >"$log" 2>&1 </dev/null
  code=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null
    printf '\r%s %s s\n' "$text" "$((SECONDS - start))" >&2
  fi
  [ $code -eq 0 ] || {
    say "It failed; the end of $log:"
    { grep -E '(error|ERR!)' "$log" | sort -u | tail -n 20; } >&2
    grep -qE '(error|ERR!)' "$log" || tail -n 20 "$log" >&2
  }
  return $code
}
