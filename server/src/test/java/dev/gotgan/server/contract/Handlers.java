package dev.gotgan.server.contract;

import dev.gotgan.server.web.Requires;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;

/// The endpoints as the server's classes have them.
final class Handlers {
    private Handlers() {}

    /// One route of a handler's method.
    record Handler(String route, Method method) {
        String access() {
            var requires = method.getAnnotation(Requires.class);
            return requires == null ? "none" : requires.value() + " " + requires.effect();
        }

        /// As `path id` and `query limit`, with a `!` behind what must be there.
        List<String> parameters() {
            return Arrays.stream(method.getParameters())
                    .flatMap(Handlers::parameter)
                    .sorted()
                    .toList();
        }

        Stream<Class<?>> body() {
            return Arrays.stream(method.getParameters())
                    .filter(each -> each.isAnnotationPresent(RequestBody.class))
                    .map(Parameter::getType);
        }
    }

    static List<Handler> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("dev.gotgan.server").stream()
                .flatMap(bean -> Arrays.stream(load(bean.getBeanClassName()).getDeclaredMethods()))
                .flatMap(Handlers::routes)
                .toList();
    }

    private static Class<?> load(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Handler> routes(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.method())
                        .flatMap(verb ->
                                Arrays.stream(mapping.path()).map(path -> new Handler(verb + " " + path, method)));
    }

    private static Stream<String> parameter(Parameter parameter) {
        var query = parameter.getAnnotation(RequestParam.class);
        if (query != null) {
            var must = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            return Stream.of("query " + name(query.name(), query.value(), parameter) + (must ? "!" : ""));
        }
        var path = parameter.getAnnotation(PathVariable.class);
        return path == null ? Stream.empty() : Stream.of("path " + name(path.name(), path.value(), parameter) + "!");
    }

    private static String name(String name, String value, Parameter parameter) {
        return Stream.of(name, value)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(parameter.getName());
    }
}
