package dev.gotgan.server.team;

import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.server.web.signin.LoginLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class TeamFeature {
    @Bean
    OrganizationsController organizationsController(
            Organizations organizations, Accounts accounts, LoginLimits limits) {
        return new OrganizationsController(organizations, new KeepTeams(organizations, accounts, limits));
    }

    @Bean
    AuditController auditController(AuditLog audit) {
        return new AuditController(audit);
    }
}
