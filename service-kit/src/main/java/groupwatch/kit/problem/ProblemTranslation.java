package groupwatch.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/** What an error means to a caller. What it does not know is the service's fault: 500, and nothing about the cause. */
final class ProblemTranslation {

    private ProblemTranslation() {}

    static ProblemException of(Throwable error) {
        if (causedBy(error, DataBufferLimitException.class)) {
            return new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The body is larger than this address takes.");
        }
        return switch (error) {
            case ProblemException problem -> problem;
            case WebExchangeBindException bind -> invalidField(bind);
            case MissingRequestValueException missing ->
                ProblemException.badParameter(missing.getName(), "The " + missing.getLabel() + " is missing.");
            case ServerWebInputException input -> invalidInput(input);
            case HandlerMethodValidationException validation -> invalidParameter(validation);
            case ConstraintViolationException violation -> violated(violation);
            case ErrorResponse response -> response(response);
            default ->
                new ProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong here; the log says what.");
        };
    }

    private static ProblemException invalidField(WebExchangeBindException bind) {
        FieldError field = bind.getFieldError();
        return field == null
                ? badBody()
                : ProblemException.badParameter(field.getField(), sentence(field.getDefaultMessage()));
    }

    private static ProblemException invalidInput(ServerWebInputException input) {
        MethodParameter parameter = input.getMethodParameter();
        return Optional.ofNullable(parameter)
                .flatMap(RequestParameterName::of)
                .map(name -> ProblemException.badParameter(name, "The value is not of the expected kind."))
                .orElseGet(ProblemTranslation::badBody);
    }

    private static ProblemException badBody() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "bad-body", "The body is not what this address takes: check its JSON.");
    }

    private static ProblemException invalidParameter(HandlerMethodValidationException validation) {
        ParameterValidationResult first =
                validation.getParameterValidationResults().getFirst();
        MessageSourceResolvable error = first.getResolvableErrors().getFirst();
        String name = error instanceof FieldError field
                ? field.getField()
                : RequestParameterName.of(first.getMethodParameter()).orElse("body");
        return ProblemException.badParameter(name, sentence(error.getDefaultMessage()));
    }

    private static ProblemException violated(ConstraintViolationException violation) {
        Iterator<ConstraintViolation<?>> violations =
                violation.getConstraintViolations().iterator();
        if (!violations.hasNext()) {
            return badBody();
        }
        ConstraintViolation<?> first = violations.next();
        String path = first.getPropertyPath().toString();
        return ProblemException.badParameter(path.substring(path.lastIndexOf('.') + 1), sentence(first.getMessage()));
    }

    private static ProblemException response(ErrorResponse response) {
        HttpStatusCode code = response.getStatusCode();
        HttpStatus status =
                Optional.ofNullable(HttpStatus.resolve(code.value())).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        ProblemException problem = new ProblemException(status, slug(status), detail(status, response));
        response.getHeaders().forEach((name, values) -> problem.withHeader(name, String.join(", ", values)));
        return problem;
    }

    private static String detail(HttpStatus status, ErrorResponse response) {
        return switch (status) {
            case NOT_FOUND -> "Nothing is at this address.";
            case METHOD_NOT_ALLOWED -> "This address takes other methods; see the Allow header.";
            default -> Optional.ofNullable(response.getBody().getDetail()).orElse(status.getReasonPhrase() + ".");
        };
    }

    private static String slug(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String sentence(@Nullable String message) {
        return message == null || message.isBlank() ? "The value is not allowed." : "The value " + message + ".";
    }

    private static boolean causedBy(Throwable error, Class<?> type) {
        return type.isInstance(error) || type.isInstance(NestedExceptionUtils.getMostSpecificCause(error));
    }
}
