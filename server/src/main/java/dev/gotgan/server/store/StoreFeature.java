package dev.gotgan.server.store;

import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.store.doctor.ExamineStore;
import dev.gotgan.engine.store.doctor.Patient;
import dev.gotgan.engine.store.doctor.StoreReports;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.config.Settings;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class StoreFeature {
    @Bean
    StoreDoctor storeDoctor(
            Patient patient,
            StoreDoctor.Known known,
            Tasks tasks,
            ExecutorService background,
            JsonMapper json,
            InstantSource clock) {
        return new StoreDoctor(new ExamineStore(clock), patient, known, tasks, background, json);
    }

    @Bean
    StoreDoctor.Known known(StoreReports reports, StoreTrust trust) {
        return new StoreDoctor.Known(reports, trust);
    }

    @Bean
    StoreController storeController(StoreDoctor doctor, Settings settings) {
        return new StoreController(doctor, new PublicAddress(settings.http()));
    }

    @Bean
    SmartInitializingSingleton examineAtFirst(StoreDoctor doctor, Settings settings) {
        return () -> doctor.firstTime(new PublicAddress(settings.http()).atStart());
    }
}
