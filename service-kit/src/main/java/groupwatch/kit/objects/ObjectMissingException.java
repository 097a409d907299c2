package groupwatch.kit.objects;

/** Under that key there is nothing; asking again does not help. */
public class ObjectMissingException extends RuntimeException {

    public ObjectMissingException(String key) {
        super("there is no object " + key);
    }
}
