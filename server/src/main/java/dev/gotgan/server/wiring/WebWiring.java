package dev.gotgan.server.wiring;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.operations.RequestFigures;
import dev.gotgan.server.web.AccessGate;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.CallerArgument;
import dev.gotgan.server.web.EveryEndpointDeclares;
import dev.gotgan.server.web.Json;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.ProblemResolver;
import dev.gotgan.server.web.reading.Generations;
import java.beans.PropertyEditorSupport;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
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
    Generations generations(CommitLog commits, Timing timing, InstantSource clock) {
        return new Generations(commits, timing, clock);
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
    }

    /// Editors and no converters: where a converter says no, Spring tries the name of the constant, and `YOLO` would
    /// pass for `yolo`.
    @Override
    protected ConfigurableWebBindingInitializer getConfigurableWebBindingInitializer(
            FormattingConversionService conversion, Validator validator) {
        var initializer = super.getConfigurableWebBindingInitializer(conversion, validator);
        initializer.setPropertyEditorRegistrar(registry -> {
            registry.registerCustomEditor(Severity.class, new Word<>(Severity::find));
            registry.registerCustomEditor(Format.class, new Word<>(Format::find));
            registry.registerCustomEditor(TaskType.class, new Word<>(TaskType::find));
            registry.registerCustomEditor(Visibility.class, new Word<>(Visibility::find));
            registry.registerCustomEditor(DatasetList.Sort.class, new Word<>(word(DatasetList.Sort.values())));
            registry.registerCustomEditor(ImagePages.Has.class, new Word<>(word(ImagePages.Has.values())));
        });
        return initializer;
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

    private static <E extends Enum<E>> Function<String, Optional<E>> word(E[] words) {
        return text -> Stream.of(words)
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /// One of a closed list; an empty text is none.
    private static final class Word<T> extends PropertyEditorSupport {
        private final Function<String, Optional<T>> find;

        Word(Function<String, Optional<T>> find) {
            this.find = find;
        }

        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? null : find.apply(text).orElseThrow(() -> new IllegalArgumentException(text)));
        }
    }
}
