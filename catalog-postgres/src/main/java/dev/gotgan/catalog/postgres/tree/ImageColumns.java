package dev.gotgan.catalog.postgres.tree;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The columns of `image_facts` and `image_rows` as what they stand for.
public final class ImageColumns {
    private ImageColumns() {}

    public static ImageFacts facts(ResultSet row) throws SQLException {
        return new ImageFacts(
                Columns.word(ImageFacts.Kind.class, row, "kind"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("exif_orientation"),
                row.getInt("frames"),
                row.getInt("bits"),
                row.getString("error"),
                row.getString("notice"));
    }

    /// Its findings stand in a table of their own.
    public static ImageRow row(ResultSet row) throws SQLException {
        var label = row.getString("label_path");
        return new ImageRow(
                Columns.path(row, "path"),
                Columns.content(row, "sha256"),
                row.getString("split"),
                label == null ? null : new LogicalPath(label),
                row.getString("label_ref"),
                row.getInt("objects"),
                List.of());
    }
}
