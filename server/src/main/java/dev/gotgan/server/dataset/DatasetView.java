package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.FindingPages.KindCount;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One dataset in full.
record DatasetView(
        DatasetId id,
        String name,
        @Nullable String description,
        @Nullable OwnerView owner,
        Visibility visibility,
        @Nullable OrganizationView organization,
        List<String> tags,
        String storagePath,
        String storageType,
        Format format,
        TaskType taskType,
        int numClasses,
        long numImages,
        List<String> classNames,
        int version,
        long generation,
        Sha256 contentHash,
        Map<String, Long> splits,
        StatisticsView statistics,
        FindingsView findings,
        boolean trainingReady,
        @Nullable Role role,
        @Nullable Instant lastVerifiedAt,
        @Nullable Instant lastModifiedAt,
        Instant createdAt,
        Instant updatedAt) {
    /// @param email null for callers who share nothing with the owner
    record OwnerView(UserId id, @Nullable String email) {}

    record OrganizationView(int id, String name) {}

    record StatisticsView(
            BigDecimal avgWidth,
            BigDecimal avgHeight,
            BigDecimal totalSizeMb,
            long numFiles,
            long labelledImages,
            long objects) {}

    /// How much was found, each finding once however often it occurs; the findings themselves are a list of their own.
    ///
    /// @param kinds the gravest first
    record FindingsView(long errors, long warnings, long infos, List<KindView> kinds) {
        static FindingsView of(List<KindCount> counts) {
            return new FindingsView(
                    sum(counts, Severity.ERROR),
                    sum(counts, Severity.WARNING),
                    sum(counts, Severity.INFO),
                    counts.stream().map(KindView::of).toList());
        }

        private static long sum(List<KindCount> counts, Severity severity) {
            return counts.stream()
                    .filter(each -> each.severity() == severity)
                    .mapToLong(KindCount::findings)
                    .sum();
        }
    }

    record KindView(String kind, Severity severity, long count) {
        static KindView of(KindCount each) {
            return new KindView(each.kind(), each.severity(), each.findings());
        }
    }

    static DatasetView of(DatasetRecord record, Onlooker onlooker, List<KindCount> findings) {
        var head = record.head();
        var facts = record.facts();
        return new DatasetView(
                head.dataset(),
                record.name(),
                record.description(),
                owner(record, onlooker),
                record.visibility(),
                onlooker.organization(),
                record.tags(),
                head.storagePath(),
                record.storageType(),
                facts.format(),
                facts.taskType(),
                facts.classNames().size(),
                facts.images(),
                facts.classNames(),
                head.version(),
                head.generation(),
                head.contentHash(),
                splits(facts.splits()),
                statistics(record),
                FindingsView.of(findings),
                facts.trainingReady(),
                onlooker.role(),
                record.times().verified(),
                record.times().modified(),
                record.times().created(),
                record.times().updated());
    }

    private static @Nullable OwnerView owner(DatasetRecord record, Onlooker onlooker) {
        var owner = record.owner();
        return owner == null ? null : new OwnerView(owner, onlooker.insider() ? record.ownerEmail() : null);
    }

    private static Map<String, Long> splits(List<Analysis.Split> splits) {
        var counts = new LinkedHashMap<String, Long>();
        splits.forEach(split -> counts.put(split.name(), split.images()));
        return counts;
    }

    private static StatisticsView statistics(DatasetRecord record) {
        var facts = record.facts();
        return new StatisticsView(
                rounded(facts.averageWidth()),
                rounded(facts.averageHeight()),
                MetaJson.megabytes(record.head().bytes()),
                record.head().files(),
                facts.labelledImages(),
                facts.objects());
    }

    private static BigDecimal rounded(double pixels) {
        return BigDecimal.valueOf(pixels).setScale(1, RoundingMode.HALF_UP);
    }
}
