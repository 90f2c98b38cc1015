package dev.gotgan.engine.direct.answer;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.facts.Analysis;
import java.util.List;

/// What a commit of an open session would make.
///
/// @param changed  paths that the head holds with other bytes
/// @param same     paths that were named and the head holds so
/// @param matched  label files of the session that belong to an image
/// @param orphans  label files of the session that belong to none, in path order
/// @param analysis of the whole dataset as it would be
/// @param exact    whether every content was read; else those that have not arrived are taken for what their names say
/// @param remarks  on the names, and on names that are an operating system's leavings
public record Preview(
        long added,
        long changed,
        long same,
        long removed,
        long matched,
        List<LogicalPath> orphans,
        Analysis analysis,
        boolean exact,
        List<PathDoor.Notice> remarks) {}
