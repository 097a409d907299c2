package groupwatch.bench.summary;

import groupwatch.summary.ledger.Prices;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.vendor.Vendors;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/** The summarizer's own vendors, by its own settings, without its database: no budget holds here, and nothing is written down. */
final class VendorContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private VendorContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static VendorContext start(Map<String, Object> settings) {
        // logging is set up already
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        return new VendorContext(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(settings)
                .run());
    }

    LanguageModel model() {
        return new UnguardedModel(
                context.getBean(ModelSettings.class),
                context.getBean(Vendors.class).vendor().orElseThrow(),
                context.getBean(Prices.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ModelSettings.class)
    @Import({Vendors.class, Prices.class})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ReactorResourceFactory reactorResources() {
            return new ReactorResourceFactory();
        }
    }
}
