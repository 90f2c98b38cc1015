package dev.gotgan.engine.content.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.PathWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathDoorTest {
    private final PathDoor door = new PathDoor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".DS_Store",
                "a/.DS_Store",
                "Thumbs.db",
                "a/THUMBS.DB",
                "desktop.ini",
                "__MACOSX/._a.jpg",
                "x/__MACOSX/a.jpg",
                "._a.jpg",
                "a/._b.jpg",
                "Icon\r",
                "a/Icon\r",
                ".git/config",
                "a/.git/objects/00/11"
            })
    void junkIsSkippedAndReported(String path) {
        assertThat(Junk.is(path)).isTrue();
        assertThat(door.findPath(path)).isEmpty();
        assertThat(door.skipped()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("junk_skipped");
            assertThat(notice.count()).isEqualTo(1);
        });
        assertThat(door.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".gitignore", ".env", "a/.git", "MACOSX/a.jpg", "x__MACOSX/a.jpg", "a._b.jpg", "Icon", "DS_Store"
            })
    void whatOnlyLooksLikeJunkIsKept(String path) {
        assertThat(door.findPath(path)).contains(LogicalPath.of(path));
        assertThat(door.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../.DS_Store", "/Thumbs.db", "__MACOSX/../x.jpg", ".git/\u202Econfig", "a\n/Icon\r"})
    void junkInAnImpossiblePlaceIsRefused(String path) {
        assertThatThrownBy(() -> door.findPath(path)).isInstanceOf(PathRefused.class);
    }

    @Test
    void metaJsonAtTheTopIsOursAndLeftOut() {
        assertThat(door.findPath("meta.json")).isEmpty();
        assertThat(door.findPath("x/meta.json")).isPresent();
        assertThat(door.skipped())
                .singleElement()
                .satisfies(notice -> assertThat(notice.code()).isEqualTo("path_reserved"));
        assertThat(door.files()).isEqualTo(1);
    }

    @Test
    void manyWarningsOfAKindAreOneNoticeWithTheFirstNames() {
        for (int i = 0; i < 1000; i++) {
            door.findPath("a/%04d.svg".formatted(i));
        }
        assertThat(door.warnings()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(PathWarning.EXECUTABLE_CONTENT);
            assertThat(notice.count()).isEqualTo(1000);
            assertThat(notice.examples()).hasSize(20).startsWith("a/0000.svg");
        });
    }

    @Test
    void aFolderOfJunkIsNoFolder() {
        door.passFolder("__MACOSX");
        door.passFolder("images");
        assertThatThrownBy(() -> door.passFolder("images/..")).isInstanceOf(PathRefused.class);
        assertThatThrownBy(() -> door.findPath("images")).isInstanceOf(PathRefused.class);
    }
}
