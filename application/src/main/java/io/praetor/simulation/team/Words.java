package io.praetor.simulation.team;

import java.util.List;
import java.util.SplittableRandom;

/** What people write about their work. Nothing here is what a rule of the sample looks for. */
final class Words {
    static final List<String> SERVICES =
            words(
                    "atlas birch cedar delta ember fjord grove harbor indigo"
                            + " juniper kestrel lagoon maple nimbus orchid pebble quartz"
                            + " raven sierra tundra umber violet willow yarrow zephyr");

    private static final List<String> DOING =
            words(
                    "refresh sort rename tidy compare enlarge trim rebuild"
                            + " translate index merge split measure shrink colour round"
                            + " group rank link collect");

    private static final List<String> THING =
            words(
                    "column header footer chart sidebar label glossary"
                            + " invoice receipt parser cursor widget banner ledger"
                            + " calendar roster playlist thumbnail legend palette gauge"
                            + " outline bookmark caption ticker matrix carousel margin");

    private static final List<String> WHEREFORE =
            words(
                    "quarterly weekly spring autumn northern southern printed"
                            + " nested faded transparent circular diagonal vertical"
                            + " italic compact spacious layered striped dotted woven");

    private static final List<String> FOR_WHOM =
            words("partners students visitors editors planners buyers drivers gardeners");

    private static final List<String> PEOPLE =
            words("ana ben cleo dario edda finn gala hugo ines joris kaja levin");

    private static final List<String> STRANGERS =
            words(
                    "courier janitor visitor tourist plumber broker neighbour"
                            + " musician pilot poet");

    private static final List<String> DEEDS =
            words(
                    "borrowed carried mislaid traded hid folded painted lent"
                            + " sealed shook tossed");

    private static final List<String> GOODS =
            words(
                    "laptop keyring envelope badge suitcase diary receiver"
                            + " antenna lantern drawer");

    private Words() {}

    private static List<String> words(String all) {
        return List.of(all.split(" "));
    }

    static <T> T oneOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A sentence with three gaps: whom it is for, who asked, a number. */
    static String template(SplittableRandom random) {
        return "%s the %s %s and %s the %s %s"
                        .formatted(
                                oneOf(DOING, random),
                                oneOf(WHEREFORE, random),
                                oneOf(THING, random),
                                oneOf(DOING, random),
                                oneOf(WHEREFORE, random),
                                oneOf(THING, random))
                + " for the %s, wished by %s, ticket %d";
    }

    static String filled(String template, SplittableRandom random) {
        return template.formatted(
                oneOf(FOR_WHOM, random), oneOf(PEOPLE, random), random.nextInt(100, 10_000));
    }

    /** What nobody has told before, and changes the case. */
    static String twist(SplittableRandom random) {
        return "a %s from the %s side %s the %s and a %s %s it"
                .formatted(
                        oneOf(STRANGERS, random),
                        oneOf(WHEREFORE, random),
                        oneOf(DEEDS, random),
                        oneOf(GOODS, random),
                        oneOf(STRANGERS, random),
                        oneOf(DEEDS, random));
    }
}
