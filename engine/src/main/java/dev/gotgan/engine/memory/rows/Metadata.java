package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A dataset's record, as far as it is not its head.
public final class Metadata {
    public static final String STORAGE_TYPE = "local";

    /// In the order of granting.
    public final Map<UserId, GrantRow> roles = new LinkedHashMap<>();

    public final Instant created;
    public DatasetState state;
    public String name;

    @Nullable
    public String description;

    @Nullable
    public UserId owner;

    @Nullable
    public Integer organization;

    public Visibility visibility;
    public List<String> tags;
    public AnalysisHint hint;
    public DatasetRecord.@Nullable Facts facts;

    /// The head's last analysis followed an older choice than the present one.
    public boolean analysisDue;

    /// As that analysis said; `facts` shows a later choice.
    private DatasetRecord.@Nullable Facts analysed;

    public long revision = 1;
    public Instant updated;

    @Nullable
    public Instant modified;

    @Nullable
    public Instant trashed;

    /// Counts what meta.json must tell, and up to where it was told.
    public long metaRevision;

    public long metaWritten;

    /// Until when a lost write of meta.json may land, and when it was last looked at.
    public Instant metaUnquiet = Instant.MIN;

    public Instant metaLooked = Instant.MIN;
    public boolean metaRecheck;

    public Optional<Role> findRole(UserId person) {
        return Optional.ofNullable(roles.get(person)).map(GrantRow::role);
    }

    public boolean metaBehind(Instant now) {
        return metaWritten < metaRevision || (metaRecheck && !now.isBefore(metaUnquiet));
    }

    public Metadata(Datasets.NewDataset wanted, DatasetState state, Instant now) {
        this.state = state;
        this.name = wanted.name();
        this.description = wanted.description();
        this.owner = wanted.owner();
        this.visibility = wanted.visibility();
        this.tags = List.copyOf(wanted.tags());
        this.hint = wanted.hint();
        this.created = now;
        this.updated = now;
        this.metaRevision = state == DatasetState.LIVE ? 1 : 0;
    }

    public void apply(Datasets.MetadataChange change, Instant now) {
        name = Objects.requireNonNullElse(change.name(), name);
        description = change.description() == null ? description : change.description();
        tags = List.copyOf(Objects.requireNonNullElse(change.tags(), tags));
        if (change.hint() != null) {
            choose(change.hint());
        }
        visibility = Objects.requireNonNullElse(change.visibility(), visibility);
        owner = change.owner() == null ? owner : change.owner();
        if (change.organization() != null) {
            organization = change.organization() == 0 ? null : change.organization();
        }
        revision++;
        metaRevision++;
        updated = now;
    }

    /// A choice shows at once; where one is taken back, what the last analysis said shows again.
    private void choose(AnalysisHint chosen) {
        hint = chosen;
        analysisDue = analysed != null;
        facts = analysed == null ? null : withChoice(analysed, chosen);
    }

    private static DatasetRecord.Facts withChoice(DatasetRecord.Facts known, AnalysisHint chosen) {
        return new DatasetRecord.Facts(
                Objects.requireNonNullElse(chosen.format(), known.format()),
                Objects.requireNonNullElse(chosen.taskType(), known.taskType()),
                known.confidence(),
                Objects.requireNonNullElse(chosen.classNames(), known.classNames()),
                known.splits(),
                known.images(),
                known.labelledImages(),
                known.objects(),
                known.averageWidth(),
                known.averageHeight(),
                known.trainingReady(),
                known.errors(),
                known.warnings());
    }

    /// A dataset that was made for its first upload has it now.
    public void goLive() {
        state = state == DatasetState.NEW ? DatasetState.LIVE : state;
        metaRevision = Math.max(metaRevision, 1);
    }

    /// The dataset has a new head of which `analysis` holds.
    public void committed(Analysis analysis, Instant now) {
        know(analysis);
        metaRevision++;
        updated = now;
        modified = now;
    }

    /// The head is the same and was analysed by the present choice.
    public void analysedAgain(Analysis analysis) {
        know(analysis);
        analysisDue = false;
        metaRevision++;
    }

    private void know(Analysis analysis) {
        analysed = new DatasetRecord.Facts(
                analysis.format(),
                analysis.taskType(),
                analysis.confidence(),
                List.copyOf(analysis.classes()),
                List.copyOf(analysis.splits()),
                analysis.images(),
                analysis.labelledImages(),
                analysis.objects(),
                analysis.averageWidth(),
                analysis.averageHeight(),
                analysis.trainingReady(),
                count(analysis, Severity.ERROR),
                count(analysis, Severity.WARNING));
        facts = analysed;
    }

    private static long count(Analysis analysis, Severity severity) {
        return analysis.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    public DatasetRecord.Facts facts() {
        if (facts != null) {
            return facts;
        }
        var format = Objects.requireNonNullElse(hint.format(), Format.UNKNOWN);
        var task = Objects.requireNonNullElse(hint.taskType(), TaskType.UNKNOWN);
        return new DatasetRecord.Facts(format, task, 0, List.of(), List.of(), 0, 0, 0, 0, 0, false, 0, 0);
    }

    public MetaJson document(Head head) {
        var known = facts();
        return new MetaJson(
                head.dataset(),
                name,
                known.format(),
                known.taskType(),
                known.classNames(),
                known.images(),
                known.splits(),
                known.averageWidth(),
                known.averageHeight(),
                head.bytes(),
                head.contentHash(),
                modified == null ? created : modified,
                head.version(),
                head.generation());
    }

    public DatasetRecord record(Head head, @Nullable String ownerEmail) {
        return new DatasetRecord(
                head,
                state,
                name,
                description,
                owner,
                ownerEmail,
                organization,
                visibility,
                tags,
                STORAGE_TYPE,
                facts(),
                hint,
                revision,
                new DatasetRecord.Times(created, updated, modified, trashed, null));
    }
}
