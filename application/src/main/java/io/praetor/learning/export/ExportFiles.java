package io.praetor.learning.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.praetor.learning.dataset.DataSet;
import io.praetor.learning.dataset.Lesson;
import io.praetor.learning.export.TrainingRows.Form;
import io.praetor.learning.export.TrainingRows.Row;
import io.praetor.log.Hash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of an export, by their paths. The same data set gives the same bytes; where a row comes
 * from stands beside the training text, never in it.
 */
public final class ExportFiles {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, String> files = new LinkedHashMap<>();

    private ExportFiles() {}

    /**
     * @param instruction what the model is told it is
     * @param at when it was exported, for the card
     */
    public static Map<String, String> of(DataSet set, String instruction, Instant at) {
        ExportFiles export = new ExportFiles();
        export.seedFiles(set, instruction);
        export.rows(set, new TrainingRows(instruction));
        export.files.put("README.md", DataSetCard.of(set, export.digests(), at));
        export.files.put("SHA256SUMS", sums(export.digests()));
        return export.files;
    }

    private void seedFiles(DataSet set, String instruction) {
        AnalysisReport report = new AnalysisReport(set);
        files.put("fewshot_examples.txt", FewShotText.of(set.training()));
        files.put(
                "finetuning_dataset.json",
                pretty(
                        set.training().stream()
                                .map(
                                        lesson -> {
                                            Map<String, String> pair = new LinkedHashMap<>();
                                            pair.put(
                                                    "prompt",
                                                    instruction + "\n\n" + Answers.prompt(lesson));
                                            pair.put(
                                                    "response", Answers.answer(lesson.confirmed()));
                                            return pair;
                                        })
                                .toList()));
        files.put("analysis_report.json", pretty(report.tree()));
        files.put("analysis_report.html", AnalysisPage.of(report));
    }

    private void rows(DataSet set, TrainingRows rows) {
        for (Form form : Form.values()) {
            put("train/", form, rows.of(form, set.training()));
            put("held-out/", form, rows.of(form, set.heldOut()));
        }
    }

    private void put(String folder, Form form, List<Row> rows) {
        files.put(
                folder + form.file(),
                lines(rows.stream().map(row -> Answers.json(row.members())).toList()));
        files.put(
                "provenance/" + folder + form.file(),
                lines(rows.stream().map(row -> Answers.json(provenance(row.lesson()))).toList()));
    }

    /** One line for each row, in the same order. */
    private static Map<String, Object> provenance(Lesson lesson) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("record", lesson.record().value());
        source.put("hash", lesson.recordHash().toString());
        source.put("decided_at", lesson.at().toString());
        source.put("version", lesson.version());
        source.put("reviews", lesson.reviews().stream().map(Object::toString).toList());
        source.put("signature", lesson.signature());
        lesson.note().ifPresent(note -> source.put("rationale", note));
        return source;
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        files.forEach(
                (path, text) -> digests.put(path, Hash.over(text.getBytes(UTF_8)).toString()));
        return digests;
    }

    /** In the form of {@code sha256sum}, which checks it. */
    private static String sums(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(entry -> "%s  %s\n".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String pretty(Object value) {
        return PRETTY.writeValueAsString(value) + "\n";
    }
}
