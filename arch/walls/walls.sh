#!/bin/sh
# ./gotgan walls: breaks each wall once in a copy of the tree and fails unless it fires, for its own reason.
#
# A wall that nobody ever saw fall may be painted on. Each seed is one violation; the reason is a line that only its
# wall prints about it. Before the first seed the copy must be green, or a red build would prove nothing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$here/.mvn/jdk25.sh"
work=$(mktemp -d "${TMPDIR:-/tmp}/gotgan-walls.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
copy=$work/copy log=$work/log failed=0
engine=engine/src/main/java/dev/gotgan/engine
server=server/src/main/java/dev/gotgan/server
e2e=e2e/src/test/java/dev/gotgan/e2e
bench=bench/src/main/java/dev/gotgan/bench

# The tests of the other modules can't break a wall of arch; without them a run is half as long.
mkdir "$copy"
(cd "$here" && tar cf - --exclude=target --exclude=.git --exclude=node_modules --exclude=gotgan-data \
  --exclude=./engine/src/test --exclude=./catalog-postgres/src/test --exclude=./server/src/test \
  --exclude=./store-s3/src/test --exclude=./imaging/src/test --exclude=./cli/src/test .) | (cd "$copy" && tar xf -)
cd "$copy"

. "$here/arch/walls/seeds.sh"

maven() { mvn -B -ntp -Djacoco.skip -DfailIfNoTests=false "$@" >"$log" 2>&1; }

# The ways to look: which part of the build a wall stands in, and nothing beside it.
poms() { maven -o "$@" validate -Dspotless.check.skip; }
format() { maven -o -pl engine spotless:check; }
compiler() { maven -o -pl engine compile -Denforcer.skip -Dspotless.check.skip; }
rules() { # rules TEST...: the classes as javac makes them, without the compiler's walls
  maven ${offline:--o} -pl arch -am test "-Dtest=$1" -Dsurefire.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip -Denforcer.skip -Dskip.web -Djavac.plugin=-Xdiags:verbose
}

put() { # put FILE: its text comes on standard input
  mkdir -p "$(dirname "$1")"
  cat >"$1"
  echo "$1" >>"$work/seeded"
}

depend() { # depend POM GROUP ARTIFACT: as its first dependency
  cp "$1" "$work/pom" && edited=$1
  awk -v add="<dependency><groupId>$2</groupId><artifactId>$3</artifactId></dependency>" \
    '{ print } /<dependencies>/ && !done { print add; done = 1 }' "$work/pom" >"$1"
}

undo() {
  [ -z "$edited" ] || cp "$work/pom" "$edited"
  while read -r file; do rm -f "$file"; done <"$work/seeded"
  find engine server e2e bench -type d -empty ! -path '*/target/*' -delete
}

wall() { # wall NAME REASON LOOK...
  name=$1 reason=$2 edited='' start=$(date +%s)
  shift 2
  : >"$work/seeded"
  "seed_$(echo "$name" | tr ' ' '_')"
  if "$@"; then
    fired="NOTHING FIRED"
    failed=1
  elif grep -Eq -- "$reason" "$log"; then
    fired="$* · $(grep -Eo -- "$reason" "$log" | head -n 1 | cut -c1-60)"
  else
    fired="THE WRONG REASON:"
    failed=1
  fi
  printf '%-32s %-95s %3ds\n' "$name" "$fired" $(($(date +%s) - start))
  case $fired in THE*) grep -E '^\[ERROR\]' "$log" | head -n 12 ;; esac
  undo
}

printf '%-32s %-95s %s\n' wall 'fired by' time
start=$(date +%s)
offline=-ntp
if rules 'WallsTest,NamesTest,HonestTestsTest,EveryEndpointDeclaresAccessTest'; then
  printf '%-32s %-95s %3ds\n' '(no violation)' 'nothing, as it should be' $(($(date +%s) - start))
else
  tail -n 40 "$log"
  echo "walls: the copy is red before anything was broken" >&2
  exit 1
fi
offline=-o

wall "Spring in the engine" 'org.springframework:spring-core:jar:[0-9.]+ <--- banned' poms -pl engine
wall "our code in e2e" 'dev.gotgan:engine:jar:[^ ]+ <--- banned' poms -pl e2e -am
wall "format" 'SeedFormat.java' format
wall "an unmarked package" 'Seed.java:.*RequireExplicitNullMarking' compiler
wall "null" 'SeedNull.java:.*\[NullAway\]' compiler
wall "a warning" 'SeedWarning.java:.*found raw type' compiler
wall "an unlisted package" 'Class <dev.gotgan.engine.seed.Seed> is not contained' rules WallsTest
wall "an upward import" 'Field <dev.gotgan.engine.content.SeedUpward.key> has type <dev.gotgan.engine.store' rules WallsTest
wall "pictures importing the bucket" 'Field <dev.gotgan.imaging.SeedPictures.bucket> has type <dev.gotgan.store.s3' rules WallsTest
wall "a second library for one job" 'Field <dev.gotgan.engine.content.SeedZip.zip> has type <java.util.zip.ZipFile>' rules WallsTest
wall "a cycle" 'Cycle detected: Slice engine.content.seed' rules WallsTest
wall "a feature importing a feature" 'Slice seedone depends on Slice seedtwo' rules WallsTest
wall "an endpoint without a rule" 'SeedController.seed\(\)> is not annotated with @Requires' rules EveryEndpointDeclaresAccessTest
wall "a file over 400 lines" 'files of more than 400 lines' rules NamesTest
wall "a Util" 'types whose name says nothing' rules NamesTest
wall "sixteen types in a package" 'packages of more than 15 top-level types' rules NamesTest
wall "seven constructor parameters" 'constructors of more than 6 parameters' rules NamesTest
wall "a disabled test" '@Disabled without a reason at e2e/' rules HonestTestsTest
wall "a silent assumption" 'assumeTrue without a reason at e2e/' rules HonestTestsTest

[ "$failed" = 0 ] || { echo "walls: a wall is painted on" >&2; exit 1; }
echo "walls: each stands"
