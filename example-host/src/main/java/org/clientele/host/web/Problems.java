package org.clientele.host.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Map;
import org.clientele.access.AccessDeniedException;
import org.clientele.host.crm.UnknownCallerException;
import org.clientele.merge.StalePlanException;
import org.clientele.model.CrmException;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.StaleRecordException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Makes problem details (RFC 9457) of what was refused. The sentences are the library's: they are written to be shown. */
@RestControllerAdvice
class Problems {

    private static final Map<Class<? extends CrmException>, HttpStatus> STATUSES = Map.of(
            AccessDeniedException.class, FORBIDDEN,
            RecordNotFoundException.class, NOT_FOUND,
            StaleRecordException.class, CONFLICT,
            StalePlanException.class, CONFLICT,
            DuplicateRecordException.class, CONFLICT);

    @ExceptionHandler
    ProblemDetail refused(CrmException refusal) {
        return problem(STATUSES.getOrDefault(refusal.getClass(), UNPROCESSABLE_CONTENT), refusal);
    }

    /** Every fault by itself besides, so that a form can show each where it belongs. */
    @ExceptionHandler
    ProblemDetail invalid(InvalidRecordException invalid) {
        ProblemDetail problem = problem(UNPROCESSABLE_CONTENT, invalid);
        problem.setProperty("violations", invalid.violations());
        return problem;
    }

    /** What can not be asked at all, such as a page 0, or a text that is no plan of a merge. */
    @ExceptionHandler
    ProblemDetail misused(IllegalArgumentException misuse) {
        return problem(BAD_REQUEST, misuse);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCallerException unknown) {
        return problem(UNAUTHORIZED, unknown);
    }

    /** What the host's own tables refuse; the database's words are not for everybody. */
    @ExceptionHandler
    ProblemDetail impossible(DataIntegrityViolationException refused) {
        return ProblemDetail.forStatusAndDetail(UNPROCESSABLE_CONTENT, "the terms are not possible; nothing was saved");
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException refusal) {
        return ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    }
}
