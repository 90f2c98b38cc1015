package dev.gotgan.engine.analysis;

import java.nio.file.Path;

/// The room that work on uploads may take on this machine.
///
/// @param spool folder for what a survey writes down on the way
/// @param files how many may be in memory
public record Workroom(Path spool, FileBudget files) {}
