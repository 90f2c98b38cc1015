package dev.gotgan.server.wiring;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.operations.RequestFigures;
import dev.gotgan.server.web.AccessGate;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.CallerArgument;
import dev.gotgan.server.web.EveryEndpointDeclares;
import dev.gotgan.server.web.Json;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.ProblemResolver;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Spring MVC, cut down to what an API needs: JSON in and out, one gate, one place for errors.
@Configuration(proxyBeanMethods = false)
class WebWiring extends WebMvcConfigurationSupport {
    private final JsonMapper json = Json.mapper();
    private final Admission admission;

    private final RequestFigures figures;

    WebWiring(Datasets datasets, Tasks tasks, Settings settings, RequestFigures figures) {
        this.figures = figures;
        this.admission = new Admission(datasets, tasks, settings.signIn().anonymous());
    }

    @Bean
    JsonMapper json() {
        return json;
    }

    @Bean
    Admission admission() {
        return admission;
    }

    @Bean
    EveryEndpointDeclares everyEndpointDeclares(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new EveryEndpointDeclares(requestMappingHandlerMapping);
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Override
    protected void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(figures);
        registry.addInterceptor(new AccessGate(admission));
    }

    @Override
    protected void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Override
    protected void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, DatasetId.class, DatasetId::new);
        registry.addConverter(String.class, Format.class, word(Format::find));
        registry.addConverter(String.class, TaskType.class, word(TaskType::find));
        registry.addConverter(String.class, Visibility.class, word(Visibility::find));
        registry.addConverter(String.class, DatasetList.Sort.class, word(WebWiring::sort));
    }

    @Override
    protected void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        var problems = new MediaType("application", "problem+json");
        var converter = new JacksonJsonHttpMessageConverter(json);
        converter.setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, problems));
        builder.disableDefaults()
                .withJsonConverter(converter)
                .withStringConverter(new StringHttpMessageConverter())
                .addCustomConverter(new ByteArrayHttpMessageConverter());
    }

    @Override
    protected void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new ProblemResolver());
    }

    private static Optional<DatasetList.Sort> sort(String text) {
        return Stream.of(DatasetList.Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static <T> Converter<String, T> word(Function<String, Optional<T>> find) {
        return text -> find.apply(text).orElseThrow(() -> new NoSuchElementException(text));
    }
}
