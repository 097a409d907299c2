package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import groupwatch.summary.model.Purpose;
import groupwatch.summary.testing.ModelStub;
import groupwatch.summary.testing.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.http.client.ReactorResourceFactory;

/** A vendor whose address is a stub's. */
final class Asking implements AutoCloseable {

    private final ReactorResourceFactory resources = new ReactorResourceFactory();
    private final Vendors vendors;

    Asking(ModelStub stub, String... settings) {
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        resources.start();
        String[] all = Stream.concat(
                        Stream.of(settings), Stream.of("url", stub.url().toString()))
                .toArray(String[]::new);
        this.vendors = new Vendors(Settings.model(all), resources, Clock.systemUTC());
    }

    Vendor vendor() {
        return vendors.vendor().orElseThrow();
    }

    static ModelRequest request() {
        return ModelRequest.of(
                Purpose.SUMMARY, "1@g.us", LocalDate.of(2026, 11, 28), "Sum it up.", "10:00 Ana: hello", 100, null);
    }

    @Override
    public void close() {
        vendors.destroy();
        resources.stop();
    }
}
