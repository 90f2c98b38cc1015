import { expect, it } from 'vitest';
import { listZip, Unlisted } from './zip';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

const bytes = (length: number, ...fields: [at: number, width: 2 | 4 | 8, value: number][]) => {
  const view = new DataView(new ArrayBuffer(length));
  for (const [at, width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
  }
  return new Uint8Array(view.buffer);
};

const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

interface Entry {
  name: Uint8Array;
  size: number;
  utf8?: boolean;
  extra?: Uint8Array;
}

const record = ({ name, size, utf8: flagged = true, extra = new Uint8Array() }: Entry) =>
  joined(
    bytes(
      46,
      [0, 4, 0x02014b50],
      [8, 2, flagged ? 1 << 11 : 0],
      [24, 4, size],
      [28, 2, name.length],
      [30, 2, extra.length],
    ),
    name,
    extra,
  );

const field = (kind: number, content: Uint8Array) =>
  joined(bytes(4, [0, 2, kind], [2, 2, content.length]), content);

/** The data of the entries is nobody's business here: only their room is taken. */
const zip = (entries: Entry[], { wide = false, comment = '', data = 100 } = {}) => {
  const directory = joined(...entries.map(record));
  const end = (at: number, size: number) =>
    bytes(
      22,
      [0, 4, 0x06054b50],
      [10, 2, entries.length],
      [12, 4, size],
      [16, 4, at],
      [20, 2, comment.length],
    );
  const tail = wide
    ? [
        bytes(
          56,
          [0, 4, 0x06064b50],
          [4, 8, 44],
          [32, 8, entries.length],
          [40, 8, directory.length],
          [48, 8, data],
        ),
        bytes(20, [0, 4, 0x07064b50], [8, 8, data + directory.length], [16, 4, 1]),
        end(0xffffffff, 0xffffffff),
      ]
    : [end(data, directory.length)];
  return new Blob([new Uint8Array(data), directory, ...tail, latin(comment)]);
};

it('lists the files with their sizes, and no folders', async () => {
  const listed = await listZip(
    zip([
      { name: utf8('images/'), size: 0 },
      { name: utf8('images/고양이.jpg'), size: 1234 },
      { name: latin('a.txt'), size: 5, utf8: false },
    ]),
  );
  expect(listed).toEqual([
    { path: 'images/고양이.jpg', size: 1234 },
    { path: 'a.txt', size: 5 },
  ]);
});

it('reads names of an old Korean Windows, and the right name where it stands beside an old one', async () => {
  const cat = Uint8Array.of(0xb0, 0xed, 0xbe, 0xe7, 0xc0, 0xcc); // 고양이 in CP949
  const beside = field(0x7075, joined(Uint8Array.of(1, 0, 0, 0, 0), utf8('개.jpg')));
  const listed = await listZip(
    zip([
      { name: cat, size: 1, utf8: false },
      { name: latin('??.jpg'), size: 2, utf8: false, extra: beside },
    ]),
  );
  expect(listed.map(({ path }) => path)).toEqual(['고양이', '개.jpg']);
});

it('reads archives and files that are larger than four gigabytes, without reading them', async () => {
  const huge = 6_000_000_000;
  const extra = field(0x0001, bytes(8, [0, 8, huge]));
  const listed = await listZip(zip([{ name: utf8('huge.bin'), size: 0xffffffff, extra }], { wide: true }));
  expect(listed).toEqual([{ path: 'huge.bin', size: huge }]);
});

it('is not led astray by a comment that holds an end of its own', async () => {
  const comment = String.fromCharCode(...bytes(22, [0, 4, 0x06054b50])) + ' and more';
  expect(await listZip(zip([{ name: utf8('a'), size: 1 }], { comment }))).toHaveLength(1);
});

it.each([
  ['nothing', new Blob([])],
  ['no zip', new Blob(['a'.repeat(100)])],
  ['a zip that was cut off', zip([{ name: utf8('a'), size: 1 }]).slice(0, 150)],
  ['a zip that was cut in front', zip([{ name: utf8('a'), size: 1 }]).slice(60)],
  ['a name that is no text', zip([{ name: Uint8Array.of(0xff, 0xff), size: 1, utf8: false }])],
])('says of %s that it tells nothing', async (_, blob) => {
  await expect(listZip(blob)).rejects.toBeInstanceOf(Unlisted);
});
