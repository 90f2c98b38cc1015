package dev.gotgan.engine.facts;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One image of a generation as galleries, filters and counts read it.
///
/// @param split   the split's name as the dataset has it; empty where there is none
/// @param label   the file that labels it; null where none does
/// @param labelRef which image of that label file it is: COCO's image id; empty where the file speaks of one image
/// @param objects labelled objects in it; for classification 1 when it has a class
/// @param classes indices into the analysis' class list that occur in it, ascending, each once
public record ImageRow(
        LogicalPath path,
        Sha256 sha256,
        String split,
        @Nullable LogicalPath label,
        String labelRef,
        int objects,
        List<Integer> classes) {}
