package groupwatch.kit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines as another encoder does, with phone numbers and JIDs masked. It works on the finished line, so that nothing slips
 * through: message, arguments, key-value pairs, stack traces, whatever the format. Used from {@code groupwatch-logback.xml}.
 */
public final class MaskingEncoder extends EncoderBase<ILoggingEvent> {

    private @Nullable Encoder<ILoggingEvent> delegate;

    /** The encoder whose lines are masked; element {@code <delegate>} of the configuration. */
    public void setDelegate(Encoder<ILoggingEvent> delegate) {
        this.delegate = delegate;
    }

    @Override
    public void start() {
        if (delegate == null) {
            addError("A masking encoder needs a delegate");
            return;
        }
        if (!delegate.isStarted()) {
            delegate.start();
        }
        super.start();
    }

    @Override
    public void stop() {
        if (delegate != null) {
            delegate.stop();
        }
        super.stop();
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return delegate == null ? null : delegate.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return delegate == null
                ? new byte[0]
                : PhoneMask.mask(new String(delegate.encode(event), UTF_8)).getBytes(UTF_8);
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return delegate == null ? null : delegate.footerBytes();
    }
}
