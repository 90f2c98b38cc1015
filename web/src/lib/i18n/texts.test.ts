import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en as firstEn } from './en';
import { more as moreEn } from './en/more';
import { ko as firstKo } from './ko';
import { more as moreKo } from './ko/more';

const ko = { ...firstKo, ...moreKo };
const en = { ...firstEn, ...moreEn };

/** Korean texts that rightly hold no Hangul: names of things that every language calls alike. */
const ALIKE = [
  'language.en',
  'format.imagefolder',
  'format.yolo',
  'format.coco',
  'format.pascal_voc',
  'dataset.head.version',
  'dataset.use.curl',
  'dataset.files.sha256',
  'images.position',
  'health.range',
  'upload.tray.bytes',
  'datasets.drawer.id',
];

const leaves = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value as object, `${prefix}${key}.`),
  );

const places = (text: string) => [...text.matchAll(/{{(\w+)/g)].map((match) => match[1]).sort();

const sources = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(path) && !/i18n|\.test\./.test(path) ? [readFileSync(path, 'utf8')] : [];
  });

describe('the texts', () => {
  it('are the same in both languages', () => {
    expect(leaves(ko).length).toBeGreaterThan(300);
    expect(leaves(en).map(([key]) => key)).toEqual(leaves(ko).map(([key]) => key));
  });

  it('are Korean where they say so', () => {
    const foreign = leaves(ko).filter(([, text]) => !/[가-힣]/.test(text));
    expect(foreign.map(([key]) => key).sort()).toEqual([...ALIKE].sort());
  });

  it('hold no Hangul in English, but for the name of the language', () => {
    const korean = leaves(en).filter(([, text]) => /[가-힣]/.test(text));
    expect(korean.map(([key]) => key)).toEqual(['language.ko']);
  });

  it('fill in the same values', () => {
    const english = new Map(leaves(en));
    for (const [key, text] of leaves(ko)) {
      expect(places(english.get(key) ?? ''), key).toEqual(places(text));
    }
  });

  it('are all in use', () => {
    const code = sources('src').join('\n');
    const families = [...code.matchAll(/t\(\s*`([\w.]+)\.\$\{/g)].map((match) => match[1] ?? '');
    const unused = leaves(ko)
      .map(([key]) => key.replace(/_(one|other)$/, ''))
      .filter(
        (key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(`${family}.`)),
      );
    expect(unused).toEqual([]);
  });

  it('name every kind of finding, and no other', () => {
    const page = readFileSync('../spec/findings.md', 'utf8');
    const kinds = [...page.matchAll(/^\| `([a-z_]+)` \| (?:error|warning|info) \|/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(kinds.length).toBeGreaterThan(90);
    expect(Object.keys(ko.findings).sort()).toEqual([...kinds].sort());
  });

  it('say every action of the audit, and no other', () => {
    const contract = readFileSync('../api/openapi/gotgan.yaml', 'utf8');
    const list = /^ {4}AuditAction:\n(?: {6}.*\n)+?( {6}enum:\n(?: {8}- .*\n)+)/m.exec(contract)?.[1] ?? '';
    const listed = [...list.matchAll(/- ([a-z]+\.[a-z]+)/g)].map((match) => match[1] ?? '');
    expect(listed.length).toBeGreaterThan(20);
    expect(
      leaves(ko.actions)
        .map(([key]) => key)
        .sort(),
    ).toEqual([...listed].sort());
  });

  it('say every code that the server may send', () => {
    const codes = readFileSync('../spec/codes.md', 'utf8');
    const listed = [...codes.matchAll(/^\| `([a-z_]+)` \| \d/gm)].map((match) => match[1] ?? '');
    expect(listed.length).toBeGreaterThan(60);
    expect(Object.keys(ko.problems)).toEqual(expect.arrayContaining(listed));
  });
});
