package groupwatch.simulator.store;

import groupwatch.simulator.media.MediaFile;

/** Brings the file of a stored message; may take some milliseconds. */
@FunctionalInterface
public interface FileSource {

    MediaFile file();

    default FileFate fate() {
        return FileFate.WHOLE;
    }
}
