package dev.gotgan.server.wiring;

import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.ProblemValve;
import dev.gotgan.server.web.signin.SessionCookie;
import dev.gotgan.server.web.signin.SignInFilter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tomcat with a virtual thread a request, and nothing that an API without pages needs.
@Configuration(proxyBeanMethods = false)
class TomcatWiring {
    private static final int SWALLOWED = 32 << 20;

    @Bean
    TomcatServletWebServerFactory webServer(Settings settings) throws UnknownHostException {
        var factory = new TomcatServletWebServerFactory(settings.http().port());
        factory.setAddress(InetAddress.getByName(settings.http().host()));
        factory.setRegisterDefaultServlet(false);
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.setServerHeader(null);
        factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(new VirtualThreadExecutor("http-")));
        factory.addConnectorCustomizers(TomcatWiring::connector);
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
            context.addServletContainerInitializer(new WsSci(), null);
        });
        return factory;
    }

    private static void connector(Connector connector) {
        /* A client that asks first (curl does, over a megabyte) is refused before it sends; one that does not is read
        on for a while, so that it hears its refusal instead of a broken pipe. */
        connector.setProperty("continueResponseTiming", "onRead");
        connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED));
        connector.setXpoweredBy(false);
    }

    @Bean
    FilterRegistrationBean<SignInFilter> signInFilter(Tokens tokens, BrowserSessions sessions, SessionCookie cookies) {
        return new FilterRegistrationBean<>(new SignInFilter(tokens, sessions, cookies));
    }
}
