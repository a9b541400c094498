/**
 * What an entity is: records, the types that describe them once for every engine, the schema of one CRM, and how faults
 * are told.
 */
@NullMarked
package org.clientele.model;

import org.jspecify.annotations.NullMarked;
