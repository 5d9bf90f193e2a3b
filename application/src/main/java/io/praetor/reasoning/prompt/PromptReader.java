package io.praetor.reasoning.prompt;

import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.policy.document.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a prompt library from its texts: {@code VARIANT/manifest.yaml}, {@code system.txt}, {@code
 * shared.txt} and {@code situation.txt} beside it, and {@code examples.yaml}. Never throws for what
 * a text says.
 */
public final class PromptReader {
    /** Of one text; a model's context holds some eight thousand tokens. */
    static final int TEXT_CHARS_MAX = 32 * 1024;

    private static final String MANIFEST = "manifest.yaml";
    private static final String SYSTEM = "system.txt";
    private static final String SHARED = "shared.txt";
    private static final String SITUATION = "situation.txt";
    private static final String EXAMPLES = "examples.yaml";

    private static final Shape SHAPE =
            Shape.of("a prompt's manifest")
                    .requires("version", "purpose", "change", "situation")
                    .allows("parent", "mode", "lead", "scores");

    private final String root;
    private final Map<String, PolicySource> texts = new TreeMap<>();
    private final Problems problems = new Problems();

    private PromptReader(String root, Map<String, PolicySource> texts) {
        this.root = root;
        this.texts.putAll(texts);
    }

    /**
     * @param root what messages call the library's folder
     * @param texts by their path below it, with {@code /} between folder and file
     */
    public static PromptReading read(String root, Map<String, PolicySource> texts) {
        return new PromptReader(root, texts).library();
    }

    private PromptReading library() {
        Set<String> names = new TreeSet<>();
        texts.forEach(
                (path, text) -> {
                    if (text.text().length() > TEXT_CHARS_MAX) {
                        problems.error(
                                start(text), "longer than %d characters".formatted(TEXT_CHARS_MAX));
                    }
                    if (path.indexOf('/') > 0) {
                        names.add(path.substring(0, path.indexOf('/')));
                    }
                });
        if (names.isEmpty()) {
            problems.error(
                    new SourcePosition(root, 1, 1),
                    "no prompt variant here; a variant is a folder with a " + MANIFEST);
        }
        Map<String, PromptVariant> variants = new HashMap<>();
        names.forEach(name -> variant(name).ifPresent(it -> variants.put(name, it)));
        variants.values().forEach(variant -> checkParent(variant, names));
        List<Example> examples =
                Optional.ofNullable(texts.get(EXAMPLES))
                        .map(source -> ExampleReader.read(source, problems))
                        .orElse(List.of());
        return problems.hasErrors()
                ? new PromptReading.Rejected(problems.inFileOrder())
                : new PromptReading.Read(new PromptLibrary(variants, examples));
    }

    private Optional<PromptVariant> variant(String name) {
        List<PolicySource> found = new ArrayList<>();
        for (String file : List.of(MANIFEST, SYSTEM, SHARED, SITUATION)) {
            PolicySource text = texts.get(name + "/" + file);
            if (text == null) {
                problems.error(
                        new SourcePosition(root + "/" + name, 1, 1),
                        "`%s` is missing in this prompt variant; write it".formatted(file));
            } else {
                found.add(text);
            }
        }
        if (found.size() < 4) {
            return Optional.empty();
        }
        Optional<PromptManifest> manifest = manifest(found.getFirst());
        Template system = Template.parse(found.get(1), Set.of(), problems);
        Template shared = Template.parse(found.get(2), Slot.SHARED, problems);
        Template situation = Template.parse(found.get(3), Slot.OWN, problems);
        manifest.ifPresent(it -> checkSituation(it, situation, start(found.get(3))));
        return manifest.map(it -> new PromptVariant(name, it, system, shared, situation));
    }

    private Optional<PromptManifest> manifest(PolicySource source) {
        return YamlDocument.read(source, problems)
                .flatMap(node -> Fields.of(node, SHAPE, problems))
                .map(this::manifest);
    }

    private PromptManifest manifest(Fields fields) {
        Map<String, String> scores = new LinkedHashMap<>();
        fields.entries("scores")
                .forEach(
                        entry ->
                                Fields.text(entry.value(), problems)
                                        .ifPresent(it -> scores.put(entry.name(), it.text())));
        return new PromptManifest(
                fields.text("version").orElse(""),
                fields.text("purpose").orElse(""),
                fields.text("change").orElse(""),
                fields.scalar("parent").map(Scalar::text),
                fields.choice("mode", Fields.words(List.of(AnswerMode.values()), AnswerMode::label))
                        .orElse(AnswerMode.SCORE),
                fields.choice(
                                "situation",
                                Fields.words(List.of(SituationForm.values()), SituationForm::label))
                        .orElse(SituationForm.JSON),
                fields.text("lead").orElse(PromptManifest.LEAD),
                scores);
    }

    /** The case is there, once; as JSON it stands between two markers. */
    private void checkSituation(
            PromptManifest manifest, Template situation, SourcePosition position) {
        if (situation.count(Slot.SITUATION) != 1) {
            problems.error(position, "`{{situation}}` has to stand here exactly once");
        }
        if (manifest.situation() == SituationForm.JSON && situation.count(Slot.MARKER) < 2) {
            problems.error(
                    position,
                    "`{{marker}}` has to stand before and behind the data, so that both ends show");
        }
    }

    private void checkParent(PromptVariant variant, Set<String> names) {
        SourcePosition position =
                new SourcePosition("%s/%s/%s".formatted(root, variant.name(), MANIFEST), 1, 1);
        variant.manifest()
                .parent()
                .filter(parent -> !names.contains(parent))
                .ifPresent(
                        parent ->
                                problems.unknown(
                                        position, "prompt variant as parent:", parent, names));
    }

    private static SourcePosition start(PolicySource source) {
        return new SourcePosition(source.file(), 1, 1);
    }
}
