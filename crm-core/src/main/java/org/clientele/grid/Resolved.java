package org.clientele.grid;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Sort;
import org.clientele.filter.Filter;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;

/**
 * A view of a grid with its names and times made out. Immutable.
 *
 * @param where which records, those of the grid and of the view
 * @param order the view's, or else the grid's
 * @param columns the view's, or else the grid's
 */
public record Resolved<R extends CrmRecord>(
        Criterion<R> where, List<Sort<? super R>> order, List<Property<? super R, ?>> columns) {

    /**
     * What a view means for a grid.
     *
     * @param now the time to which others in its filter are relative
     * @param zone where days begin
     * @throws org.clientele.filter.FilterException when the filter is none, or names what there is not
     * @throws UnknownColumnException when a column or a step of the order is no property of the type
     */
    public static <R extends CrmRecord> Resolved<R> of(
            Grid<R> grid, GridView view, Schema schema, Instant now, ZoneId zone) {
        Map<String, Property<? super R, ?>> known = new LinkedHashMap<>();
        schema.properties(grid.type()).forEach(property -> known.put(property.name(), property));
        known.put(CrmRecord.CREATED_AT.name(), CrmRecord.CREATED_AT);
        known.put(CrmRecord.UPDATED_AT.name(), CrmRecord.UPDATED_AT);
        List<Criterion<? super R>> where = new ArrayList<>(List.of(grid.where()));
        if (!view.filter().isBlank()) {
            where.add(Filter.read(schema, grid.type(), view.filter()).criterion(now, zone));
        }
        List<Property<? super R, ?>> columns = new ArrayList<>();
        view.columns().forEach(name -> columns.add(property(grid, known, name)));
        if (columns.isEmpty()) {
            columns.addAll(grid.columns().isEmpty() ? known.values() : grid.columns());
        }
        return new Resolved<>(
                new Criterion.All<>(where),
                view.order().isEmpty() ? grid.order() : order(grid, known, view.order()),
                columns);
    }

    private static <R extends CrmRecord> List<Sort<? super R>> order(
            Grid<R> grid, Map<String, Property<? super R, ?>> known, List<GridView.Step> steps) {
        List<Sort<? super R>> order = new ArrayList<>();
        for (GridView.Step step : steps) {
            Property<? super R, ?> property = property(grid, known, step.column());
            if (property instanceof CollectionProperty<?, ?, ?>) {
                throw UnknownColumnException.unordered(grid.name(), property.name());
            }
            order.add(step.ascending() ? property.asc() : property.desc());
        }
        return order;
    }

    private static <R extends CrmRecord> Property<? super R, ?> property(
            Grid<R> grid, Map<String, Property<? super R, ?>> known, String name) {
        Property<? super R, ?> property = known.get(name);
        if (property == null) {
            throw UnknownColumnException.unknown(grid.name(), name, known.keySet());
        }
        return property;
    }
}
