package groupwatch.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.Lifecycle;

/** Types by their role, which is the last word of their name; nested types have the role of the outermost. */
final class Roles {

    private Roles() {}

    static DescribedPredicate<JavaClass> inRole(String... roles) {
        List<String> endings = Arrays.asList(roles);
        return DescribedPredicate.describe(
                "are …" + String.join(" or …", endings),
                type -> endings.stream().anyMatch(outermost(type).getSimpleName()::endsWith));
    }

    /** Started and stopped by Spring. */
    static DescribedPredicate<JavaClass> owningALifecycle() {
        return DescribedPredicate.describe(
                "own a lifecycle", type -> outermost(type).isAssignableTo(Lifecycle.class));
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getName()));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Roles::outermost).orElse(type);
    }
}
