package dev.gotgan.engine.upload;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;

/// What an upload is to do.
///
/// @param format  what the dataset is now: it decides which files are labels
/// @param message for the history; may be empty
public record UploadRequest(
        Actor actor, DatasetId dataset, UploadMode mode, Format format, AnalysisHint hint, String message) {}
