# Sourced by walls.sh: seed_NAME makes one violation and no other.

marked() { # marked FOLDER PACKAGE: a package that is listed nowhere but null-marked
  put "$1/package-info.java" <<EOF
@org.jspecify.annotations.NullMarked
package $2;
EOF
}

seed_Spring_in_the_engine() { depend engine/pom.xml org.springframework spring-core; }

seed_our_code_in_e2e() { depend e2e/pom.xml dev.gotgan engine; }

seed_format() {
  put $engine/content/SeedFormat.java <<'EOF'
package dev.gotgan.engine.content;
final class SeedFormat { }
EOF
}

seed_an_unmarked_package() {
  put $engine/seed/Seed.java <<'EOF'
package dev.gotgan.engine.seed;

final class Seed {}
EOF
}

seed_null() {
  put $engine/content/SeedNull.java <<'EOF'
package dev.gotgan.engine.content;

final class SeedNull {
    String seed() {
        return null;
    }
}
EOF
}

seed_a_warning() {
  put $engine/content/SeedWarning.java <<'EOF'
package dev.gotgan.engine.content;

final class SeedWarning {
    boolean seed(java.util.List seeds) {
        return seeds.isEmpty();
    }
}
EOF
}

seed_an_unlisted_package() {
  seed_an_unmarked_package
  marked $engine/seed dev.gotgan.engine.seed
}

seed_an_upward_import() {
  put $engine/content/SeedUpward.java <<'EOF'
package dev.gotgan.engine.content;

record SeedUpward(dev.gotgan.engine.store.Key key) {}
EOF
}

seed_a_cycle() { # inside one layer, so that no other rule is broken
  marked $engine/content/seedone dev.gotgan.engine.content.seedone
  marked $engine/content/seedtwo dev.gotgan.engine.content.seedtwo
  put $engine/content/seedone/One.java <<'EOF'
package dev.gotgan.engine.content.seedone;

public record One(dev.gotgan.engine.content.seedtwo.Two two) {}
EOF
  put $engine/content/seedtwo/Two.java <<'EOF'
package dev.gotgan.engine.content.seedtwo;

public record Two(dev.gotgan.engine.content.seedone.One one) {}
EOF
}

seed_pictures_importing_the_bucket() {
  depend imaging/pom.xml dev.gotgan store-s3
  put imaging/src/main/java/dev/gotgan/imaging/SeedPictures.java <<'EOF'
package dev.gotgan.imaging;

record SeedPictures(dev.gotgan.store.s3.S3Address bucket) {}
EOF
}

seed_a_second_library_for_one_job() {
  put $engine/content/SeedZip.java <<'EOF'
package dev.gotgan.engine.content;

record SeedZip(java.util.zip.ZipFile zip) {}
EOF
}

seed_a_feature_importing_a_feature() {
  marked $server/seedone dev.gotgan.server.seedone
  marked $server/seedtwo dev.gotgan.server.seedtwo
  put $server/seedone/One.java <<'EOF'
package dev.gotgan.server.seedone;

record One(dev.gotgan.server.seedtwo.Two two) {}
EOF
  put $server/seedtwo/Two.java <<'EOF'
package dev.gotgan.server.seedtwo;

public record Two() {}
EOF
}

seed_an_endpoint_without_a_rule() {
  marked $server/seed dev.gotgan.server.seed
  put $server/seed/SeedController.java <<'EOF'
package dev.gotgan.server.seed;

import org.springframework.web.bind.annotation.GetMapping;

final class SeedController {
    @GetMapping("/seed")
    String seed() {
        return "seed";
    }
}
EOF
}

seed_a_file_over_400_lines() {
  { printf 'package dev.gotgan.e2e;\n\n'; yes '// seed' | head -n 398; echo 'final class Seed {}'; } | put $e2e/Seed.java
}

seed_a_Util() {
  put $e2e/SeedUtil.java <<'EOF'
package dev.gotgan.e2e;

final class SeedUtil {}
EOF
}

seed_sixteen_types_in_a_package() {
  for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
    echo "package dev.gotgan.bench.seed; final class Seed$n {}" | put $bench/seed/Seed$n.java
  done
}

seed_seven_constructor_parameters() {
  put $bench/seed/Seed.java <<'EOF'
package dev.gotgan.bench.seed;

final class Seed {
    Seed(int a, int b, int c, int d, int e, int f, int g) {}
}
EOF
}

seed_a_disabled_test() {
  put $e2e/SeedTest.java <<'EOF'
package dev.gotgan.e2e;

class SeedTest {
    @org.junit.jupiter.api.Disabled
    @org.junit.jupiter.api.Test
    void seed() {}
}
EOF
}

seed_a_silent_assumption() {
  put $e2e/SeedTest.java <<'EOF'
package dev.gotgan.e2e;

class SeedTest {
    @org.junit.jupiter.api.Test
    void seed() {
        org.junit.jupiter.api.Assumptions.assumeTrue(System.nanoTime() == 0);
    }
}
EOF
}
