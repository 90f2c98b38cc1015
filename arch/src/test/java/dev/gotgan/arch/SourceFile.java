package dev.gotgan.arch;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One parsed Java file.
///
/// @param path relative to the repository root, as `engine/src/main/java/…/Sha256.java`
record SourceFile(Path path, CompilationUnitTree tree, SourcePositions positions) {
    boolean isMain() {
        return path.subpath(1, path.getNameCount()).startsWith("src/main");
    }

    String packageName() {
        return String.valueOf(tree.getPackageName());
    }

    /// Qualified names.
    List<String> topLevelTypes() {
        return tree.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> packageName() + "." + ((ClassTree) type).getSimpleName())
                .toList();
    }

    /// Every class, interface, record, enum and annotation in the file but the anonymous ones.
    List<ClassTree> types() {
        return all(ClassTree.class).stream()
                .filter(type -> !type.getSimpleName().isEmpty())
                .toList();
    }

    /// Every node of a kind, in no promised order.
    <T extends Tree> List<T> all(Class<T> kind) {
        var found = new ArrayList<T>();
        new TreeScanner<Void, List<T>>() {
            @Override
            public Void scan(Tree node, List<T> into) {
                if (kind.isInstance(node)) {
                    into.add(kind.cast(node));
                }
                return super.scan(node, into);
            }
        }.scan(tree, found);
        return found;
    }

    /// `path:line`, as an editor takes it.
    String at(Tree node) {
        return path + ":" + tree.getLineMap().getLineNumber(positions.getStartPosition(tree, node));
    }
}
