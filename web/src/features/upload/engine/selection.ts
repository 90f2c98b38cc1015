import { isJunk, type Picked } from './collect';

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
const IMAGE = /\.(jpe?g|png|gif|webp|bmp|tiff?)$/i;

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

/** The paths of files that go into an existing dataset: without the folder around them, since it has its own. */
export const withoutTop = (files: readonly Picked[]): Picked[] => {
  const top = topFolder(files);
  if (top === null || KEPT.test(top)) return [...files];
  return files.map(({ path, file }) => ({ path: path.slice(top.length + 1), file }));
};

/** Folders that mean something in one of the formats. */
const KEPT =
  /^(images?|labels?|annotations|train|val|valid|validation|test|JPEGImages|Annotations|ImageSets|SegmentationClass|SegmentationObject)$/;
