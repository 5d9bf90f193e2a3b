package io.praetor.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.praetor.house.ImportOrder.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table and the invariants of ARCHITECTURE.md, executed on the compiled classes. */
class ArchitectureTest {
    /** Fewer means that the importer looked in the wrong place; raise it as the code grows. */
    private static final int CLASSES_MIN = 50;

    private static final String ROOT = "io.praetor.";

    private static final Set<String> GROWING =
            Set.of(
                    "java.util.ArrayList",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.concurrent.ConcurrentHashMap",
                    "java.util.concurrent.atomic.AtomicInteger",
                    "java.util.concurrent.atomic.AtomicLong",
                    "java.util.concurrent.atomic.AtomicReference");

    private static final Repository REPOSITORY = Repository.here();
    private static final ImportOrder ORDER = ImportOrder.read(REPOSITORY);
    private static final CodePlaces PLACES = new CodePlaces(REPOSITORY);
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("io.praetor");

    @Test
    void enoughClassesWereSeenForTheRulesToMeanAnything() {
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(CLASSES_MIN);
        assertThat(ORDER.rows()).extracting(Row::name).containsAll(ImportOrder.EDGES);
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass subject : CLASSES) {
            if (rowOf(subject).isEmpty()) {
                strangers.add(
                        PLACES.of(subject, "package")
                                + ": package `"
                                + subject.getPackageName()
                                + "` has no row; place it in the table of ARCHITECTURE.md");
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void noPackageImportsOneBelowIt() {
        Set<String> findings = new TreeSet<>();
        for (JavaClass subject : CLASSES) {
            for (Dependency dependency : subject.getDirectDependenciesFromSelf()) {
                breach(subject, dependency).ifPresent(findings::add);
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void onlyTheEdgesTouchTheWorld() {
        Set<String> findings = new TreeSet<>();
        for (JavaClass subject : inner()) {
            for (Dependency dependency : subject.getDirectDependenciesFromSelf()) {
                if (World.isType(dependency.getTargetClass())) {
                    findings.add(reach(dependency));
                }
            }
            for (JavaAccess<?> access : subject.getAccessesFromSelf()) {
                if (World.isAccess(access)) {
                    findings.add(
                            PLACES.of(access.getSourceCodeLocation(), access.getTargetOwner())
                                    + ": `"
                                    + access.getTarget().getFullName()
                                    + "` is for serving, adapters and app; take an InstantSource,"
                                    + " a RandomGenerator, an id source or a ticker as argument");
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void nothingGlobalChanges() {
        Set<String> findings = new TreeSet<>();
        for (JavaClass subject : CLASSES) {
            for (JavaField field : subject.getFields()) {
                if (isGlobalState(field)) {
                    findings.add(
                            PLACES.of(subject, field.getName())
                                    + ": static field `"
                                    + field.getName()
                                    + "` can change; hold it in an object that is passed along");
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private static Optional<String> breach(JavaClass subject, Dependency dependency) {
        Optional<Row> from = rowOf(subject);
        Optional<Row> to = rowOf(dependency.getTargetClass());
        if (from.isEmpty() || to.isEmpty() || ORDER.permits(from.get(), to.get())) {
            return Optional.empty();
        }
        return Optional.of(
                PLACES.of(dependency.getSourceCodeLocation(), dependency.getTargetClass())
                        + ": `%s` (%s) imports `%s` (%s); declare a port in `%s` and implement it"
                                .formatted(
                                        from.get().name(),
                                        from.get().place(),
                                        to.get().name(),
                                        to.get().place(),
                                        from.get().name())
                        + " in the later package");
    }

    private static String reach(Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return PLACES.of(dependency.getSourceCodeLocation(), target)
                + ": `"
                + target.getName()
                + "` is for serving, adapters and app; declare a port and implement it there";
    }

    private static List<JavaClass> inner() {
        Predicate<Row> edge = row -> ImportOrder.EDGES.contains(row.name());
        return CLASSES.stream().filter(subject -> rowOf(subject).filter(edge).isEmpty()).toList();
    }

    private static boolean isGlobalState(JavaField field) {
        boolean isStatic = field.getModifiers().contains(JavaModifier.STATIC);
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean grows = GROWING.contains(field.getRawType().getName());
        return isStatic && !synthetic && (!isFinal || grows);
    }

    private static Optional<Row> rowOf(JavaClass subject) {
        return Stream.of(subject.getPackageName())
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.", 2)[0])
                .findFirst()
                .flatMap(ORDER::row);
    }
}
