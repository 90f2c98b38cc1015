import { IMAGE } from './selection';

export type GuessedFormat = 'imagefolder' | 'yolo' | 'coco' | 'pascal_voc' | 'unknown';

/** What a folder looks like from its names alone; the server reads the files and has the last word. */
export interface Guess {
  format: GuessedFormat;
  /** Images below a folder that is called like a split, in the order in which splits are used. */
  splits: { name: string; count: number }[];
}

const SPLIT = /(?:^|\/)(train|val|valid|validation|test)(?:\/|$)/i;
const ORDER = ['train', 'val', 'valid', 'validation', 'test'];
const COCO = /(^|\/)(instances|annotations|_annotations|person_keypoints|panoptic|labels)[^/]*\.json$/i;
const COCO_FOLDER = /(^|\/)annotations\/[^/]+\.json$/i;
const YOLO_FILE = /(^|\/)(data|dataset)\.ya?ml$|(^|\/)obj\.(data|names)$|(^|\/)labels\/.*\.txt$/i;

const stem = (path: string) => path.replace(/\.[^./]+$/, '');
const folder = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

const formatOf = (paths: readonly string[], images: readonly string[]): GuessedFormat => {
  const xml = paths.filter((path) => path.toLowerCase().endsWith('.xml')).length;
  if (xml > 0 && xml * 4 >= images.length) return 'pascal_voc';
  if (paths.some((path) => COCO.test(path) || COCO_FOLDER.test(path))) return 'coco';
  if (paths.some((path) => YOLO_FILE.test(path))) return 'yolo';
  const stems = new Set(images.map(stem));
  if (paths.some((path) => path.endsWith('.txt') && stems.has(stem(path)))) return 'yolo';
  const classes = new Set(images.map((path) => folder(path).replace(SPLIT, '/')));
  return classes.size > 1 && !classes.has('') ? 'imagefolder' : 'unknown';
};

export const guessOf = (paths: readonly string[]): Guess => {
  const images = paths.filter((path) => IMAGE.test(path));
  const counts = new Map<string, number>();
  for (const path of images) {
    const name = SPLIT.exec(folder(path))?.[1]?.toLowerCase();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const splits = ORDER.flatMap((name) => {
    const count = counts.get(name);
    return count === undefined ? [] : [{ name, count }];
  });
  return { format: formatOf(paths, images), splits };
};
