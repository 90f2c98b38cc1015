import { expect, it } from 'vitest';
import { isJunk, type Picked } from './collect';
import { selectionOf, withoutTop } from './selection';

const picked = (...paths: string[]): Picked[] =>
  paths.map((path) => ({ path, file: new File(['12345'], 'name') }));

it.each(['.DS_Store', 'a/Thumbs.db', 'a/desktop.ini', '__MACOSX/a.jpg', 'b/__MACOSX/._c', 'b/._a.jpg'])(
  'leaves %s out',
  (path) => expect(isJunk(path)).toBe(true),
);

it.each(['DS_Store.jpg', 'my__MACOSX/a.jpg', 'a/thumbs.db.txt', '_.jpg'])('keeps %s', (path) =>
  expect(isJunk(path)).toBe(false),
);

it('counts what is sent and what is not', () => {
  const selection = selectionOf(picked('cells/a.JPG', 'cells/a.txt', 'cells/.DS_Store'));
  expect(selection).toMatchObject({
    junk: 1,
    images: 1,
    bytes: 10,
    name: 'cells',
    archive: null,
    mixed: false,
  });
  expect(selection.files.map(({ path }) => path)).toEqual(['cells/a.JPG', 'cells/a.txt']);
});

it('takes one archive as such, and names the dataset after it', () => {
  const selection = selectionOf(picked('cells.tar.gz'));
  expect(selection.archive?.path).toBe('cells.tar.gz');
  expect(selection.name).toBe('cells');
});

it('does not mix an archive with files, nor two archives', () => {
  expect(selectionOf(picked('cells.zip', 'a.jpg')).mixed).toBe(true);
  expect(selectionOf(picked('a.zip', 'b.zip')).mixed).toBe(true);
});

it('takes the folder around everything off, unless it means something', () => {
  const paths = (files: Picked[]) => files.map(({ path }) => path);
  expect(paths(withoutTop(picked('more/images/a.jpg', 'more/b.jpg')))).toEqual(['images/a.jpg', 'b.jpg']);
  expect(paths(withoutTop(picked('images/a.jpg')))).toEqual(['images/a.jpg']);
  expect(paths(withoutTop(picked('labels/train/a.txt', 'labels/b.txt')))).toEqual([
    'labels/train/a.txt',
    'labels/b.txt',
  ]);
  expect(paths(withoutTop(picked('a/1.jpg', 'b/2.jpg')))).toEqual(['a/1.jpg', 'b/2.jpg']);
});
