package dev.gotgan.arch;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A house built from the ground up: a layer stands on layers that were laid before it and reaches all below those.
///
/// A package that belongs to no layer fails the rule, so a new package must find its place here first.
final class Layers {
    private final Map<String, Layer> laid = new LinkedHashMap<>();

    private record Layer(String packages, Set<String> reaches) {}

    /// Lays a package of the engine, with all packages below it, on layers that are there already.
    Layers engine(String name, String... on) {
        return lay(name, "dev.gotgan.engine." + name + "..", on);
    }

    /// Lays a module on everything that is there already but the named modules.
    Layers moduleWithout(String name, String... strangers) {
        var on = new TreeSet<>(laid.keySet());
        on.removeAll(Set.of(strangers));
        return lay(name, "dev.gotgan." + name + "..", on.toArray(String[]::new));
    }

    ArchRule rule() {
        var rule = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.gotgan..")
                .ensureAllClassesAreContainedInArchitectureIgnoring("dev.gotgan.arch..");
        for (var layer : laid.entrySet()) {
            rule = rule.optionalLayer(layer.getKey()).definedBy(layer.getValue().packages());
        }
        for (var layer : laid.entrySet()) {
            rule = bound(rule, layer.getKey(), layer.getValue().reaches());
        }
        return rule;
    }

    private static LayeredArchitecture bound(LayeredArchitecture rule, String name, Set<String> reaches) {
        return reaches.isEmpty()
                ? rule.whereLayer(name).mayNotAccessAnyLayer()
                : rule.whereLayer(name).mayOnlyAccessLayers(reaches.toArray(String[]::new));
    }

    private Layers lay(String name, String packages, String... on) {
        var reaches = new TreeSet<String>();
        for (var below : on) {
            var layer = laid.get(below);
            if (layer == null) {
                throw new IllegalArgumentException(name + " can't stand on " + below + ": it is not laid yet");
            }
            reaches.add(below);
            reaches.addAll(layer.reaches());
        }
        laid.put(name, new Layer(packages, reaches));
        return this;
    }
}
