package dev.gotgan.server.live;

import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.event.Notices;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.live.Tell;
import dev.gotgan.server.web.live.UploadsUnderWay;
import dev.gotgan.server.web.signin.StillSignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class LiveFeature {
    @Bean
    Connections connections() {
        return new Connections();
    }

    @Bean
    MayHear mayHear(Admission admission) {
        return new MayHear(admission, System::nanoTime);
    }

    @Bean
    UploadsUnderWay uploadsUnderWay(WriteSessions sessions, Tell tell) {
        return new UploadsUnderWay(sessions, tell, System::nanoTime);
    }

    @Bean
    EventsController eventsController(
            Connections connections, MayHear mayHear, StillSignedIn signedIn, Settings settings, JsonMapper json) {
        var address = new PublicAddress(settings.http());
        return new EventsController(new Handshake(connections, mayHear, signedIn, address, json::writeValueAsString));
    }

    @Bean
    Listening listening(Notices notices, Connections connections, MayHear mayHear, Tasks tasks) {
        return new Listening(notices, new HearNotices(connections, mayHear, tasks), connections);
    }
}
