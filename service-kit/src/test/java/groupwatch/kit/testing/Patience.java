package groupwatch.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** How long tests wait for what must come: long, for a busy machine is no error. Found by JUnit in every module that has this on its class path. */
public final class Patience implements LauncherSessionListener {

    /** No test is slower for it: a wait ends when what it waits for is there. */
    public static final Duration LIMIT = Duration.ofSeconds(90);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
