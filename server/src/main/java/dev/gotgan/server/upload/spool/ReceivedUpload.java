package dev.gotgan.server.upload.spool;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a form sent, with its files on disk; the order of its parts did not matter.
///
/// @param fields   the parts that are no files
/// @param archives of the field `file`, each a spool file of its own
/// @param files    of the field `files`, in the order they came
public record ReceivedUpload(Map<String, String> fields, List<Arrived> archives, List<Arrived> files) {
    public Optional<String> findField(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
}
