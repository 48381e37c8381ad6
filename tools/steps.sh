# Sourced by the scripts of this folder: say what is done, how long it took, and where it was logged.
# The caller stands in the root of the repository.

say() { printf '%s\n' "$*"; }

# One sentence that says what to do next, then the end.
fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

log="build/${0##*/}.log"
{ mkdir -p build && : >"$log"; } 2>/dev/null ||
  fail "cannot write $PWD/$log; run this as the owner of the folder (with sudo for packages), or copy it"

# "3 min 07 s" for a number of seconds
duration() {
  if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); fi
}

# step WHAT COMMAND...: runs a command with its words in the log, says what and how long.
# Returns the command's failure, after the last lines of the log.
step() {
  local what="$1" begin=$SECONDS
  shift
  printf '%s ... ' "$what"
  printf '\n== %s\n' "$what" >>"$log"
  if "$@" >>"$log" 2>&1 </dev/null; then
    printf 'done in %s\n' "$(duration $((SECONDS - begin)))"
  else
    printf 'failed after %s\n' "$(duration $((SECONDS - begin)))"
    tail -n 25 "$log" >&2
    return 1
  fi
}

# build PRESET [TARGETS...]: configures and builds into build/PRESET.
build() {
  local preset="$1"
  shift
  step "Configuring $preset" cmake --preset "$preset" ||
    fail "CMake does not find all it needs; its words stand in $log"
  step "Building $preset ($(nproc) at a time; the first time takes some minutes)" \
    cmake --build "build/$preset" -j "$(nproc)" "$@" ||
    fail "the compiler stopped; its words stand in $log (with less than 2 GB of memory a core: cmake --build build/$preset -j 1)"
}
