package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.label.JsonId;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.JacksonIOException;

/// Reads annotations past the parser, as long as they are plain: numbers and lists of numbers under COCO's own names,
/// each name once. Nearly all of a large file is such, and token by token it took most of the time.
///
/// Only what the parser would take for the same is plain. All else (a text, an exponent, another name, a deeper list,
/// a mistake, the end of the file) is left to the parser from the comma before it on: so there is one place that says
/// what is refused, and why.
final class PlainAnnotations {
    /// Where annotations are mostly not plain, looking at each of them would only cost.
    private static final int LONGEST_PAUSE = 1024;

    private final JsonFeed feed;
    private final CocoAnnotation annotation;
    private final PlainJson json = new PlainJson();
    private final Set<Member> seen = EnumSet.noneOf(Member.class);
    private int pause;
    private int left;

    /// Reads into `annotation`.
    PlainAnnotations(JsonFeed feed, CocoAnnotation annotation) {
        this.feed = feed;
        this.annotation = annotation;
    }

    private enum Member {
        ID,
        IMAGE_ID,
        CATEGORY_ID,
        BBOX,
        SEGMENTATION,
        AREA,
        ISCROWD,
        KEYPOINTS,
        NUM_KEYPOINTS;

        private static final Member[] ALL = values();

        private final String written = name().toLowerCase(Locale.ROOT);

        /// The one that is named at `json`, which moves behind the name.
        static @Nullable Member of(PlainJson json) {
            if (json.name()) {
                for (var each : ALL) {
                    if (json.isNamed(each.written)) {
                        return each;
                    }
                }
            }
            return null;
        }
    }

    /// Takes the plain entries of a list that follow one which `parser` has read, and hands over each.
    ///
    /// @param place moves to the last of them
    void readOn(JsonParser parser, ListPlace place, CocoAnnotations judge) {
        if (left > 0) {
            left--;
            return;
        }
        if (!place.isInList() || !feed.takeBack(parser)) {
            return;
        }
        int before = place.index();
        while (next()) {
            place.next();
            judge.take(annotation);
        }
        pause = place.index() > before ? 0 : Math.min(LONGEST_PAUSE, pause * 2 + 1);
        left = pause;
    }

    /// Reads one more and passes it, if it is plain and all there.
    private boolean next() {
        try {
            boolean more = true;
            while (more) {
                json.look(feed);
                if (entry()) {
                    feed.pass(json.at(), json.lines());
                    return true;
                }
                more = json.atEnd() && feed.more();
            }
            return false;
        } catch (IOException e) {
            throw JacksonIOException.construct(e); // as the parser does when it is the one who reads
        }
    }

    private boolean entry() {
        if (!json.take(',') || !json.take('{')) {
            return false;
        }
        annotation.clear();
        seen.clear();
        do {
            var member = Member.of(json);
            if (member == null || !seen.add(member) || !json.take(':') || !value(member)) {
                return false;
            }
        } while (json.take(','));
        return json.take('}');
    }

    private boolean value(Member member) {
        return switch (member) {
            case ID -> {
                boolean plain = json.takeWhole();
                annotation.id = new JsonId(json.whole(), null);
                yield plain;
            }
            case IMAGE_ID -> {
                boolean plain = json.takeWhole();
                annotation.image = new JsonId(json.whole(), null);
                yield plain;
            }
            case CATEGORY_ID -> {
                boolean plain = json.takeWhole();
                annotation.category = new JsonId(json.whole(), null);
                yield plain;
            }
            case BBOX -> annotation.box.readMore(json);
            case SEGMENTATION -> annotation.segmentation.read(json);
            case KEYPOINTS -> annotation.keypoints.readMore(json);
            case AREA, ISCROWD, NUM_KEYPOINTS -> json.takeNumber(); // a plain one is finite
        };
    }
}
