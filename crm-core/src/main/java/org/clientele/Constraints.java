package org.clientele;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks the constraints that classes are annotated with. What is known of a class is learnt once, whatever CRM asks. */
final class Constraints {

    /** Messages need no expressions. */
    private static final ValidatorFactory FACTORY = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .traversableResolver(new ReachesAll())
            .buildValidatorFactory();

    private Constraints() {}

    /** Checks what is about times by this clock. */
    static Validator validator(Clock clock) {
        return FACTORY.usingContext().clockProvider(() -> clock).getValidator();
    }
}
