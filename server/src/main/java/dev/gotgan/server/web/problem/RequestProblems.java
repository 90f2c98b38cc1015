package dev.gotgan.server.web.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What Spring and Jackson throw for a request that can't be understood, as callers are told it.
final class RequestProblems {
    private RequestProblems() {}

    /// Empty for what is no fault of the request.
    static Optional<Problem> find(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case HttpMessageNotReadableException e -> body(e);
                    case MethodArgumentTypeMismatchException e ->
                        Problem.of(Code.INVALID_PARAMETER, e.getName() + " can't be '" + e.getValue() + "'.");
                    case TypeMismatchException e ->
                        Problem.of(Code.INVALID_PARAMETER, e.getPropertyName() + " can't be '" + e.getValue() + "'.");
                    case InvalidParameterException _ ->
                        Problem.of(
                                Code.INVALID_PARAMETER,
                                "The query can't be read: it is UTF-8, and a % stands before two hexadecimal digits.");
                    case MissingServletRequestParameterException e ->
                        Problem.of(Code.INVALID_PARAMETER, e.getParameterName() + " is missing in the query.");
                    case HttpRequestMethodNotSupportedException e -> method(e);
                    case ErrorResponse e -> status(e.getStatusCode().value());
                    default -> null;
                });
    }

    private static Problem method(HttpRequestMethodNotSupportedException e) {
        var allowed = e.getSupportedMethods();
        var problem = Problem.of(Code.METHOD_NOT_ALLOWED, e.getMethod() + " is not for this address.");
        return allowed == null ? problem : problem.withHeader("Allow", String.join(", ", allowed));
    }

    private static Problem body(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case StreamConstraintsException _ ->
                Problem.of(Code.PAYLOAD_TOO_LARGE, "The JSON body is longer or deeper than any request needs.");
            case StreamReadException _ -> Problem.of(Code.INVALID_PARAMETER, "The body is no valid JSON" + at(e));
            case DatabindException mismatch ->
                Problem.of(Code.INVALID_PARAMETER, field(mismatch) + " has a value of the wrong kind.");
            case null, default -> Problem.of(Code.INVALID_PARAMETER, "The body must be a JSON object.");
        };
    }

    private static Problem unknown(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds();
        var names = known == null
                ? ""
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        var detail =
                "'%s' is no field that can be set here%s.".formatted(field(e), names.isEmpty() ? "" : ": " + names);
        return Problem.of(
                Code.FIELD_UNKNOWN, detail, List.of(new Problem.Item(field(e), 0, Code.FIELD_UNKNOWN, detail)));
    }

    /// Where in the body, as `items[3].path`.
    private static String field(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            var name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "The body" : path.toString();
    }

    private static String at(HttpMessageNotReadableException e) {
        return e.getCause() instanceof JacksonException json && json.getLocation() != null
                ? " at line %d, column %d."
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : ".";
    }

    /// What a bare HTTP status means here; null for one that is the server's fault.
    static @Nullable Problem status(int status) {
        return switch (status) {
            case 400 -> Problem.of(Code.INVALID_PARAMETER, "The request can't be understood.");
            case 404 -> Problem.of(Code.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(Code.METHOD_NOT_ALLOWED, "This method is not for this address.");
            case 406 -> Problem.of(Code.NOT_ACCEPTABLE, "Answers are JSON here; send Accept: application/json.");
            case 413 -> Problem.of(Code.PAYLOAD_TOO_LARGE, "The request is too large.");
            case 414 -> Problem.of(Code.URI_TOO_LONG, "The address is too long.");
            case 415 -> Problem.of(Code.UNSUPPORTED_MEDIA_TYPE, "Bodies are application/json here.");
            case 431 -> Problem.of(Code.HEADER_INVALID, "The request's headers are too large.");
            default -> status < 500 ? Problem.of(Code.INVALID_PARAMETER, "The request can't be served.") : null;
        };
    }
}
