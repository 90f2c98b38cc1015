#!/bin/sh
# ./gotgan fuzz TARGET [SECONDS] [FOLDER]   looks for bytes that a reader does not survive
# ./gotgan fuzz coverage [FOLDER]           which branches of the readers the inputs found so far reach
#
# TARGET is zip, tar, json, yaml, xml or image, or `all` for one after the other, SECONDS each (1800 unless said). FOLDER
# (target/fuzz unless said) keeps inputs, findings and logs of each target; what an earlier run found is where the next
# goes on. What a target checks stands in engine/src/test/java/dev/gotgan/engine/fuzz.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$here/.mvn/jdk25.sh"
cd "$here"
targets="zip tar json yaml xml image"
built=$here/engine/target

usage() {
  sed -n 's/^# \(.*\)/\1/p' "$0" | head -n 2 >&2
  exit 2
}

prepare() { # compiles the targets and finds the fuzzer
  mvn -B -ntp -Pfuzz -pl engine test-compile dependency:build-classpath -Dmdep.outputFile="$built/fuzz.classpath" \
    -Dmdep.includeScope=test >"$folder/build.log" 2>&1 || {
    grep '^\[ERROR\]' "$folder/build.log" | head -n 20 >&2
    exit 1
  }
  classes=$built/test-classes:$built/classes:$(cat "$built/fuzz.classpath")
}

java() { # java ARGUMENTS...: with what every run of the targets needs
  "$JAVA_HOME/bin/java" -Xmx700m -Xss1m -XX:+UseSerialGC -Djava.awt.headless=true -Djava.io.tmpdir="$place/tmp" "$@"
}

fuzz() { # fuzz TARGET SECONDS
  place=$folder/$1
  mkdir -p "$place/seeds" "$place/corpus" "$place/findings" "$place/tmp"
  java -cp "$classes" dev.gotgan.engine.fuzz.Seeds "$1" "$place/seeds"
  java -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dgotgan.fuzz="$1" -cp "$classes" com.code_intelligence.jazzer.Jazzer \
    --target_class=dev.gotgan.engine.fuzz.FuzzEntry --instrumentation_includes='dev.gotgan.engine.**' \
    --custom_hook_includes='dev.gotgan.engine.**' --keep_going=20 --reproducer_path="$place/findings" \
    -artifact_prefix="$place/findings/" -max_total_time="$2" -timeout=240 -rss_limit_mb=3000 -max_len=32768 \
    -len_control=0 -print_final_stats=1 "$place/corpus" "$place/seeds" >"$place/log" 2>&1 || true
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$place/log" | tail -n 1)
  found=$(find "$place/findings" -type f ! -name '*.java' | wc -l)
  echo "$1: ${runs:-no} runs in $2 s, $(find "$place/corpus" -type f | wc -l) inputs kept, $found findings; $place/log"
  [ "$found" = 0 ] || failed=1
}

coverage() { # runs all inputs once under JaCoCo and adds up each reader's package
  agent=$(echo "$classes" | tr ':' '\n' | grep 'jacoco.agent.*runtime')
  rm -f "$folder/jacoco.exec"
  for target in $targets; do
    place=$folder/$target
    [ -d "$place/corpus" ] || continue
    mkdir -p "$place/tmp"
    java "-javaagent:$agent=destfile=$folder/jacoco.exec,append=true" -cp "$classes" \
      dev.gotgan.engine.fuzz.Replay "$target" "$place/seeds" "$place/corpus"
  done
  mvn -B -ntp -o -pl engine org.jacoco:jacoco-maven-plugin:report -Djacoco.dataFile="$folder/jacoco.exec" \
    >"$folder/coverage.log" 2>&1
  awk -F, '/dev.gotgan.engine.(archive|image|format)/ { missed[$2] += $6; covered[$2] += $7 }
    END { for (p in missed) if (missed[p] + covered[p]) printf "%-45s %5.1f %% of %d branches\n",
      p, 100 * covered[p] / (missed[p] + covered[p]), missed[p] + covered[p] }' \
    "$built/site/jacoco/jacoco.csv" | sort
}

failed=0
target=${1:-}
case $target in
  coverage) folder=${2:-$here/target/fuzz} ;;
  all | zip | tar | json | yaml | xml | image) folder=${3:-$here/target/fuzz} ;;
  *) usage ;;
esac
mkdir -p "$folder"
folder=$(CDPATH='' cd -- "$folder" && pwd)
prepare
case $target in
  coverage) coverage ;;
  all) for each in $targets; do fuzz "$each" "${2:-1800}"; done ;;
  *) fuzz "$target" "${2:-1800}" ;;
esac
exit $failed
