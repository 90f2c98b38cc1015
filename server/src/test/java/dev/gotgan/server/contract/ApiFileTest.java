package dev.gotgan.server.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.web.problem.Code;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The API file says what the handlers are, both ways; whether it says what they answer, every other test shows.
class ApiFileTest {
    private static final ApiFile FILE = ApiFile.read();
    private static final List<Handlers.Handler> HANDLERS = Handlers.all();

    @Test
    void everyOperationHasAHandlerAndEveryHandlerIsDescribedWithItsRule() {
        var described = FILE.operations().stream().collect(toMap(Operation::route, Operation::access));
        var served = HANDLERS.stream().collect(toMap(Handlers.Handler::route, Handlers.Handler::access));
        assertThat(new TreeMap<>(described)).hasSizeGreaterThan(30).isEqualTo(new TreeMap<>(served));
    }

    @Test
    void everyOperationHasTheParametersOfItsHandler() {
        var described = FILE.operations().stream().collect(toMap(Operation::route, ApiFileTest::parameters));
        var served = HANDLERS.stream().collect(toMap(Handlers.Handler::route, Handlers.Handler::parameters));
        assertThat(new TreeMap<>(described)).isEqualTo(new TreeMap<>(served));
    }

    /// Bodies that are read by hand (a PUT, where absent and null differ) are held by the tests of those.
    @Test
    void everyJsonBodyHasTheFieldsOfItsRecord() {
        var bodies = HANDLERS.stream()
                .flatMap(handler -> handler.body().filter(Class::isRecord).map(type -> Map.entry(handler, type)))
                .toList();
        assertThat(bodies).hasSizeGreaterThan(8).allSatisfy(body -> {
            var schema = FILE.resolved(
                    operation(body.getKey().route()).node().at("/requestBody/content/application~1json/schema"));
            assertThat(schema.path("properties").propertyNames())
                    .as(body.getKey().route())
                    .containsExactlyInAnyOrderElementsOf(fields(body.getValue()));
            assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        });
    }

    @Test
    void everyOperationHasANameOfItsOwnAndATagThatIsDescribed() {
        assertThat(FILE.operations()).allSatisfy(each -> assertThat(each.id()).matches("[a-z][a-zA-Z]+"));
        assertThat(FILE.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
    }

    /// A response's description is its list of codes, each of the status it stands under; no code is left out.
    @Test
    void everyRefusalNamesItsCodes() {
        var named = FILE.operations().stream()
                .flatMap(operation -> operation.responses().entrySet().stream())
                .filter(response -> response.getValue().path("content").has("application/problem+json"))
                .flatMap(response -> Contract.codes(response.getValue()).map(code -> response.getKey() + " " + code))
                .collect(Collectors.toSet());
        var known = Stream.of(Code.values())
                .flatMap(code -> Stream.of(code.status() + " " + code.wire(), "default " + code.wire()))
                .collect(Collectors.toSet());
        assertThat(known).containsAll(named);
        assertThat(named.stream().map(each -> each.replaceFirst(".* ", "")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Code.values()).map(Code::wire).toList());
    }

    @Test
    void whatTheFileRefersToIsThereAndWhatIsThereIsReferredTo() {
        var defined = FILE.components().properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue().propertyNames().stream().map(name -> kind.getKey() + "/" + name))
                .collect(Collectors.toSet());
        var used =
                FILE.references().map(ref -> ref.replace("#/components/", "")).collect(Collectors.toSet());
        assertThat(used).isEqualTo(defined);
    }

    private static Operation operation(String route) {
        return FILE.operations().stream()
                .filter(each -> each.route().equals(route))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parameters(Operation operation) {
        return operation.parameters().stream()
                .filter(each -> Set.of("path", "query").contains(each.path("in").asString("")))
                .map(ApiFileTest::parameter)
                .sorted()
                .toList();
    }

    private static String parameter(JsonNode node) {
        var must = node.path("required").asBoolean(false) ? "!" : "";
        return node.path("in").asString("") + " " + node.path("name").asString("") + must;
    }

    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }
}
