package io.praetor.suite.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A title, what it is about, plots and tables as one HTML page: no script, nothing fetched, every
 * text escaped, so that it can be mailed and kept. It follows the reader's light or dark scheme.
 */
public final class HtmlPage {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy"
                  content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c1e21; --quiet: #6a7078; --rule: #d5d9de;
                    --mark: #1660a8; --paper: #ffffff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e8ea; --quiet: #98a0a8; --rule: #3a4048; --mark: #78b4f0;
                      --paper: #16181b; } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink);
                   background: var(--paper); max-width: 60rem; margin: 2rem auto;
                   padding: 0 1rem; }
            h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
            .scroll { overflow-x: auto }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            th, td { text-align: left; padding: .3rem .8rem .3rem 0; vertical-align: top;
                     border-bottom: 1px solid var(--rule) }
            thead th { color: var(--quiet); font-weight: 600 }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem }
            dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
            svg { width: 100%; height: auto; max-width: 45rem }
            svg text { font-size: 12px; fill: var(--ink) } svg .axis { fill: var(--quiet) }
            svg .grid { stroke: var(--rule) } svg .interval { stroke: var(--mark);
              stroke-width: 2; stroke-linecap: round } svg .share { fill: var(--mark) }
            svg .constant { stroke: var(--quiet); stroke-dasharray: 4 4 }
            svg .series { fill: none; stroke: var(--mark); stroke-width: 1.2 }
            svg .second { stroke: var(--quiet); stroke-dasharray: 4 2 }
            svg .third { stroke-dasharray: 1 3 }
            .plots { display: flex; flex-wrap: wrap } .plots svg { width: 17rem }
            figure { margin: 0 1rem 0 0 } figcaption { text-align: center }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            """;

    private HtmlPage() {}

    /**
     * @param header pairs of a name and a value
     * @param plots HTML, already escaped
     */
    public static String write(
            String title, List<List<String>> header, String plots, List<Table> tables) {
        StringBuilder page = new StringBuilder();
        page.append(HEAD.replace("%s", Html.escaped(title))).append("<dl>\n");
        for (List<String> line : header) {
            page.append(
                    "<dt>%s</dt><dd>%s</dd>\n"
                            .formatted(
                                    Html.escaped(line.getFirst()), Html.escaped(line.getLast())));
        }
        page.append("</dl>\n").append(plots);
        tables.forEach(table -> page.append(table(table)));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String table(Table table) {
        String rows = table.rows().stream().map(HtmlPage::row).collect(Collectors.joining());
        return """
               <h2>%s</h2>
               <div class="scroll"><table>
               <thead><tr>%s</tr></thead>
               <tbody>
               %s</tbody>
               </table></div>
               """
                .formatted(Html.escaped(table.title()), cells(table.columns(), "th"), rows);
    }

    private static String row(List<String> cells) {
        return "<tr>" + cells(cells, "td") + "</tr>\n";
    }

    private static String cells(List<String> cells, String element) {
        return cells.stream()
                .map(cell -> "<%1$s>%2$s</%1$s>".formatted(element, Html.escaped(cell)))
                .collect(Collectors.joining());
    }
}
