import { createSHA256 } from 'hash-wasm';

/** Up to here a file is read whole: the browser's own SHA-256 is several times faster and knows no streams. */
const WHOLE = 16 * 1024 * 1024;

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A page that came by plain HTTP has no `crypto.subtle`, unless from this very computer. */
const digestsItself = () => globalThis.isSecureContext && 'subtle' in globalThis.crypto;

const streamed = async (file: Blob, signal: AbortSignal) => {
  const hash = await createSHA256();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return hash.digest('hex');
    hash.update(value);
  }
};

/** SHA-256 of a file, whose bytes never are in memory all at once when they are many. */
export const sha256 = async (file: Blob, signal: AbortSignal): Promise<string> =>
  file.size <= WHOLE && digestsItself()
    ? hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    : streamed(file, signal);
