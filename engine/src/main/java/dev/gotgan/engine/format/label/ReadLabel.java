package dev.gotgan.engine.format.label;

/// What one label file says, without its hash and its path.
///
/// @param summary JSON of the kind's own shape; read back by the package that wrote it
public record ReadLabel(LabelKind kind, String summary) {}
