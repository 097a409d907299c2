package groupwatch.kit.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the shared broker and their own database. */
final class ServerParameters implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ServerParameters.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestKafka.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        return parameter.getParameter().getType() == TestKafka.class
                ? TestKafka.shared()
                : context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(test, key -> TestDatabase.create(test.getSimpleName()), TestDatabase.class);
    }
}
