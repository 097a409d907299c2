package groupwatch.local;

import groupwatch.servers.FreePort;

/** The ports of one running suite, all on 127.0.0.1. Two are known to others and fixed, the rest are free ones. */
record Addresses(
        int gateway,
        int api,
        int messageStore,
        int mediaWorker,
        int summarizer,
        int reportDispatcher,
        int connectionWatchdog,
        int kafka,
        int postgres,
        int simulator,
        int mailbox,
        int smtp) {

    static Addresses choose(SuiteOptions options) {
        Ports.checkFree(options.gatewayPort(), "--gateway-port");
        Ports.checkFree(options.apiPort(), "--api-port");
        return new Addresses(
                options.gatewayPort(),
                options.apiPort(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find(),
                FreePort.find());
    }
}
