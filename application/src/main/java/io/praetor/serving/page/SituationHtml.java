package io.praetor.serving.page;

import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.serving.json.JsonTree;
import io.praetor.situation.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked, field by field, in groups as it was asked. */
final class SituationHtml {
    /** Longer texts are prose, and get the width of the page. */
    private static final int PROSE_MIN = 60;

    private SituationHtml() {}

    /** Prose behind what can be taken in at a glance; otherwise as it was asked. */
    private static final Comparator<Field> LONGEST_LAST =
            Comparator.comparing(SituationHtml::isProse);

    private static boolean isProse(Field field) {
        return field.value().length() >= PROSE_MIN || field.value().contains("\n");
    }

    private record Field(String name, String value) {}

    static Html of(Optional<Attributes> situation) {
        return Shown.section(
                "situation",
                "Situation",
                Html.maybe(situation, SituationHtml::groups),
                situation.isPresent()
                        ? Html.NONE
                        : element("p", "none", "Erased, or none was kept."));
    }

    private static Html groups(Attributes situation) {
        List<Field> plain = new ArrayList<>();
        List<Html> groups = new ArrayList<>();
        situation
                .values()
                .forEach(
                        (name, value) -> {
                            Optional<Map<String, @Nullable Object>> object = JsonTree.object(value);
                            if (object.isPresent()) {
                                List<Field> fields = new ArrayList<>();
                                object.get().forEach((key, each) -> flatten(fields, key, each));
                                groups.add(group(name, fields));
                            } else {
                                flatten(plain, name, value);
                            }
                        });
        return element(
                "div",
                type("groups"),
                Html.all(groups),
                plain.isEmpty() ? Html.NONE : group("request", plain));
    }

    private static Html group(String name, List<Field> fields) {
        return element(
                "div",
                type("group"),
                element("h3", text(Shown.words(name))),
                element(
                        "dl",
                        Html.each(
                                fields.stream().sorted(LONGEST_LAST).toList(),
                                field ->
                                        element(
                                                "div",
                                                type(isProse(field) ? "row prose" : "row"),
                                                element("dt", text(Shown.words(field.name()))),
                                                element("dd", text(field.value()))))));
    }

    private static void flatten(List<Field> fields, String name, @Nullable Object value) {
        Optional<Map<String, @Nullable Object>> object = JsonTree.object(value);
        if (object.isPresent()) {
            object.get().forEach((key, each) -> flatten(fields, name + " \u203a " + key, each));
        } else if (value instanceof List<?> list) {
            if (list.stream().allMatch(each -> each instanceof String)) {
                fields.add(new Field(name, joined(list)));
            } else {
                list.forEach(each -> flatten(fields, name, each));
            }
        } else if (value != null) {
            fields.add(new Field(name, shown(value)));
        }
    }

    /** Words in a row, sentences in lines. */
    private static String joined(List<?> texts) {
        List<String> each = texts.stream().map(String::valueOf).toList();
        boolean isProse = each.stream().anyMatch(text -> text.contains(" "));
        return String.join(isProse ? "\n" : ", ", each);
    }

    private static String shown(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(number.longValue())
                : value.toString();
    }
}
