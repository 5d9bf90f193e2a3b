/** The graph store, held against a real Neo4j in a process of its own. */
@NullMarked
package io.praetor.adapters.neo4j;

import org.jspecify.annotations.NullMarked;
