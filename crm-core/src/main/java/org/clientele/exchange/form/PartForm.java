package org.clientele.exchange.form;

import java.util.List;
import org.clientele.exchange.cell.Inquiries;
import org.jspecify.annotations.Nullable;

/** What stands below a further title, as the name of one of several types: "Types 2 Name". */
record PartForm<V>(String title, Form<V> form) implements Form<V> {

    @Override
    public @Nullable Reading<V> reading(List<String> titles, Binding file) {
        return form.reading(Field.below(titles, List.of(title)), file);
    }

    @Override
    public Writing<V> writing() {
        Writing<V> written = form.writing();
        return new Writing<>() {
            @Override
            public boolean isMeasured() {
                return written.isMeasured();
            }

            @Override
            public void measure(@Nullable V value) {
                written.measure(value);
            }

            @Override
            public void addTitles(String whole, List<String> titles) {
                written.addTitles(whole + " " + title, titles);
            }

            @Override
            public void addCells(@Nullable V value, Inquiries inquiries, List<String> cells) {
                written.addCells(value, inquiries, cells);
            }
        };
    }
}
