package dev.gotgan.engine.format.folder;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.format.FactReader;
import dev.gotgan.engine.format.RangeStream;
import dev.gotgan.engine.format.ReadFacts;
import dev.gotgan.engine.format.label.AnnotationSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.function.Predicate;

/// Reads local files one after the other into the same few buffers: opening a small file costs less than emptying a
/// large array for it. For one thread.
final class LocalReader {
    /// Labels up to this length are read at once, hashed and then looked into.
    private static final int SMALL = 1 << 16;

    private final FactReader facts = new FactReader();
    private final LocalImage image = new LocalImage();
    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] small = new byte[SMALL];

    /// An identity, which stands for a content in one look at one folder only, and the facts; none where it is known.
    record Read(Sha256 identity, ReadFacts facts) {}

    Read image(LogicalPath path, FileRanges file) throws IOException {
        image.look(file);
        var read = facts.read(path, image, AnnotationSink.NONE);
        var known = read.image();
        return new Read(known == null ? Sha256.EMPTY : image.identity(known, digest), read);
    }

    /// @param known contents that need not be looked into again
    Read label(LogicalPath path, FileRanges file, Predicate<Sha256> known) throws IOException {
        if (file.size() > SMALL) {
            var identity = Sha256.hash(new RangeStream(file));
            return known.test(identity)
                    ? new Read(identity, ReadFacts.NONE)
                    : new Read(identity, facts.read(path, file, AnnotationSink.NONE));
        }
        int length = file.fill(small, 0, (int) file.size());
        digest.update(small, 0, length);
        var identity = Sha256.of(digest.digest());
        return known.test(identity)
                ? new Read(identity, ReadFacts.NONE)
                : new Read(identity, facts.read(path, new ByteArrayInputStream(small, 0, length), AnnotationSink.NONE));
    }
}
