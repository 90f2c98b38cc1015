package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.hash.Md5;
import dev.gotgan.engine.direct.live.TakeFromLive;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.StoreTrust;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers a page of rows: each is there already, goes somewhere, or is refused. A refused row holds nothing and is in
/// nobody's way.
public final class PlanDirect {
    /// One PUT a file: what every store takes in one request.
    public static final long LARGEST = (5L << 30) - (5L << 20);

    private final WriteSessions sessions;
    private final PutLinks links;
    private final StoreTrust trust;
    private final AnnouncedMd5 announced;
    private final TakeFromLive live;

    /// @param trust whether the store was seen to keep a live key from everybody but the first who writes it
    public PlanDirect(
            WriteSessions sessions, PutLinks links, StoreTrust trust, AnnouncedMd5 announced, TakeFromLive live) {
        this.announced = announced;
        this.sessions = sessions;
        this.links = links;
        this.trust = trust;
        this.live = live;
    }

    /// What a client says of one file.
    ///
    /// @param md5 spares the server reading what it finds at a live key; null: it is read
    public record Row(
            String path, long size, Sha256 sha256, @Nullable Md5 md5) {}

    /// One for each row, in their order.
    public sealed interface Answer {
        /// Nothing is to be sent.
        record Present() implements Answer {}

        /// To be sent there.
        record Send(PutLinks.Link link) implements Answer {}

        /// The row takes no part.
        record Refused(String code, String detail) implements Answer {}
    }

    /// Plans `rows` in `session`.
    ///
    /// @param format what the dataset is now: it decides which files are labels
    /// @throws CommitRefused all rows are refused; nothing was changed
    public List<Answer> of(OpenSession session, List<Row> rows, Format format) {
        var taken = new HashSet<LogicalPath>();
        var files = new ArrayList<FileEntry>();
        var answers = new ArrayList<Answer>();
        for (var row : rows) {
            try {
                files.add(check(session, row, format, taken));
                answers.add(new Answer.Present());
            } catch (RowRefused e) {
                answers.add(new Answer.Refused(e.code, String.valueOf(e.getMessage())));
            } catch (PathRefused e) {
                answers.add(new Answer.Refused(e.code(), e.why()));
            }
        }
        fill(answers, session, rows, plan(session, files));
        return answers;
    }

    private List<Planned> plan(OpenSession session, List<FileEntry> files) {
        return trust.directUpload() == DirectUpload.LIVE
                ? sessions.plan(
                        session.id(),
                        files.stream().<Change>map(Change.Put::new).toList())
                : sessions.restage(session.id(), files);
    }

    /// One link for each key: files of one content that share it are sent once.
    private void fill(List<Answer> answers, OpenSession session, List<Row> rows, List<Planned> planned) {
        var keys = new HashSet<>(live.of(session, staged(planned)));
        int next = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Present
                    && planned.get(next++) instanceof Planned.Upload upload
                    && keys.add(upload.key())) {
                answers.set(i, new Answer.Send(links.sign(session.id(), upload)));
                var md5 = rows.get(i).md5();
                if (md5 != null && upload.target() == Planned.Target.DIRECT) {
                    announced.note(session.id(), upload.key(), md5);
                }
            }
        }
    }

    private static List<Planned.Upload> staged(List<Planned> planned) {
        var staged = new ArrayList<Planned.Upload>();
        for (var each : planned) {
            if (each instanceof Planned.Upload upload && upload.target() == Planned.Target.STAGED) {
                staged.add(upload);
            }
        }
        return staged;
    }

    private static FileEntry check(OpenSession session, Row row, Format format, Set<LogicalPath> taken) {
        var path = LogicalPath.of(row.path());
        if (path.value().equals(LogicalPath.META)) {
            throw new RowRefused("path_reserved", "meta.json at the top is written by the server; leave yours out");
        }
        if (row.size() > LARGEST) {
            throw new RowRefused("file_too_large", "a file may have " + LARGEST + " bytes; split it");
        }
        if (session.opened().kind() == ChangeKind.LABELS && !LabelPaths.isLabel(format, path)) {
            throw new RowRefused(
                    "labels_only_violation",
                    "no label file of a " + format.wire() + " dataset; only labels may change");
        }
        if (!taken.add(path)) {
            throw new RowRefused("path_collision", "another row of this call has the same path");
        }
        return new FileEntry(path, row.sha256(), row.size());
    }

    private static final class RowRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;

        private RowRefused(String code, String detail) {
            super(detail);
            this.code = code;
        }
    }
}
