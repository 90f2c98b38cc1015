package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.GrantRow;
import dev.gotgan.engine.memory.rows.Metadata;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// [Permissions] in memory.
public final class MemoryPermissions implements Permissions {
    private final CatalogRows all;
    private final AuditLog audit;

    public MemoryPermissions(CatalogRows all) {
        this.all = all;
        this.audit = new MemoryAuditLog(all);
    }

    @Override
    public List<Grant> list(DatasetId dataset) {
        return all.in(() -> all.find(dataset).stream()
                .map(rows -> rows.metadata)
                .flatMap(this::grants)
                .toList());
    }

    private Stream<Grant> grants(Metadata metadata) {
        var owner = Optional.ofNullable(metadata.owner)
                .map(person -> grant(person, new GrantRow(Role.OWNER, null, metadata.created)))
                .stream();
        var granted = metadata.roles.entrySet().stream()
                .filter(each -> !each.getKey().equals(metadata.owner))
                .map(each -> grant(each.getKey(), each.getValue()));
        return Stream.concat(owner, granted);
    }

    private Grant grant(UserId person, GrantRow row) {
        var account = find(person).orElseThrow().account();
        var by = Optional.ofNullable(row.by()).filter(each -> find(each).isPresent());
        return new Grant(person, account.email(), account.name(), row.role(), by.orElse(null), row.at());
    }

    private Optional<Accounts.Login> find(UserId person) {
        return Optional.ofNullable(all.people.get(person));
    }

    @Override
    public Granted grant(DatasetId dataset, UserId person, Role role, Actor by) {
        return all.in(() -> {
            var metadata = all.find(dataset).orElseThrow().metadata;
            if (person.equals(metadata.owner)) {
                return Granted.OWNS_IT;
            }
            var before =
                    metadata.roles.put(person, new GrantRow(role, by.findId().orElse(null), all.now()));
            audit.append(by, "permission.grant", dataset, Map.of("person", person.toString(), "role", role.wire()));
            return before == null ? Granted.ADDED : Granted.CHANGED;
        });
    }

    @Override
    public boolean revoke(DatasetId dataset, UserId person, Actor by) {
        return all.in(() -> {
            boolean revoked = all.find(dataset)
                    .filter(rows -> rows.metadata.roles.remove(person) != null)
                    .isPresent();
            if (revoked) {
                audit.append(by, "permission.revoke", dataset, Map.of("person", person.toString()));
            }
            return revoked;
        });
    }
}
