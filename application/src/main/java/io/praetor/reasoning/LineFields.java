package io.praetor.reasoning;

import io.praetor.reasoning.Answer.Reference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the fields of an answer written in lines: {@code Decision: allow}, {@code **Decision**:
 * allow}, {@code - decision: allow}, {@code ## Decision} with the value on the next line.
 */
final class LineFields {
    private static final List<String> NAMES =
            List.of(
                    "final decision",
                    "decision",
                    "classification",
                    "context summary",
                    "applicable rules",
                    "reasoning",
                    "rationale",
                    "risk level",
                    "risk",
                    "policy references",
                    "result");

    /** Bullets, numbers, quotes, headings and emphasis before a name. */
    private static final String LEAD = "^[\\s>]*(?:[-*+•]\\s+|\\d+[.)]\\s+)?[#*_`\"\\s]*";

    private static final Pattern FIELD =
            Pattern.compile(
                    LEAD
                            + "(?<name>"
                            + String.join("|", NAMES).replace(" ", "[ _-]?")
                            + ")[*_`\"\\s]*(?:[:=][*_`\\s]*(?<value>.*))?$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LISTED =
            Pattern.compile("^[\\s>]*(?:[-*+•]|\\d+[.)])\\s+(?<item>.+)$");

    private LineFields() {}

    static Fields in(String text) {
        Fields fields = new Fields();
        String name = "";
        StringBuilder value = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                close(fields, name, value);
                name = Fields.nameOf(spaced(field.group("name")));
                String same = field.group("value");
                value.append(same == null ? "" : same);
            } else if (!line.isBlank() && !isFence(line)) {
                value.append(value.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        close(fields, name, value);
        return fields;
    }

    private static void close(Fields fields, String name, StringBuilder value) {
        String text = value.toString();
        value.setLength(0);
        if (name.isEmpty()) {
            return;
        }
        if (name.equals("policy_references")) {
            text.lines().forEach(line -> addReference(fields, line));
        } else if (name.equals("decision")) {
            fields.add(name, text.lines().findFirst().orElse(""));
        } else {
            fields.add(name, text);
        }
    }

    private static void addReference(Fields fields, String line) {
        Matcher listed = LISTED.matcher(line);
        String item = listed.matches() ? listed.group("item") : line;
        for (String id : item.split("[,;]", -1)) {
            String bare = id.strip().replaceAll("^[\\[`\"'*]+|[\\]`\"'*.]+$", "");
            if (!bare.isEmpty()) {
                fields.add(new Reference(bare, Optional.empty()));
            }
        }
    }

    private static boolean isFence(String line) {
        return line.strip().startsWith("```");
    }

    private static String spaced(String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "finaldecision" -> "final decision";
            case "risklevel" -> "risk level";
            case "policyreferences" -> "policy references";
            case "contextsummary" -> "context summary";
            case "applicablerules" -> "applicable rules";
            default -> name;
        };
    }
}
