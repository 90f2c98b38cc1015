package dev.gotgan.engine.archive.tar;

import dev.gotgan.engine.archive.ArchiveEntry;
import dev.gotgan.engine.archive.ArchiveKind;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.archive.ArchiveSurvey;
import dev.gotgan.engine.archive.BombGuard;
import dev.gotgan.engine.archive.EntryName;
import dev.gotgan.engine.archive.EntryVisitor;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefusal;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.PathWarning;
import dev.gotgan.engine.content.door.PathDoor;
import java.io.IOException;
import java.util.Optional;

/// One pass over a tar, from its first block to the last zero.
final class TarWalk {
    private static final int LONGEST_NAME = 1 << 16;
    private static final int LONGEST_EXTENDED = 1 << 20;

    private final TarBlocks blocks;
    private final ArchiveLimits limits;
    private final EntryVisitor visitor;
    private final PathDoor door = new PathDoor();
    private final TarRoot root = new TarRoot();
    private TarExtras extras = new TarExtras();
    private long bytes;
    private long deliveredBytes;
    private int entries;

    TarWalk(TarBlocks blocks, ArchiveLimits limits, EntryVisitor visitor) {
        this.blocks = blocks;
        this.limits = limits;
        this.visitor = visitor;
    }

    ArchiveSurvey run(ArchiveKind kind) throws IOException {
        for (var block = blocks.find(); block.isPresent(); block = blocks.find()) {
            if (TarHeader.isZero(block.get())) {
                blocks.expectZeros();
                break;
            }
            if (blocks.position() == TarHeader.BLOCK && !TarHeader.looksLikeOne(block.get())) {
                throw ArchiveRefusal.ARCHIVE_TYPE_MISMATCH.because("it is gzipped, but what is inside is no tar");
            }
            take(TarHeader.parse(block.get()));
        }
        if (!extras.isEmpty()) {
            throw ArchiveRefusal.ARCHIVE_TRUNCATED.because("the tar ends after an extended header");
        }
        return ArchiveSurvey.of(kind, door, deliveredBytes);
    }

    private void take(TarHeader header) throws IOException {
        switch (header.type()) {
            case 'x' -> extras.pax(extended(header));
            case 'g' -> TarExtras.checkGlobal(extended(header));
            case 'L' -> extras.gnuName(longName(header));
            case 'K' -> {
                longName(header);
                extras.gnuLink();
            }
            default -> {
                var said = extras;
                extras = new TarExtras();
                entry(header, said);
            }
        }
    }

    private void entry(TarHeader header, TarExtras said) throws IOException {
        if (++entries > limits.entries()) {
            throw BombGuard.tooMany(limits);
        }
        String raw = said.name(header.name());
        long size = said.size(raw, header.size());
        var written = EntryName.guess(raw);
        if (entries == 1 && header.type() == '5' && size == 0 && root.isSaidBy(written)) {
            return;
        }
        var name = root.inside(written);
        switch (header.type()) {
            case '0', '7' -> {
                if (name.text().endsWith("/") && size == 0) { // a folder of the time before they had a type
                    folder(name, size);
                } else {
                    file(name, size);
                }
            }
            case '5' -> folder(name, size);
            case '1' -> throw refuse(ArchiveRefusal.ARCHIVE_HARDLINK, name, "it is a hard link; pack the file itself");
            case '2' -> throw refuse(ArchiveRefusal.ARCHIVE_SYMLINK, name, "it is a symbolic link; pack with -h");
            case '3', '4', '6' -> throw refuse(ArchiveRefusal.ARCHIVE_SPECIAL, name, "it is a device or a pipe");
            case 'S' -> throw refuse(ArchiveRefusal.ARCHIVE_SPECIAL, name, "it is sparse; pack without --sparse");
            default ->
                throw refuse(
                        ArchiveRefusal.ARCHIVE_UNSUPPORTED,
                        name,
                        "its kind (%s) is not read; pack with GNU tar or bsdtar"
                                .formatted(PathRefused.shown(String.valueOf(header.type()))));
        }
    }

    private void folder(EntryName name, long size) {
        if (size != 0) {
            throw refuse(ArchiveRefusal.ARCHIVE_AMBIGUOUS, name, "it is a folder with bytes");
        }
        String text = name.text();
        try {
            door.passFolder(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (PathRefused refused) {
            throw ArchiveRefused.path(refused);
        }
    }

    private void file(EntryName name, long size) throws IOException {
        if (size > limits.inflatedBytes() - bytes) {
            throw BombGuard.tooLarge(limits);
        }
        bytes += size;
        var stream = new TarEntryStream(blocks, size);
        var path = findPath(name);
        if (path.isPresent()) {
            deliveredBytes += size;
            visitor.visit(new ArchiveEntry(path.get(), size, blocks.position()), stream);
        }
        stream.drain();
        blocks.skip(TarHeader.padding(size));
    }

    private Optional<LogicalPath> findPath(EntryName name) {
        try {
            var path = door.findPath(name.text());
            if (name.reading() == EntryName.Reading.CP949) {
                path.ifPresent(read -> door.note(PathWarning.PATH_ENCODING, read));
            }
            return path;
        } catch (PathRefused refused) {
            throw ArchiveRefused.path(refused);
        }
    }

    private byte[] longName(TarHeader header) throws IOException {
        if (header.size() > LONGEST_NAME) {
            throw ArchiveRefused.path(new PathRefused(
                    header.name(), PathRefusal.PATH_TOO_LONG, "a name has %,d bytes".formatted(header.size())));
        }
        return blocks.take(header);
    }

    private byte[] extended(TarHeader header) throws IOException {
        if (header.size() > LONGEST_EXTENDED) {
            throw ArchiveRefusal.ARCHIVE_UNSUPPORTED.because("an extended header is longer than a megabyte");
        }
        return blocks.take(header);
    }

    private static ArchiveRefused refuse(ArchiveRefusal refusal, EntryName name, String why) {
        return refusal.of(name.text(), why);
    }
}
