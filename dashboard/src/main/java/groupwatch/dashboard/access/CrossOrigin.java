package groupwatch.dashboard.access;

import groupwatch.dashboard.DashboardSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Pages of other origins: none, unless they are named. Tokens go in headers, so no page gets to use another's cookies. Who unsubscribes comes
 * from a mail provider's page, or from a page that has no origin (RFC 8058): that the link is known is enough, and no page may read the answer.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("groupwatch.dashboard.cors.allowed-origins")
class CrossOrigin {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 50)
    CorsWebFilter corsFilter(DashboardSettings settings) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.cors().allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(
                List.of("Authorization", "X-Api-Token", "X-Whatsapp-Token", "Content-Type", "Idempotency-Key"));
        cors.setExposedHeaders(List.of("Location", "Retry-After"));
        cors.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return new CorsWebFilter(exchange -> isUnsubscribing(exchange) ? null : source.getCorsConfiguration(exchange));
    }

    private static boolean isUnsubscribing(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/unsubscribe/");
    }
}
