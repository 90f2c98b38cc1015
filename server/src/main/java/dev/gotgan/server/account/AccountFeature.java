package dev.gotgan.server.account;

import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.signin.ClientAddress;
import dev.gotgan.server.web.signin.LoginLimits;
import dev.gotgan.server.web.signin.Passwords;
import dev.gotgan.server.web.signin.SessionCookie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class AccountFeature {
    @Bean
    SignIn.Guard guard(Passwords passwords, LoginLimits limits, ClientAddress address) {
        return new SignIn.Guard(passwords, limits, address);
    }

    @Bean
    SignIn signIn(
            Accounts accounts, AuditLog audit, BrowserSessions sessions, SessionCookie cookies, SignIn.Guard guard) {
        return new SignIn(accounts, audit, sessions, cookies, guard);
    }

    @Bean
    SignInController signInController(
            SignIn signIn,
            Settings settings,
            Accounts accounts,
            Invitations invitations,
            SignIn.Guard guard,
            SessionCookie cookies) {
        var registration = new Registration(settings.signIn().registration(), accounts, invitations, guard);
        return new SignInController(signIn, registration, cookies);
    }

    @Bean
    TokensController tokensController(Tokens tokens) {
        return new TokensController(tokens);
    }

    @Bean
    UsersController usersController(Accounts accounts, BrowserSessions sessions, Passwords passwords) {
        return new UsersController(new KeepAccounts(accounts, sessions, passwords));
    }
}
