package groupwatch.media.fetch;

/** A file is larger than any that is fetched. */
class OversizedFileException extends RuntimeException {

    OversizedFileException(long most) {
        super("the file is larger than " + most + " bytes");
    }
}
