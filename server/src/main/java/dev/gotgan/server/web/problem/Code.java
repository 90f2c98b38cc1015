package dev.gotgan.server.web.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The closed list of `spec/codes.md`: what an answer that is no success may say, and with which HTTP status.
public enum Code {
    INVALID_PARAMETER(400),
    HEADER_INVALID(400),
    MULTIPART_INVALID(400),
    UPLOAD_INCOMPLETE(400),
    HASH_MISMATCH(400),
    UNAUTHENTICATED(401),
    LOGIN_FAILED(401),
    FORBIDDEN(403),
    CSRF_REQUIRED(403),
    ANALYZE_DISABLED(403),
    REGISTRATION_CLOSED(403),
    LINK_INVALID(403),
    NOT_FOUND(404),
    DATASET_NOT_FOUND(404),
    FILE_NOT_FOUND(404),
    PATH_NOT_FOUND(404),
    UPLOAD_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    HEAD_MOVED(409),
    FILES_MISSING(409),
    DIRECT_UPLOAD_UNAVAILABLE(409),
    ID_TAKEN(409),
    EMAIL_TAKEN(409),
    PATH_RESERVED_BY_UPLOAD(409),
    OWNS_DATASETS(409),
    LAST_ADMIN(409),
    ONLY_TEAM_ADMIN(409),
    NOT_IN_TRASH(409),
    GENERATION_GONE(410),
    CONTENT_LOST(410),
    PRECONDITION_FAILED(412),
    PAYLOAD_TOO_LARGE(413),
    UPLOAD_TOO_LARGE(413),
    TOO_MANY_FILES(413),
    FILE_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    FIELD_UNKNOWN(422),
    FIELD_INVALID(422),
    USER_UNKNOWN(422),
    ORGANIZATION_UNKNOWN(422),
    NO_THUMBNAIL(422),
    LABELS_ONLY_VIOLATION(422),
    LABELS_ONLY_UNSUPPORTED(422),
    PATH_TRAVERSAL(422),
    PATH_ABSOLUTE(422),
    PATH_RESERVED(422),
    PATH_CONTROL_CHAR(422),
    PATH_ENCODING(422),
    PATH_TOO_LONG(422),
    PATH_TOO_DEEP(422),
    PATH_COLLISION(422),
    PATH_AMBIGUOUS(422),
    ARCHIVE_SYMLINK(422),
    ARCHIVE_HARDLINK(422),
    ARCHIVE_SPECIAL(422),
    ARCHIVE_ENCRYPTED(422),
    ARCHIVE_UNSUPPORTED(422),
    ARCHIVE_CORRUPT(422),
    ARCHIVE_TRUNCATED(422),
    ARCHIVE_AMBIGUOUS(422),
    ARCHIVE_BOMB_RATIO(422),
    ARCHIVE_BOMB_SIZE(422),
    ARCHIVE_TOO_MANY_ENTRIES(422),
    ARCHIVE_EMPTY(422),
    ARCHIVE_TYPE_MISMATCH(422),
    UPGRADE_REQUIRED(426),
    RATE_LIMITED(429),
    TOO_MANY_CONNECTIONS(429),
    INTERNAL(500),
    BUSY(503),
    UNAVAILABLE(503),
    INSUFFICIENT_STORAGE(507);

    private static final Map<String, Code> BY_WIRE =
            Stream.of(values()).collect(Collectors.toMap(Code::wire, Function.identity()));

    private final int status;

    Code(int status) {
        this.status = status;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// The name in JSON.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The code that the engine spelled `wire`.
    public static Optional<Code> find(String wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
