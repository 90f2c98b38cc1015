package dev.gotgan.server.wiring;

import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.signin.ClientAddress;
import dev.gotgan.server.web.signin.LoginLimits;
import dev.gotgan.server.web.signin.Passwords;
import dev.gotgan.server.web.signin.SecretKey;
import dev.gotgan.server.web.signin.SessionCookie;
import dev.gotgan.server.web.signin.StillSignedIn;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What finding out who is calling takes.
@Configuration(proxyBeanMethods = false)
class SignInWiring {
    @Bean
    SecretKey secretKey(Settings settings) throws IOException {
        return SecretKey.in(settings.data());
    }

    @Bean
    SessionCookie sessionCookie(SecretKey key, Settings settings) {
        return new SessionCookie(key, settings.http());
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    LoginLimits loginLimits(InstantSource clock) {
        return new LoginLimits(clock);
    }

    @Bean
    ClientAddress clientAddress(Settings settings) {
        return new ClientAddress(settings.http().trustedProxies());
    }

    @Bean
    StillSignedIn stillSignedIn(Tokens tokens, BrowserSessions sessions, SessionCookie cookies) {
        return new StillSignedIn(tokens, sessions, cookies);
    }
}
