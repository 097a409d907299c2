package groupwatch.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import java.util.function.Predicate;

/** Method calls the architecture rules speak of. */
final class Calls {

    private Calls() {}

    static DescribedPredicate<JavaMethodCall> callTo(Class<?> owner, Set<String> methods) {
        return where(
                owner.getSimpleName() + "." + methods + " is called",
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && methods.contains(call.getTarget().getName()));
    }

    static DescribedPredicate<JavaMethodCall> where(String description, Predicate<JavaMethodCall> condition) {
        return DescribedPredicate.describe(description, condition);
    }
}
