package io.praetor.bench.http;

import io.praetor.bench.Ask;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server that can be asked over HTTP: how it starts and how it wants to be asked. */
interface Product {
    String name();

    /**
     * The command that serves the ten rules on a port of loopback, keeping its data in a folder.
     */
    List<String> command(int port, Path folder);

    Map<String, String> environment(int port, Path folder);

    URI ready(int port);

    /** One request with one question. */
    byte[] single(Ask ask);

    /** One request with many questions, all about the actor of the first. */
    byte[] batch(List<Ask> asks);

    /** How many yeses an answer holds. */
    int permits(String answer);

    /** The items of a JSON list. */
    static String joined(List<Ask> asks, Function<Ask, String> json) {
        return asks.stream().map(json).collect(Collectors.joining(","));
    }

    /** How often a text stands in another. */
    static int count(String text, String of) {
        return (text.length() - text.replace(of, "").length()) / of.length();
    }
}
