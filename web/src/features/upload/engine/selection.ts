import { isJunk, type Picked } from './collect';
import type { ExistingTarget, NewTarget } from './engine';

/** What was picked, sorted into what is sent and what is not. */
export interface Selection {
  files: Picked[];
  junk: number;
  images: number;
  bytes: number;
  /** The one archive, if that is what was picked. */
  archive: Picked | null;
  /** An archive beside other files: the server takes one or the other. */
  mixed: boolean;
  /** A name to begin with: of the folder around everything, or of the archive. */
  name: string;
}

const ARCHIVE = /\.(zip|tar|tar\.gz|tgz)$/i;
export const IMAGE = /\.(jpe?g|png|gif|webp|bmp|tiff?|heic|avif)$/i;

const topFolder = (files: readonly Picked[]) => {
  const top = files[0]?.path.split('/')[0] ?? '';
  return files.length > 0 && files.every(({ path }) => path.startsWith(`${top}/`)) ? top : null;
};

export const selectionOf = (picked: readonly Picked[]): Selection => {
  const files = picked.filter(({ path }) => !isJunk(path));
  const archives = files.filter(({ path }) => ARCHIVE.test(path));
  const archive = files.length === 1 && archives.length === 1 ? (archives[0] ?? null) : null;
  return {
    files,
    junk: picked.length - files.length,
    images: files.filter(({ path }) => IMAGE.test(path)).length,
    bytes: files.reduce((sum, { file }) => sum + file.size, 0),
    archive,
    mixed: archive === null && archives.length > 0,
    name: archive?.path.replace(ARCHIVE, '') ?? topFolder(files) ?? '',
  };
};

/** Folders that mean something in one of the formats. */
const KEPT =
  /^(images?|labels?|annotations|train|val|valid|validation|test|JPEGImages|Annotations|ImageSets|SegmentationClass|SegmentationObject)$/;

/** The paths without the folder around everything: the dataset has, or gets, a name of its own. */
export const withoutTop = (files: readonly Picked[]): Picked[] => {
  const top = topFolder(files);
  if (top === null || KEPT.test(top)) return [...files];
  return files.map(({ path, file }) => ({ path: path.slice(top.length + 1), file }));
};

/** Where each file shall lie in the dataset. A Mac writes names decomposed; a dataset has them composed. */
export const filesFor = (selection: Selection, target: NewTarget | ExistingTarget): Picked[] => {
  if (selection.archive !== null) return [selection.archive];
  const folder = target.kind === 'new' ? '' : target.prefix.replace(/^\/+|\/+$/g, '');
  const below = folder === '' ? '' : `${folder}/`;
  return withoutTop(selection.files).map(({ path, file }) => ({
    path: `${below}${path}`.normalize('NFC'),
    file,
  }));
};
