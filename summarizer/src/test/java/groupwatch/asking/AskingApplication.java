package groupwatch.asking;

import groupwatch.kit.api.ApiJson;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.service.GroupwatchService;
import groupwatch.kit.service.SuiteSecured;
import groupwatch.kit.service.WebService;
import groupwatch.summary.ask.testing.FakeStore;
import groupwatch.summary.ask.testing.ScriptedModel;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Questions over HTTP behind the service's own door, with a store and a model of the test. */
@WebService
@SuiteSecured
@Import(ApiJson.class)
@ComponentScan({"groupwatch.summary.ask", "groupwatch.summary.api"})
@ConfigurationPropertiesScan("groupwatch.summary.ask")
public class AskingApplication {

    private static final String KEY = "a-suite-key-for-tests-that-is-long-enough";

    public static ConfigurableApplicationContext start(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "--server.port=0";
        all[1] = "--groupwatch.security.suite-key=" + KEY;
        all[2] = "--groupwatch.kafka.bootstrap-servers=127.0.0.1:1";
        System.arraycopy(args, 0, all, 3, args.length);
        return GroupwatchService.run("asking", AskingApplication.class, all);
    }

    public static WebTestClient client(ConfigurableApplicationContext context, Caller caller) {
        String token = context.getBean(SuiteTokens.class).mint(caller);
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .responseTimeout(Duration.ofSeconds(90))
                .build();
    }

    @Bean
    FakeStore fakeStore() {
        return new FakeStore();
    }

    @Bean
    ScriptedModel scriptedModel() {
        return new ScriptedModel();
    }
}
