import { expect, it } from 'vitest';
import type { UploadPlan } from './engine';
import { formOf, uuidOf } from './multipart';

const file = (name: string) => ({ path: name, file: new File(['x'], 'x') });
const entries = (plan: Pick<UploadPlan, 'files' | 'archive' | 'target'>) =>
  [...formOf({ ...plan, id: 'u', name: 'u', owner: 1, bytes: 0 })].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.name,
  ]);

it('sends each file under its whole path, fields first', () => {
  const target = {
    kind: 'new',
    name: 'cells',
    visibility: 'private',
    taskType: null,
    formatHint: 'yolo',
  } as const;
  expect(entries({ files: [file('a/1.jpg'), file('고양이.jpg')], archive: null, target })).toEqual([
    ['name', 'cells'],
    ['visibility', 'private'],
    ['format_hint', 'yolo'],
    ['strip_top', 'false'],
    ['files', 'a/1.jpg'],
    ['files', '고양이.jpg'],
  ]);
});

it('sends an archive as one file', () => {
  const archive = file('cells.zip');
  const target = { kind: 'existing', dataset: 'd', prefix: 'more', labels: 'no' } as const;
  expect(entries({ files: [archive], archive, target })).toEqual([
    ['prefix', 'more'],
    ['file', 'cells.zip'],
  ]);
});

it('says when only labels may change, and how', () => {
  const target = { kind: 'existing', dataset: 'd', prefix: '', labels: 'replace' } as const;
  expect(entries({ files: [file('a.txt')], archive: null, target })).toEqual([
    ['labels_only', 'true'],
    ['mode', 'replace'],
    ['files', 'a.txt'],
  ]);
});

it('names itself to the server as a UUID', () => {
  expect(uuidOf('0123456789abcdef0123456789abcdef')).toBe('01234567-89ab-cdef-0123-456789abcdef');
});
