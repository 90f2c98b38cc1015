package dev.gotgan.engine.format.text;

import dev.gotgan.engine.format.finding.FindingKind;

/// Why a YAML is not read. It never leaves the reader of a content.
public final class YamlRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FindingKind kind;
    private final String value;

    YamlRefused(FindingKind kind, String value) {
        super(kind.wire(), null, false, false);
        this.kind = kind;
        this.value = value;
    }

    public FindingKind kind() {
        return kind;
    }

    public String value() {
        return value;
    }
}
