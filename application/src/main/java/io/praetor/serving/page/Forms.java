package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.flagIf;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import java.util.List;
import java.util.Optional;

/** The parts that forms are made of, each with its label. */
final class Forms {
    private Forms() {}

    /** One of several answers, as it is sent and as it is read. */
    record Choice(String value, String label) {}

    static Html hidden(String name, String value) {
        return element(
                "input",
                attribute("type", "hidden"),
                attribute("name", name),
                attribute("value", value));
    }

    /** A form that posts to {@code path}. */
    static Html post(String path, Html... parts) {
        return element(
                "form", attribute("method", "post"), attribute("action", path), Html.all(parts));
    }

    /** Hints at the key that leads to what it stands in. */
    static Html key(String key) {
        return element("kbd", attribute("aria-hidden", "true"), text(key));
    }

    /**
     * One answer of several, to be chosen by key, by digit, or by hand.
     *
     * @param key the letter that leads here
     * @param chosen the answer given so far
     */
    static Html choices(
            String name, String legend, String key, List<Choice> choices, Optional<String> chosen) {
        List<Html> options =
                choices.stream()
                        .map(each -> option(name, each, chosen.filter(each.value()::equals)))
                        .toList();
        return element(
                "fieldset",
                type("choices"),
                attribute("data-key", key),
                element("legend", text(legend), key(key)),
                Html.all(options));
    }

    private static Html option(String name, Choice choice, Optional<String> chosen) {
        return element(
                "label",
                type("choice " + (choice.value().isEmpty() ? "none" : choice.value())),
                element(
                        "input",
                        attribute("type", "radio"),
                        attribute("name", name),
                        attribute("value", choice.value()),
                        flagIf(chosen.isPresent() || choice.value().isEmpty(), "checked")),
                element("span", text(choice.label())));
    }

    /**
     * A text of several lines.
     *
     * @param key the letter that leads here
     */
    static Html lines(String name, String label, String key, String hint, String value) {
        return element(
                "label",
                type("field"),
                element("span", text(label), key(key)),
                element(
                        "textarea",
                        attribute("name", name),
                        attribute("rows", "3"),
                        attribute("data-key", key),
                        attribute("placeholder", hint),
                        // A line break right behind the tag is not part of the text.
                        Html.exact("\n" + value)));
    }

    static Html line(String name, String label, String key, String hint, String value) {
        return element(
                "label",
                type("field"),
                element("span", text(label), key(key)),
                element(
                        "input",
                        attribute("type", "text"),
                        attribute("name", name),
                        attribute("data-key", key),
                        attribute("placeholder", hint),
                        attribute("autocomplete", "off"),
                        attribute("value", value)));
    }

    /** One of a list that is unfolded. */
    static Html select(String name, String label, List<Choice> choices, String chosen) {
        return element(
                "label",
                type("field"),
                element("span", text(label)),
                element(
                        "select",
                        attribute("name", name),
                        Html.each(
                                choices,
                                each ->
                                        element(
                                                "option",
                                                attribute("value", each.value()),
                                                flagIf(each.value().equals(chosen), "selected"),
                                                text(each.label())))));
    }
}
