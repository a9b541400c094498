package org.clientele.host.web;

import org.clientele.host.crm.Caller;
import org.clientele.host.crm.UnknownCallerException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Takes the caller from a header that a gateway sets once it knows who it is; in a host of yours, from its own security. */
final class CallerResolver implements HandlerMethodArgumentResolver {

    private static final String HEADER = "X-User";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        String name = request.getHeader(HEADER);
        if (name == null || name.isBlank()) {
            throw new UnknownCallerException("the request does not say who calls; give a user in the header " + HEADER);
        }
        return new Caller(name);
    }
}
