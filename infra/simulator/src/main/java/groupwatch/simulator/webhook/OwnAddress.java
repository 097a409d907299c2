package groupwatch.simulator.webhook;

import groupwatch.simulator.SimulatorSettings;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Where the simulator itself is found. */
@Component
public class OwnAddress implements ApplicationListener<WebServerInitializedEvent> {

    private final SimulatorSettings settings;
    private volatile int port;

    OwnAddress(SimulatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    public String serverUrl() {
        var said = settings.serverUrl();
        return said == null ? "http://127.0.0.1:" + port : said.toString();
    }
}
