/// Datasets on Cloudflare R2 or another S3 store. Bulk bytes go over the engine's wire, signed here; the AWS SDK is
/// asked for
/// what needs XML. What stores do differently stands in [Dialect] alone.
@NullMarked
package dev.gotgan.store.s3;

import org.jspecify.annotations.NullMarked;
