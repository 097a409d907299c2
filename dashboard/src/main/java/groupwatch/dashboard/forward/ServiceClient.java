package groupwatch.dashboard.forward;

import groupwatch.dashboard.DashboardSettings;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The way to the services: one bounded pool, time limits to connect and to the first byte, nothing decoded, no redirect followed. */
@Component
public class ServiceClient implements DisposableBean {

    private static final Duration LONGEST_WAIT_FOR_CONNECTION = Duration.ofSeconds(2);
    /** Shorter than the services keep an idle connection, so that none is used just as it is closed. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

    private final ConnectionProvider connections;
    private final WebClient client;

    ServiceClient(DashboardSettings settings, ReactorResourceFactory resources, ObservationRegistry observations) {
        this.connections = ConnectionProvider.builder("groupwatch-services")
                .maxConnections(settings.maxConnections())
                .pendingAcquireMaxCount(2 * settings.maxConnections())
                .pendingAcquireTimeout(LONGEST_WAIT_FOR_CONNECTION)
                .maxIdleTime(LONGEST_IDLE)
                .build();
        HttpClient http = HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis());
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .observationRegistry(observations)
                .filter((request, next) ->
                        answerWithin(settings.firstByteTimeout(), next).exchange(request))
                .build();
    }

    public WebClient client() {
        return client;
    }

    // only the beginning of the answer is limited here: a stream may go on for hours
    private static ExchangeFunction answerWithin(Duration limit, ExchangeFunction next) {
        return request -> next.exchange(request).timeout(limit).ofType(ClientResponse.class);
    }

    @Override
    public void destroy() {
        connections.dispose();
    }
}
