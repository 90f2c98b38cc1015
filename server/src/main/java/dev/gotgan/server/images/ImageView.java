package dev.gotgan.server.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.format.finding.FindingText;
import dev.gotgan.engine.gallery.ListedImage;
import dev.gotgan.engine.gallery.Shape;
import dev.gotgan.engine.gallery.Upright;
import dev.gotgan.server.web.reading.FindingView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One image as people see it: sizes and shapes are those of the upright picture.
record ImageView(
        LogicalPath path,
        Sha256 sha256,
        long size,
        int width,
        int height,
        int orientation,
        @Nullable String split,
        @Nullable LogicalPath label,
        int objects,
        List<String> classes,
        List<ShapeView> shapes,
        List<FindingView> problems) {
    /// @param points left out where there are none
    @SuppressWarnings("ArrayRecordComponent") // made, written as JSON and forgotten
    record ShapeView(
            String kind,
            @JsonProperty("class") String className,
            double[] box,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) double[] points) {}

    static ImageView of(ListedImage image, FindingText text) {
        var row = image.row();
        var upright = Upright.of(image.facts());
        return new ImageView(
                row.path(),
                row.sha256(),
                image.size(),
                upright.width(),
                upright.height(),
                Math.clamp(image.facts().orientation(), 1, 8),
                image.split(),
                row.label(),
                row.objects(),
                image.classes(),
                image.labels().stream().map(label -> shape(label, upright)).toList(),
                image.problems().stream()
                        .map(finding -> FindingView.of(finding, text))
                        .toList());
    }

    private static ShapeView shape(ListedImage.Label label, Upright upright) {
        var shape = Shape.of(label.annotation(), upright);
        return new ShapeView(shape.kind(), label.className(), rounded(shape.box()), rounded(shape.points()));
    }

    /// A millionth of a side is less than any pixel.
    private static double[] rounded(double[] shares) {
        var rounded = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            rounded[i] = Math.rint(shares[i] * 1e6) / 1e6;
        }
        return rounded;
    }
}
