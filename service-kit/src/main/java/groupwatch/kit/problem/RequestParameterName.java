package groupwatch.kit.problem;

import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What the caller calls a parameter of a controller's method. */
final class RequestParameterName {

    private RequestParameterName() {}

    /** Empty for the body. */
    static Optional<String> of(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return Optional.empty();
        }
        return written(parameter).or(() -> Optional.ofNullable(parameter.getParameterName()));
    }

    private static Optional<String> written(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(RequestParam::name)
                .or(() -> Optional.ofNullable(parameter.getParameterAnnotation(PathVariable.class))
                        .map(PathVariable::name))
                .or(() -> Optional.ofNullable(parameter.getParameterAnnotation(RequestHeader.class))
                        .map(RequestHeader::name))
                .filter(name -> !name.isEmpty());
    }
}
