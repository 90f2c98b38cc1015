package dev.gotgan.server.task;

import dev.gotgan.engine.task.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class TaskFeature {
    @Bean
    TaskController taskController(Tasks tasks) {
        return new TaskController(tasks);
    }
}
