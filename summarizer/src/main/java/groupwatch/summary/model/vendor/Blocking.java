package groupwatch.summary.model.vendor;

import groupwatch.summary.model.ModelRequest;
import org.jspecify.annotations.Nullable;

/** A vendor whose client blocks. An interrupted thread ends what it waits for. */
interface Blocking {

    /** The whole answer. */
    Reply complete(String model, ModelRequest request);

    /** The beginning of an answer that is read as it comes. */
    Reading open(String model, ModelRequest request);

    /** What went wrong. */
    VendorException trouble(Throwable error, ModelRequest request);

    /** An answer while it is read, by one thread. */
    interface Reading extends AutoCloseable {

        /** What is said next; absent after {@link Said.Done}. */
        @Nullable
        Said next();

        /** Ends the answer at the vendor too, if it is not over. */
        @Override
        void close();
    }
}
