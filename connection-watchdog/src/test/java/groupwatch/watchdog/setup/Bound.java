package groupwatch.watchdog.setup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings as they are bound at a start. */
@Configuration
@EnableConfigurationProperties({SetupSettings.class, GatewayUrl.class})
class Bound {}
