package groupwatch.servers;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of this JVM's class path that a broker needs: Kafka's jars, what they depend on, and this module. Less than all of it
 * keeps the broker's JVM small.
 */
final class BrokerClassPath {

    private static final Pattern NEEDED = Pattern.compile(
            "(kafka|scala-|scala_|scala-logging|zstd-jni|lz4-java|snappy-java"
                    + "|pcollections|HdrHistogram|hash4j|caffeine|log4j-(api|core)|argparse4j|commons-(validator|beanutils|digester"
                    + "|logging|collections)|jackson-.*-2\\.|snakeyaml|jopt-simple|jose4j|metrics-core|re2j|slf4j-api|logback-).*\\.jar");

    private BrokerClassPath() {}

    static String find() {
        var jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        NEEDED.matcher(Path.of(entry).getFileName().toString()).matches())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        if (jars.stream().noneMatch(jar -> jar.contains("kafka_2.13"))) {
            throw new ServerException("The broker's program (kafka_2.13) is not on the class path.");
        }
        return Stream.concat(Stream.of(ownCode()), jars.stream()).collect(Collectors.joining(File.pathSeparator));
    }

    private static String ownCode() {
        try {
            var source = BrokerClassPath.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
