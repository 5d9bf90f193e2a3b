package io.praetor.serving.authzen;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Directory;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.TreeSet;

/**
 * What a search ranges over: what the policy's directory, families and rules know by name, in the
 * order of their names, so that pages fit together.
 */
record Candidates(PolicySet policy) {

    List<Entity> subjects(String type) {
        return policy.directory().actors().entrySet().stream()
                .filter(entry -> entry.getValue().type().equals(type))
                .map(entry -> entry.getKey())
                .sorted()
                .map(key -> Entity.of(type, key))
                .toList();
    }

    List<Entity> resources(String type) {
        return policy.directory().resources().entrySet().stream()
                .filter(entry -> entry.getValue().type().equals(type))
                .map(entry -> entry.getKey())
                .sorted()
                .map(key -> Entity.of(type, key))
                .toList();
    }

    List<String> actions() {
        TreeSet<String> names = new TreeSet<>();
        for (ActionFamily family : policy.families().values()) {
            names.addAll(family.actions());
        }
        for (Section section : policy.sections()) {
            for (Rule rule : section.rules()) {
                names.addAll(rule.target().actions());
            }
        }
        return List.copyOf(names);
    }

    /**
     * False where the directory lists entities of the type and this one is not among them: a
     * directory that lists a type lists all of it.
     */
    boolean mayKnowSubject(String type, Situation situation) {
        Directory directory = policy.directory();
        return directory.actors().containsKey(situation.actor().id())
                || directory.actors().values().stream()
                        .noneMatch(known -> known.type().equals(type));
    }

    /** As {@link #mayKnowSubject}, for resources. */
    boolean mayKnowResource(String type, Situation situation) {
        Directory directory = policy.directory();
        return directory.resources().containsKey(situation.resource().id())
                || directory.resources().values().stream()
                        .noneMatch(known -> known.type().equals(type));
    }
}
