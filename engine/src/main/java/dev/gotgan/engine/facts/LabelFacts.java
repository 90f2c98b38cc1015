package dev.gotgan.engine.facts;

import dev.gotgan.engine.content.Sha256;

/// What one label file's bytes say, whatever its path, kept per content so that no label is ever parsed twice.
///
/// @param kind    which reader understood it (`yolo_lines`, `voc_xml`, `coco_json`, `data_yaml`, `text_lines`, …)
/// @param summary JSON that only the format package reads: classes, counts per image, sizes, findings of this
/// content
public record LabelFacts(Sha256 sha256, String kind, String summary) {}
