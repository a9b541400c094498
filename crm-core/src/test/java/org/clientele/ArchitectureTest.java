package org.clientele;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The floors of the house and what its classes may be. A package that is new is to be given its floor here. */
class ArchitectureTest {

    private static final String ROOT = "org.clientele";
    private static final int FEWEST_CLASSES = 150;

    private static final List<String> GROUND =
            floor("value", "criteria", "property", "model", "store", "store.memory", "organization");
    private static final List<String> ENGINES = floor(
            "access",
            "journal",
            "notice",
            "door",
            "report",
            "merge",
            "undo",
            "exchange",
            "exchange.job",
            "exchange.work",
            "exchange.form",
            "exchange.cell",
            "exchange.row",
            "filter",
            "grid",
            "segment",
            "workflow",
            "tag",
            "search",
            "sync");
    /** From above to below. */
    private static final List<String> EXCHANGE =
            floor("exchange", "exchange.job", "exchange.work", "exchange.form", "exchange.cell", "exchange.row");

    private static final List<String> ENTITIES = floor(
            "activity", "channel", "contact", "account", "customer", "sales", "commerce", "magento", "website", "view");
    private static final List<String> FACADE = List.of(ROOT);

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static List<String> floor(String... packages) {
        return Stream.of(packages).map(name -> ROOT + "." + name).toList();
    }

    @SafeVarargs
    private static String[] packages(List<String>... floors) {
        return Stream.of(floors).flatMap(List::stream).toArray(String[]::new);
    }

    @Test
    void enoughWasSeenForTheRulesToMeanSomething() {
        assertThat(CORE).hasSizeGreaterThan(FEWEST_CLASSES);
        for (List<String> floor : List.of(GROUND, ENGINES, ENTITIES, FACADE)) {
            assertThat(CORE.stream().filter(type -> floor.contains(type.getPackageName())))
                    .as("classes of " + floor)
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void everyPackageHasItsFloor() {
        Set<String> packages =
                CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isSubsetOf(packages(GROUND, ENGINES, ENTITIES, FACADE));
    }

    @Test
    void theGroundStandsOnItself() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(GROUND))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(ENGINES, ENTITIES, FACADE))
                .check(CORE);
    }

    @Test
    void anEngineKnowsNoEntity() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(ENGINES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(ENTITIES, FACADE))
                .check(CORE);
    }

    @Test
    void aRoomOfTheExchangeUsesThoseBelowItAlone() {
        for (String room : EXCHANGE.subList(1, EXCHANGE.size())) {
            List<String> above = EXCHANGE.subList(0, EXCHANGE.indexOf(room));
            noClasses()
                    .that()
                    .resideInAPackage(room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(above))
                    .check(CORE);
        }
    }

    @Test
    void anEntityKnowsNoFacade() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(ENTITIES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FACADE))
                .check(CORE);
    }

    @Test
    void onlyTheFacadeMakesAStoreOfItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".store.memory")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".store.memory")
                .check(CORE);
    }

    @Test
    void noPackagesFormACircle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(slices("packages", JavaClass::getPackageName))
                .should()
                .beFreeOfCycles()
                .check(CORE);
    }

    @Test
    void noFilesFormACircle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(slices("files", ArchitectureTest::file))
                .should()
                .beFreeOfCycles()
                .check(CORE);
    }

    private static String file(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::file).orElseGet(type::getName);
    }

    private static SliceAssignment slices(String what, Function<JavaClass, String> by) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(ROOT)
                        ? SliceIdentifier.of(by.apply(type))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return what;
            }
        };
    }

    @Test
    void coreNeedsNoFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "..")
                        .or(resideInAPackage("java.."))
                        .or(resideInAPackage("jakarta.validation.."))
                        .or(resideInAPackage("org.hibernate.validator.."))
                        .or(resideInAPackage("org.slf4j.."))
                        .or(resideInAPackage("org.jspecify..")))
                .check(CORE);
    }

    @Test
    void everyPackageSaysThatNothingIsNull() {
        for (String name : packages(GROUND, ENGINES, ENTITIES, FACADE)) {
            if (CORE.containPackage(name)) {
                JavaPackage seen = CORE.getPackage(name);
                assertThat(seen.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
            }
        }
    }

    @Test
    void noNameSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Info|DTO|VO|Builder|Base)(\\$.*)?")
                .check(CORE);
    }

    @Test
    void whatIsPublicAndOpenIsMeantToBeExtended() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.FINAL)
                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(CrmRecord.class)))
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(CORE);
    }
}
