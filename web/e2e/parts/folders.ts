import type { Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const crc = (bytes: Buffer) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), 8 + data.length);
  return out;
};

/** A real picture, of one colour that tells it from all others. */
export const picture = (number: number, width = 32, height = 24): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + 3 * width);
  for (let x = 0; x < width; x++) row.set([number & 255, (number >> 8) & 255, (x * 7) & 255], 1 + 3 * x);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const voc = (image: string, classes: string[]) =>
  `<annotation><folder>JPEGImages</folder><filename>${image}</filename><size><width>32</width><height>24</height>` +
  `<depth>3</depth></size>${classes
    .map(
      (name) =>
        `<object><name>${name}</name><bndbox><xmin>2</xmin><ymin>2</ymin><xmax>20</xmax><ymax>18</ymax></bndbox></object>`,
    )
    .join('')}</annotation>`;

export type Folder = Record<string, Buffer | string>;

/** Blood cells in the layout of Pascal VOC, as BCCD has it. */
export const bloodCells = (from: number, count: number, labelled: boolean): Folder => {
  const folder: Folder = {};
  const names: string[] = [];
  for (let n = from; n < from + count; n++) {
    const name = `BloodImage_${String(n).padStart(5, '0')}`;
    names.push(name);
    folder[`JPEGImages/${name}.png`] = picture(n);
    if (labelled)
      folder[`Annotations/${name}.xml`] = voc(`${name}.png`, ['RBC', n % 2 === 0 ? 'WBC' : 'Platelets']);
  }
  if (labelled) folder['ImageSets/Main/train.txt'] = names.map((name) => `${name}\n`).join('');
  return folder;
};

export const labelsOf = (folder: Folder): Folder =>
  Object.fromEntries(Object.entries(folder).filter(([path]) => !path.startsWith('JPEGImages/')));

/** Lays a folder on the disk, with a name of its own around it; answers its path. */
export const onDisk = (name: string, folder: Folder): string => {
  const root = join(mkdtempSync(join(tmpdir(), 'gotgan-e2e-')), name);
  for (const [path, content] of Object.entries(folder)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
};

/** Drops a real folder on the page, as a hand with a mouse does. */
export const dropFolder = async (page: Page, folder: string, where = 'drop-zone') => {
  const zone = page.getByTestId(where);
  const box = await zone.boundingBox();
  if (box === null) throw new Error('nowhere to drop');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  const cdp = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await cdp.detach();
};

const WIDTH = 600;
const HEIGHT = 400;

/** The same picture eight times, told by EXIF to be shown in each of the eight ways; one red field, labelled as stored. */
export const turnedPictures = async (page: Page): Promise<Folder> => {
  const base64 = await page.evaluate(
    async ([width, height]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#e00000';
      context.fillRect(0.1 * width, 0.15 * height, 0.3 * width, 0.2 * height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    },
    [WIDTH, HEIGHT] as const,
  );
  const jpeg = Buffer.from(base64, 'base64');
  const folder: Folder = { 'data.yaml': 'train: images/train\nval: images/train\nnames: [red]\n' };
  for (let orientation = 1; orientation <= 8; orientation++) {
    folder[`images/train/o${orientation}.jpg`] = withOrientation(jpeg, orientation);
    folder[`labels/train/o${orientation}.txt`] = '0 0.25 0.25 0.3 0.2\n';
  }
  return folder;
};

/* Behind the start of the image: EXIF of one entry, big-endian. */
const withOrientation = (jpeg: Buffer, orientation: number) => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
};

/** A zip that compresses nothing: what is stored is told by its own bytes. */
export const zipOf = (folder: Folder): Buffer => {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(folder)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const about = Buffer.alloc(26); // from the version needed to the lengths of name and extra field
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x800, 2); // names are UTF-8
    about.writeUInt16LE(0x5a21, 8); // a day in 2025
    about.writeUInt32LE(crc(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('504b0304', 'hex'), about, name, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.from('504b01021400', 'hex'), about, rest, name);
    at += 30 + name.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const count = Object.keys(folder).length;
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
};

/** Lays such a zip on the disk under a name; answers its path. */
export const archiveOf = (name: string, folder: Folder): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'gotgan-e2e-')), name);
  writeFileSync(file, zipOf(folder));
  return file;
};
