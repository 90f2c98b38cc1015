/** The secret in an invitation's address; null where it was cut off, as mail programs do. */
export const secretIn = (fragment: string): string | null =>
  /^gtg_[A-Za-z0-9_-]{20,}$/.test(fragment) ? fragment : null;
