package io.praetor.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** What only the edges may touch: network, files, SQL, clock, console, unseeded randomness. */
final class World {
    private static final List<String> PACKAGES =
            List.of(
                    "java.net",
                    "java.nio.file",
                    "java.nio.channels",
                    "java.sql",
                    "javax.sql",
                    "javax.net",
                    "java.lang.reflect",
                    "io.helidon",
                    "org.sqlite",
                    "org.apache.lucene",
                    "org.neo4j",
                    "picocli");

    /** Of those packages, the plain values that touch nothing. */
    private static final Set<String> VALUES =
            Set.of("java.net.URI", "java.net.URLDecoder", "java.net.URLEncoder");

    private static final Set<String> TYPES =
            Set.of(
                    "java.io.File",
                    "java.io.FileInputStream",
                    "java.io.FileOutputStream",
                    "java.io.FileReader",
                    "java.io.FileWriter",
                    "java.io.RandomAccessFile",
                    "java.lang.ProcessBuilder",
                    "java.lang.Process",
                    "java.security.SecureRandom",
                    "java.util.ServiceLoader",
                    "java.util.Timer",
                    "java.util.concurrent.ThreadLocalRandom");

    private static final Set<String> CALLS =
            Set.of(
                    "java.lang.Class.forName",
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.err",
                    "java.lang.System.exit",
                    "java.lang.System.getProperty",
                    "java.lang.System.getenv",
                    "java.lang.System.in",
                    "java.lang.System.nanoTime",
                    "java.lang.System.out",
                    "java.lang.Thread.sleep",
                    "java.time.InstantSource.system",
                    "java.util.UUID.randomUUID",
                    "java.util.random.RandomGenerator.getDefault");

    private static final Set<String> UNSEEDED =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date");

    private World() {}

    /** Whether a mention of this type reaches the world. */
    static boolean isType(JavaClass type) {
        String name = type.getName();
        boolean listed =
                PACKAGES.stream().anyMatch(folder -> type.getPackageName().startsWith(folder));
        return TYPES.contains(name) || (listed && !VALUES.contains(name));
    }

    /** Whether this call or field read reaches the world, though its type does not. */
    static boolean isAccess(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean arguments = access.getTarget().getFullName().contains("()");
        boolean now = owner.startsWith("java.time.") && name.equals("now") && !fromClock(access);
        boolean clock = owner.equals("java.time.Clock") && name.startsWith("system");
        boolean unseeded = UNSEEDED.contains(owner) && name.equals("<init>") && arguments;
        boolean shuffle =
                access.getTarget()
                        .getFullName()
                        .equals("java.util.Collections.shuffle(java.util.List)");
        return CALLS.contains(owner + "." + name) || now || clock || unseeded || shuffle;
    }

    private static boolean fromClock(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("(java.time.Clock)");
    }
}
