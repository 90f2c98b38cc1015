package dev.gotgan.engine.format;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.image.ImageReader;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which files an upload of labels only may carry.
public final class LabelPaths {
    private static final Pattern PROSE = Pattern.compile("(readme|licen[cs]e|notice|changelog|requirements)(\\..*)?");
    private static final Pattern MASK = Pattern.compile("(.*/)?(SegmentationClass|SegmentationObject)/.*");
    private static final Pattern IMAGE_SETS = Pattern.compile("(.*/)?ImageSets/.*\\.txt");

    private LabelPaths() {}

    /// Whether labels of this format are files at all: a class folder is no file.
    public static boolean areFiles(Format format) {
        return format != Format.IMAGEFOLDER;
    }

    /// Whether a file at this path may be a label of this format. A dataset without a format takes labels of any.
    public static boolean isLabel(Format format, LogicalPath path) {
        return switch (format) {
            case YOLO -> isYolo(path);
            case COCO -> ContentRole.of(path) == ContentRole.JSON;
            case PASCAL_VOC -> isVoc(path);
            case UNKNOWN -> isYolo(path) || isVoc(path) || ContentRole.of(path) == ContentRole.JSON;
            case IMAGEFOLDER -> false;
        };
    }

    /// Whether a file at this path is a label although it holds an image: a mask.
    public static boolean isMask(Format format, LogicalPath path) {
        boolean masks = format == Format.PASCAL_VOC || format == Format.UNKNOWN;
        return masks && MASK.matcher(path.value()).matches();
    }

    /// Whether a content that begins so is an image, whatever it is called.
    public static boolean isImage(byte[] firstBytes, int length) {
        return ImageReader.kindOf(firstBytes, length) != ImageFacts.Kind.OTHER;
    }

    private static boolean isYolo(LogicalPath path) {
        var role = ContentRole.of(path);
        boolean prose = PROSE.matcher(path.name().toLowerCase(Locale.ROOT)).matches();
        return (role == ContentRole.TEXT || role == ContentRole.YAML) && !prose;
    }

    private static boolean isVoc(LogicalPath path) {
        return ContentRole.of(path) == ContentRole.XML
                || IMAGE_SETS.matcher(path.value()).matches()
                || isMask(Format.PASCAL_VOC, path);
    }
}
