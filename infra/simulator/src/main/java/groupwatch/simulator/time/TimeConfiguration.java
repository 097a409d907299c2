package groupwatch.simulator.time;

import groupwatch.simulator.SimulatorSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where time comes from: the real clock, or one in which hours pass in minutes. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock(SimulatorSettings settings) {
        var speed = settings.clock().speed();
        var real = Clock.systemUTC();
        return speed == 1 ? real : new FastClock(real, speed);
    }

    @Bean
    Delays delays(SimulatorSettings settings) {
        return new Delays(settings.clock().speed());
    }
}
