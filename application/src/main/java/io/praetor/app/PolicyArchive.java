package io.praetor.app;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicyHeader;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.policy.reading.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The text of every policy version that ever decided here, by content hash, so that a decision can
 * be explained and replayed under the law it was made under.
 */
public record PolicyArchive(Path folder) {

    /** Keeps the texts that {@code library} was read from. */
    public void keep(PolicyLibrary library, List<PolicySource> sources) {
        for (PolicySource source : sources) {
            library.all().stream()
                    .map(PolicySet::header)
                    .filter(header -> header.hash().equals(hashOf(header, source)))
                    .forEach(header -> keep(header.hash(), source));
        }
    }

    private static String hashOf(PolicyHeader header, PolicySource source) {
        return PolicyHash.of(header.parent(), source.text());
    }

    private void keep(String hash, PolicySource source) {
        Path file = fileOf(hash);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "policy", ".draft");
            Files.writeString(draft, source.text());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version with this hash; empty where it never decided here. */
    public Optional<PolicySet> find(String hash) {
        Path file = fileOf(hash);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            PolicySource source = new PolicySource(file.toString(), Files.readString(file));
            return switch (new PolicyReader(new ConditionParser()).read(source)) {
                case PolicyReading.Accepted accepted when isSame(accepted, hash) ->
                        Optional.of(accepted.policy());
                case PolicyReading.Accepted _, PolicyReading.Rejected _ ->
                        throw new BadInput(
                                "%s: was changed since it decided; restore the file or explain"
                                                .formatted(file)
                                        + " from another copy of the data folder");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(PolicyReading.Accepted accepted, String hash) {
        return accepted.policy().header().hash().equals(hash);
    }

    private Path fileOf(String hash) {
        return folder.resolve(hash + ".yaml");
    }
}
