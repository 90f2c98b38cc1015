/// What analysis finds out and everybody hands on: the format, the task, and facts about images and labels.
///
/// Facts belong to contents and are computed once for each; rows belong to a generation of a dataset.
@NullMarked
package dev.gotgan.engine.facts;

import org.jspecify.annotations.NullMarked;
