package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.review.queue.Filter;
import io.praetor.review.queue.Mode;
import io.praetor.serving.page.Forms.Choice;
import io.praetor.situation.RiskLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The form that narrows a list of cases. */
final class FilterForm {
    private static final int VERSION_SHOWN = 12;

    private FilterForm() {}

    static Html of(String path, Filter filter, Offered offered, boolean hasModes) {
        return element(
                "form",
                type("filter"),
                attribute("method", "get"),
                attribute("action", path),
                attribute("aria-label", "Which cases"),
                hasModes
                        ? Forms.select("mode", "Cases", modes(), filter.mode().label())
                        : Html.NONE,
                Forms.select("team", "Team", any(offered.teams(), 0), filter.team().orElse("")),
                Forms.select(
                        "tier",
                        "Risk",
                        any(Arrays.stream(RiskLevel.values()).map(RiskLevel::label).toList(), 0),
                        filter.tier().map(RiskLevel::label).orElse("")),
                Forms.select(
                        "version",
                        "Version",
                        any(offered.versions(), VERSION_SHOWN),
                        filter.version().orElse("")),
                element("button", attribute("type", "submit"), text("Show")));
    }

    private static List<Choice> modes() {
        return Arrays.stream(Mode.values())
                .map(mode -> new Choice(mode.label(), mode.label()))
                .toList();
    }

    /**
     * @param shown how many characters tell them apart; 0 for all
     */
    private static List<Choice> any(List<String> values, int shown) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "any"));
        for (String value : values) {
            boolean isLong = shown > 0 && value.length() > shown;
            choices.add(new Choice(value, isLong ? value.substring(0, shown) : value));
        }
        return choices;
    }
}
