package io.praetor.serving.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of HTML: an attribute, a text, or elements. Whatever text it is made from is escaped, for
 * there is no way to make it from markup; scripts and styles have no text, and links lead to our
 * own pages alone.
 */
final class Html {
    static final Html NONE = new Html(false, "");

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]{0,30}");
    private static final Set<String> VOID = Set.of("input", "link", "meta", "br", "hr");
    private static final Set<String> TEXTLESS = Set.of("script", "style", "noscript", "iframe");
    private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction");
    private static final Set<String> REFUSED = Set.of("style", "srcdoc", "srcset", "target");

    /** Leads to a path here, or to a place on the page. */
    private static final Pattern OUR_LINK = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*|#[\\w-]+");

    /** What steers, hides or turns the direction of writing; lines and tabs may stay. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]&&[^\\n\\t]]");

    private final boolean isAttribute;
    private final String source;

    private Html(boolean isAttribute, String source) {
        this.isAttribute = isAttribute;
        this.source = source;
    }

    /** A text for people: what cannot be seen in it is shown as a dot. */
    static Html text(String text) {
        return new Html(false, escaped(INVISIBLE.matcher(text).replaceAll("\u00b7")));
    }

    /** A text that goes back as it came, such as what a field holds. */
    static Html exact(String text) {
        return new Html(false, escaped(text));
    }

    static Html attribute(String name, String value) {
        // Browsers do not tell letter cases apart.
        String plain = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || plain.startsWith("on") || REFUSED.contains(plain)) {
            throw new IllegalArgumentException("no attribute of ours: " + name);
        }
        if (LINKS.contains(plain) && !OUR_LINK.matcher(value).matches()) {
            throw new IllegalArgumentException("no link of ours: " + value);
        }
        return new Html(true, " %s=\"%s\"".formatted(name, escaped(value)));
    }

    /** An attribute that says what it says by being there. */
    static Html flag(String name) {
        return attribute(name, "");
    }

    static Html flagIf(boolean isThere, String name) {
        return isThere ? flag(name) : NONE;
    }

    /**
     * An element of {@code parts}: its attributes, wherever they stand among them, and its content.
     */
    static Html element(String name, Html... parts) {
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("no element: " + name);
        }
        StringBuilder attributes = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (Html part : parts) {
            (part.isAttribute ? attributes : content).append(part.source);
        }
        if ((VOID.contains(name) || TEXTLESS.contains(name)) && !content.isEmpty()) {
            throw new IllegalArgumentException("an element without content: " + name);
        }
        String end = VOID.contains(name) ? "" : "</" + name + ">";
        return new Html(false, "<" + name + attributes + ">" + content + end);
    }

    /** An element of one class that holds a text. */
    static Html element(String name, String type, String text) {
        return element(name, type(type), text(text));
    }

    /** The attribute {@code class}. */
    static Html type(String type) {
        return attribute("class", type);
    }

    static Html all(Html... parts) {
        return all(List.of(parts));
    }

    static Html all(Collection<Html> parts) {
        return new Html(
                false,
                parts.stream()
                        .peek(Html::requireContent)
                        .map(part -> part.source)
                        .collect(Collectors.joining()));
    }

    private static void requireContent(Html part) {
        if (part.isAttribute) {
            throw new IllegalArgumentException("an attribute outside an element:" + part.source);
        }
    }

    /** A piece for each of {@code values}, in order. */
    static <T> Html each(Collection<T> values, Function<T, Html> piece) {
        return all(values.stream().map(piece).toList());
    }

    static <T> Html maybe(Optional<T> value, Function<T, Html> piece) {
        return value.map(piece).orElse(NONE);
    }

    /** The document that has this as its root. */
    String document() {
        return "<!doctype html>\n" + source + "\n";
    }

    /** As it stands in a document. */
    @Override
    public String toString() {
        return source;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + text.length() / 8);
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\r' -> escaped.append("&#13;");
                case '\0' -> escaped.append('\ufffd');
                default -> escaped.append(sign);
            }
        }
        return escaped.toString();
    }
}
