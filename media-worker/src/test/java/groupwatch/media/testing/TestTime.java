package groupwatch.media.testing;

import groupwatch.kit.objects.ObjectStore;
import groupwatch.kit.testing.SettableClock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tests change in the service: time passes as they say, and the object store can be away. */
@Configuration(proxyBeanMethods = false)
class TestTime {

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    static BeanPostProcessor troubledStore() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ObjectStore store ? new TroubledStore(store) : bean;
            }
        };
    }
}
