/// Every refusal and failure as the one shape that callers see: RFC 9457 with a code of `spec/codes.md`.
@NullMarked
package dev.gotgan.server.web.problem;

import org.jspecify.annotations.NullMarked;
