/** Families of versions as a graph in Neo4j over Bolt: commits in, records out. */
@NullMarked
package io.praetor.adapters.neo4j;

import org.jspecify.annotations.NullMarked;
