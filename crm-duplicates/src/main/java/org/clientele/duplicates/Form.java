package org.clientele.duplicates;

import org.jspecify.annotations.Nullable;

/** How a text is made comparable: two texts are the same when their forms are equal. */
@FunctionalInterface
interface Form {

    /** The text as it stands. */
    Form EXACT = text -> text.isEmpty() ? null : text;

    /** The letters without case, accents, spaces and punctuation. */
    Form LETTERS = Letters::only;

    /** The letters of a company's name without its legal form. */
    Form COMPANY = CompanyName::of;

    /** An e-mail address without case. */
    Form EMAIL = MailAddress::of;

    /** The form of a text; null when the text says nothing. */
    @Nullable
    String of(String text);
}
