package groupwatch.kit.problem;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Has the validator say one sentence while the service starts. Its messages come from a file, read at the first violation: on an
 * event loop, if that were a caller's.
 */
final class ValidationWarmUp implements SmartInitializingSingleton {

    /** Always one too many. */
    private record Sample(@Max(0) int number) {}

    private final Validator validator;

    ValidationWarmUp(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        validator.validate(new Sample(1));
    }
}
