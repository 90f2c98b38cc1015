/** A file as an archive's list of contents has it. */
export interface Listed {
  path: string;
  size: number;
}

/** This archive tells what is in it only to who reads all of it, or is damaged. */
export class Unlisted extends Error {}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END64 = 0x06064b50;
const END64_LENGTH = 56;
const RECORD = 0x02014b50;
const RECORD_LENGTH = 46;
const UNICODE_PATH = 0x7075;
const WIDE_FIELD = 0x0001;
const WIDE = 0xffffffff;
const UTF8_FLAG = 1 << 11;

/* A directory of a million names of common length. */
const LARGEST = 128 << 20;

interface Place {
  at: number;
  size: number;
}

const bytesOf = async (file: Blob, at: number, size: number) => {
  if (at < 0 || at + size > file.size) throw new Unlisted('it points beyond its end');
  return new DataView(await file.slice(at, at + size).arrayBuffer());
};

const wide = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

const wideEnd = async (file: Blob, endAt: number): Promise<Place | null> => {
  if (endAt < LOCATOR_LENGTH) return null;
  const locator = await bytesOf(file, endAt - LOCATOR_LENGTH, LOCATOR_LENGTH);
  if (locator.getUint32(0, true) !== LOCATOR) return null;
  const end = await bytesOf(file, wide(locator, 8), END64_LENGTH);
  if (end.getUint32(0, true) !== END64) throw new Unlisted('its wide end is not where it says');
  return { at: wide(end, 48), size: wide(end, 40) };
};

const directoryOf = async (file: Blob): Promise<Place> => {
  const size = Math.min(file.size, END_LENGTH + LONGEST_COMMENT);
  const tail = await bytesOf(file, file.size - size, size);
  for (let at = size - END_LENGTH; at >= 0; at--) {
    // The end that counts reaches to the end of the file: its comment may hold what looks like another.
    const isEnd =
      tail.getUint32(at, true) === END && at + END_LENGTH + tail.getUint16(at + 20, true) === size;
    if (!isEnd) continue;
    const found = await wideEnd(file, file.size - size + at);
    return found ?? { at: tail.getUint32(at + 16, true), size: tail.getUint32(at + 12, true) };
  }
  throw new Unlisted('it has no list of contents');
};

const text = (bytes: DataView, encoding: string) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Behind the name, field by field: of a zip that is large, the true size; of one with old names, the right one. */
const extraOf = (view: DataView) => {
  let size: number | null = null;
  let name: string | null = null;
  for (let at = 0; at + 4 <= view.byteLength;) {
    const length = view.getUint16(at + 2, true);
    const from = at + 4;
    if (from + length > view.byteLength) break;
    const kind = view.getUint16(at, true);
    if (kind === WIDE_FIELD && length >= 8) size = wide(view, from);
    if (kind === UNICODE_PATH && length > 5)
      name = text(new DataView(view.buffer, view.byteOffset + from + 5, length - 5), 'utf-8');
    at = from + length;
  }
  return { size, name };
};

/* As the server reads them: what is no UTF-8 was packed on a Korean Windows ("euc-kr" is CP949 to a browser). */
const nameOf = (bytes: DataView, utf8: boolean) => {
  const name = text(bytes, 'utf-8') ?? (utf8 ? null : text(bytes, 'euc-kr'));
  if (name === null) throw new Unlisted('a name can not be read');
  return name;
};

const recordAt = (view: DataView, at: number) => {
  if (at + RECORD_LENGTH > view.byteLength || view.getUint32(at, true) !== RECORD)
    throw new Unlisted('its list of contents is damaged');
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameAt = at + RECORD_LENGTH;
  const next = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new Unlisted('its list of contents is damaged');
  const part = (from: number, length: number) => new DataView(view.buffer, view.byteOffset + from, length);
  const extra = extraOf(part(nameAt + nameLength, extraLength));
  const utf8 = (view.getUint16(at + 8, true) & UTF8_FLAG) !== 0;
  const narrow = view.getUint32(at + 24, true);
  return {
    path: extra.name ?? nameOf(part(nameAt, nameLength), utf8),
    size: narrow === WIDE && extra.size !== null ? extra.size : narrow,
    next,
  };
};

/**
 * The files of a zip, by the directory at its end: a few reads, however large the archive is.
 *
 * It is believed as it stands; whether what lies in the archive agrees is for the server to find out.
 *
 * @throws Unlisted where it can't be read
 */
export const listZip = async (file: Blob): Promise<Listed[]> => {
  const { at, size } = await directoryOf(file);
  if (size > LARGEST) throw new Unlisted('its list of contents is very long');
  const view = await bytesOf(file, at, size);
  const files: Listed[] = [];
  for (let position = 0; position < size;) {
    const { path, size: bytes, next } = recordAt(view, position);
    if (!path.endsWith('/')) files.push({ path, size: bytes });
    position = next;
  }
  return files;
};
