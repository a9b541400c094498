package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.access.Capability;
import org.clientele.account.Account;
import org.clientele.exchange.Importer;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Codecs;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.work.OnMatch;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.Ref;

/** Probes of files that come in and go out. */
final class ExchangeProbes {

    private static final String ID = "id";
    private static final String TEXT = "text";

    private ExchangeProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Session.exporter(Selection, Consumer)", ExchangeProbes::export),
                Map.entry("Exporter.write(RowSink)", ExchangeProbes::export),
                Map.entry("Session.importer(EntityType, Consumer)", ExchangeProbes::importRows),
                Map.entry("Importer.run(RowSource)", ExchangeProbes::importRows),
                Map.entry("Importer.rehearse(RowSource)", ExchangeProbes::rehearseImport),
                Map.entry("Importer.from(RowSource)", ExchangeProbes::importTogether),
                Map.entry("Session.template(EntityType)", ExchangeProbes::showTemplate),
                Map.entry("ImportedRow.number()", ExchangeProbes::showsTheRowAlone),
                Map.entry("ImportedRow.has(String)", ExchangeProbes::showsTheRowAlone),
                Map.entry("ImportedRow.cell(String)", ExchangeProbes::showsTheRowAlone),
                Map.entry("ImportedRow.value(String, Codec)", ExchangeProbes::showsTheRowAlone),
                Map.entry("Importer.giveUp(RowSource)", ExchangeProbes::giveUp));
    }

    /** Exactly the visible rows go out. */
    private static <R extends CrmRecord> void export(Scene<R> scene) {
        if (!scene.session().check(Capability.EXPORT).granted()) {
            return;
        }
        Lines lines = new Lines(List.of());
        scene.alone()
                .exporter(
                        scene.alone().select(scene.type()),
                        layout -> layout.id(ID).column(CrmRecord.CREATED_AT))
                .write(lines);
        assertThat(lines.rows().stream().skip(1).map(row -> row.get(0)))
                .as("%s", scene)
                .containsExactlyElementsOf(scene.seen().stream()
                        .map(record -> record.getId().toString())
                        .toList());
    }

    /** A template shows no record. */
    private static <R extends CrmRecord> void showTemplate(Scene<R> scene) {
        Lines lines = new Lines(List.of());
        if (!scene.type().isAbstract()) {
            scene.alone().template(scene.type()).write(lines);
        }
        scene.hidden()
                .forEach(record -> scene.tellsNothingOf(record, lines.rows().toString()));
    }

    /** A row that names a hidden record changes nothing, whether by identity or by what a person knows it by. */
    private static <R extends CrmRecord> void importRows(Scene<R> scene) {
        for (R record : scene.hidden()) {
            checkRows(scene, record, OnMatch.UPDATE, Importer::run);
        }
    }

    /** Nor does a rehearsal say that it is there, when what is not there would be created. */
    private static <R extends CrmRecord> void rehearseImport(Scene<R> scene) {
        for (R record : scene.hidden()) {
            for (OnMatch onMatch : List.of(OnMatch.UPDATE, OnMatch.UPSERT, OnMatch.SKIP)) {
                checkRows(scene, record, onMatch, Importer::rehearse);
            }
        }
    }

    /** One that is done with others is guarded as one by itself. */
    private static <R extends CrmRecord> void importTogether(Scene<R> scene) {
        for (R record : scene.hidden()) {
            checkRows(
                    scene,
                    record,
                    OnMatch.UPDATE,
                    (importer, rows) -> JointImport.of(importer.from(rows))
                            .run()
                            .sources()
                            .get(0)
                            .report());
        }
    }

    private interface Doing {
        ImportReport on(Importer<?> importer, RowSource rows);
    }

    private static <R extends CrmRecord> void checkRows(Scene<R> scene, R record, OnMatch onMatch, Doing doing) {
        EntityType<R> type = scene.world().crm().schema().typeOf(record);
        if (!scene.session().check(Capability.IMPORT).granted() || !hasText(type)) {
            return;
        }
        TextProperty<R> text = text(type);
        ImportReport byIdentity = doing.on(
                scene.alone()
                        .importer(
                                type,
                                layout ->
                                        layout.matchOnId(ID).column(TEXT, text).onMatch(onMatch)),
                row(record.getId().toString(), "changed"));
        assertThat(byIdentity.failed()).as("%s %s", scene, byIdentity).isEqualTo(1);
        scene.tellsNothingOf(record, byIdentity.failures().toString());
        String value = text.get(record);
        if (value != null && !value.isBlank() && isSecret(scene, type, text, value)) {
            ImportReport byText = doing.on(
                    scene.alone()
                            .importer(
                                    type,
                                    layout -> layout.column(TEXT, text)
                                            .ignore(ID)
                                            .matchOn(text)
                                            .onMatch(onMatch)),
                    row("", value));
            assertThat(byText.created() + byText.failed())
                    .as("%s %s", scene, byText)
                    .isEqualTo(1);
        }
    }

    private static Lines row(String id, String text) {
        return new Lines(List.of(List.of(ID, TEXT), List.of(id, text)));
    }

    private static <R extends CrmRecord> boolean isSecret(
            Scene<?> scene, EntityType<R> type, TextProperty<R> text, String value) {
        return scene.session().select(type).where(text.is(value)).count() == 0;
    }

    /** Almost every type has a text that somebody gives. */
    private static boolean hasText(EntityType<?> type) {
        return type.properties().stream().anyMatch(ExchangeProbes::isGivenText);
    }

    private static boolean isGivenText(Property<?, ?> property) {
        return property instanceof TextProperty<?> && !property.has(Traits.Calculated.class);
    }

    @SuppressWarnings("unchecked") // a text of the type
    private static <R extends CrmRecord> TextProperty<R> text(EntityType<R> type) {
        return (TextProperty<R>) type.properties().stream()
                .filter(ExchangeProbes::isGivenText)
                .findFirst()
                .orElseThrow();
    }

    /** What is given up is an import of the same actor, and there is none. */
    private static <R extends CrmRecord> void giveUp(Scene<R> scene) {
        if (scene.session().check(Capability.IMPORT).granted() && hasText(scene.type())) {
            ImportReport report = scene.alone()
                    .importer(Account.TYPE, layout -> layout.column(TEXT, Account.NAME))
                    .giveUp(row("", "new"));
            assertThat(report.read()).isZero();
        }
    }

    /** A step that completes records sees its row; a cell that names a hidden record is refused there as well. */
    private static <R extends CrmRecord> void showsTheRowAlone(Scene<R> scene) {
        if (!scene.session().check(Capability.IMPORT).granted() || !hasText(scene.type())) {
            return;
        }
        Codec<Ref<R>> codec = Codecs.by(scene.type(), text(scene.type()));
        for (R record : scene.hidden()) {
            ImportReport report = scene.alone()
                    .importer(
                            Account.TYPE,
                            layout -> layout.ignore(ID)
                                    .column(TEXT, Account.NAME)
                                    .derive((row, account) -> {
                                        assertThat(row.number()).isEqualTo(1);
                                        assertThat(row.has(ID)).isTrue();
                                        assertThat(row.cell(TEXT)).isEqualTo("new");
                                        row.value(ID, codec);
                                    }))
                    .rehearse(row(record.getId().toString(), "new"));
            String told = report.failures().toString();
            assertThat(told).as("%s", scene).contains("that you may see has");
            scene.tellsNothingOf(record, told);
        }
    }
}
