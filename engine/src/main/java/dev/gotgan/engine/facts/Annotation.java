package dev.gotgan.engine.facts;

/// One labelled object as its file has it: `numbers` is the geometry in the file's own units.
///
/// @param imageRef  which image of the label file is meant, as [ImageRow#labelRef] says it: COCO's image id; empty
///                  where a label file speaks of one image
/// @param ordinal   0-based place among all shapes of the label file: an object of two polygons has two
/// @param classRef  the class as written: an index, a category id, or a name
/// @param shape     `box` (x, y, w, h), `polygon` (x1, y1, …), `oriented` (8 numbers), `keypoints`, `mask`
/// @param normalised whether numbers are shares of the image's sides rather than pixels
@SuppressWarnings("ArrayRecordComponent") // a million of them pass through; nobody compares or keeps one
public record Annotation(
        String imageRef, int ordinal, String classRef, String shape, boolean normalised, double[] numbers) {}
