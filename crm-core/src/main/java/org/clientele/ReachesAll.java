package org.clientele;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/** Lets validation reach every part of a record: records hold nothing that is loaded later. */
final class ReachesAll implements TraversableResolver {

    @Override
    public boolean isReachable(Object object, Path.Node property, Class<?> root, Path path, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(Object object, Path.Node property, Class<?> root, Path path, ElementType elementType) {
        return true;
    }
}
