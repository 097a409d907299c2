package groupwatch.kit.sample;

import static org.springframework.http.HttpMethod.GET;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteSecurity;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Starts like any service, on a free port. */
@WebService
@SuiteSecured
public class SampleApplication {

    public static final String KEY = "a key for tests that is long enough, surely";

    public static ConfigurableApplicationContext start(String... args) {
        return startWithKey(KEY, args);
    }

    public static ConfigurableApplicationContext startWithKey(String key, String... args) {
        return start("127.0.0.1:1", key, args);
    }

    public static ConfigurableApplicationContext startAt(String bootstrapServers, String... args) {
        return start(bootstrapServers, KEY, args);
    }

    private static ConfigurableApplicationContext start(String bootstrapServers, String key, String... args) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--groupwatch.security.suite-key=" + key,
                "--groupwatch.kafka.bootstrap-servers=" + bootstrapServers));
        all.addAll(List.of(args));
        return GroupwatchService.run("sample", SampleApplication.class, all.toArray(String[]::new));
    }

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, SuiteSecurity security) {
        return security.chain(
                http, rules -> rules.pathMatchers(GET, "/raw/**").access(SuiteSecurity.scope(Scopes.RAW_READ)));
    }
}
