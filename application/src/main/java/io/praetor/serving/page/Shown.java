package io.praetor.serving.page;

import static io.praetor.serving.page.Html.attribute;
import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;
import static io.praetor.serving.page.Html.type;

import io.praetor.policy.Effect;
import io.praetor.review.Case.Traits;
import io.praetor.review.Estimate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How labels, times, figures and lists look on every page. */
final class Shown {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static final Pattern LABEL = Pattern.compile("[a-z_]{1,30}");
    private static final int PERCENT = 100;

    /** The environment of what happens in none. */
    private static final String NOWHERE = "none";

    private Shown() {}

    /** {@code require_mfa} as people say it. */
    static String words(String label) {
        return label.replace('_', ' ');
    }

    static Html effect(Effect effect) {
        return badge(effect.label());
    }

    /** A label with a colour of its own where it is one that we know. */
    static Html badge(String label) {
        String type = LABEL.matcher(label).matches() ? "badge " + label : "badge";
        return element("span", type, words(label));
    }

    static Html time(Instant at) {
        return element(
                "time", attribute("datetime", at.toString()), text(MINUTE.format(at) + " UTC"));
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
    }

    /** A share with its interval and what it rests on. */
    static Html share(Estimate share) {
        return share.of() == 0
                ? element("span", "none", "nothing yet")
                : estimate(
                        percent(share.value().orElse(0)),
                        "%s to %s of %d"
                                .formatted(
                                        percent(share.low()), percent(share.high()), share.of()));
    }

    /** A figure that is no share. */
    static Html number(Estimate number) {
        return number.value().isEmpty()
                ? element("span", "none", "nothing yet")
                : estimate(
                        figure(number.value().getAsDouble()),
                        "%s to %s, from %d"
                                .formatted(
                                        figure(number.low()), figure(number.high()), number.of()));
    }

    private static Html estimate(String value, String rest) {
        return Html.all(
                element("strong", text(value)), text(" "), element("span", "interval", rest));
    }

    static Html list(Collection<String> texts) {
        return texts.isEmpty()
                ? Html.NONE
                : element("ul", Html.each(texts, each -> element("li", quoted(each))));
    }

    /** A fragment of ours, with what stands in backticks set apart. */
    static Html quoted(String fragment) {
        String[] parts = fragment.split("`", -1);
        if (parts.length % 2 == 0) {
            return text(fragment);
        }
        List<Html> pieces = new ArrayList<>();
        for (int index = 0; index < parts.length; index++) {
            Html piece = text(parts[index]);
            pieces.add(index % 2 == 0 ? piece : element("code", piece));
        }
        return Html.all(pieces);
    }

    /** A row of a list of names and values. */
    static Html row(String name, Html value) {
        return element("div", type("row"), element("dt", text(name)), element("dd", value));
    }

    static Html row(String name, Optional<String> value) {
        return Html.maybe(value.filter(known -> !known.isEmpty()), known -> row(name, text(known)));
    }

    /** A part of a page with its heading. */
    static Html section(String id, String title, Html... content) {
        return element(
                "section",
                attribute("aria-labelledby", id),
                element("h2", attribute("id", id), text(title)),
                Html.all(content));
    }

    /** What a case is about, in a line. */
    static String about(Traits traits) {
        List<String> parts =
                Stream.of(traits.action(), traits.role(), traits.environment())
                        .filter(part -> !part.isEmpty() && !part.equals(NOWHERE))
                        .toList();
        return parts.isEmpty() ? "a case without particulars" : String.join(" \u00b7 ", parts);
    }

    static String caseAt(String record) {
        return "/cases/" + Sitting.encoded(record);
    }
}
