package io.praetor.patterns.features;

import io.praetor.situation.Resource;

/** What sort of thing a resource is: its scheme, the folder it lies in, its kind of file. */
final class ResourceClass {
    private ResourceClass() {}

    /** Such as {@code repo:web/}, {@code path:docs/.md}, {@code db:}. */
    static String of(Resource resource) {
        String name = Bands.folded(resource.name());
        int slash = name.indexOf('/');
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > name.lastIndexOf('/') + 1;
        return resource.scheme()
                + ":"
                + (slash < 0 ? "" : name.substring(0, slash + 1))
                + (hasExtension ? name.substring(dot) : "");
    }
}
