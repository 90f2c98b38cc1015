/// The HTTP contract against what the server is and answers: `api/openapi/gotgan.yaml` and `rights.tsv`.
@NullMarked
package dev.gotgan.server.contract;

import org.jspecify.annotations.NullMarked;
