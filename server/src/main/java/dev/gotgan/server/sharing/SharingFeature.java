package dev.gotgan.server.sharing;

import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.signin.LoginLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class SharingFeature {
    @Bean
    InvitationsController invitationsController(Invitations invitations, Settings settings) {
        return new InvitationsController(invitations, new PublicAddress(settings.http()));
    }

    @Bean
    PermissionsController permissionsController(Permissions permissions, Accounts accounts, LoginLimits limits) {
        return new PermissionsController(new Share(permissions, accounts, limits));
    }
}
