package io.praetor.serving.page;

import io.praetor.review.queue.Filter;
import io.praetor.serving.review.Asked;
import io.praetor.serving.review.FilterReading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a reviewer is in one go, carried from page to page in their addresses.
 *
 * @param filter which cases are gone through
 * @param done how many were judged
 * @param skipped the last that were left for later, so that they do not come next again
 * @param saved the case judged last, which can be revised
 */
record Sitting(Filter filter, int done, List<String> skipped, Optional<String> saved) {
    /** What a page reads of it. */
    static final Set<String> NAMES = names();

    static final int SKIPPED_MAX = 10;

    private static final int DONE_MAX = 1_000_000;
    private static final int ID_MAX = 200;

    Sitting {
        skipped =
                List.copyOf(
                        skipped.subList(Math.max(0, skipped.size() - SKIPPED_MAX), skipped.size()));
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(FilterReading.NAMES);
        names.addAll(Set.of("done", "skipped", "saved"));
        return Set.copyOf(names);
    }

    static Sitting of(Asked asked) {
        List<String> skipped =
                asked.text("skipped", (ID_MAX + 1) * SKIPPED_MAX)
                        .map(ids -> List.of(ids.split("\n", -1)))
                        .orElse(List.of());
        return new Sitting(
                FilterReading.of(asked, Filter.UNREVIEWED.mode()),
                asked.count("done", 0, DONE_MAX).orElse(0),
                skipped,
                asked.text("saved", ID_MAX));
    }

    static Sitting begun(Filter filter) {
        return new Sitting(filter, 0, List.of(), Optional.empty());
    }

    /** One case further. */
    Sitting saving(String record, boolean isFirst) {
        return new Sitting(filter, done + (isFirst ? 1 : 0), skipped, Optional.of(record));
    }

    Sitting skipping(String record) {
        List<String> more = new ArrayList<>(skipped);
        more.add(record);
        return new Sitting(filter, done, more, Optional.empty());
    }

    /** The same without the message that something was saved. */
    Sitting quiet() {
        return new Sitting(filter, done, skipped, Optional.empty());
    }

    /** What forms carry along. */
    Html fields() {
        return Html.each(
                members().entrySet(), entry -> Forms.hidden(entry.getKey(), entry.getValue()));
    }

    /** The address of a page of this sitting. */
    String at(String path) {
        return path + query(members());
    }

    /** The question mark and what comes behind it; empty for nothing. */
    static String query(Map<String, String> members) {
        StringBuilder query = new StringBuilder();
        members.forEach(
                (name, value) ->
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(value)));
        return query.toString();
    }

    /** As it stands in an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<String, String> members() {
        Map<String, String> members = filtering(filter);
        if (done > 0) {
            members.put("done", Integer.toString(done));
        }
        if (!skipped.isEmpty()) {
            members.put("skipped", String.join("\n", skipped));
        }
        saved.ifPresent(record -> members.put("saved", record));
        return members;
    }

    /** The members that say which cases are asked for. */
    static Map<String, String> filtering(Filter filter) {
        Map<String, String> members = new LinkedHashMap<>();
        if (filter.mode() != Filter.UNREVIEWED.mode()) {
            members.put("mode", filter.mode().label());
        }
        filter.team().ifPresent(team -> members.put("team", team));
        filter.tier().ifPresent(tier -> members.put("tier", tier.label()));
        filter.version().ifPresent(version -> members.put("version", version));
        return members;
    }
}
