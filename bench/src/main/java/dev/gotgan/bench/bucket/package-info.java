/// Servers of S3 to measure against: versitygw, and one in memory that does only what it must, so that the time of a
/// benchmark is its client's.
@NullMarked
package dev.gotgan.bench.bucket;

import org.jspecify.annotations.NullMarked;
