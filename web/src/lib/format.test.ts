import { expect, it } from 'vitest';
import { agoText, bytesText } from './format';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1550, '1.6 kB'],
  [123_456_789, '123 MB'],
  [5e15, '5 PB'],
  [9e18, '9,000 PB'],
])('writes %d bytes as people read them', (bytes, text) => {
  expect(bytesText(bytes, 'en')).toBe(text);
});

const NOW = Date.parse('2026-11-28T12:00:00Z');

it('tells how long ago something was, and the date when that is long', () => {
  expect(agoText('2026-11-28T11:59:50Z', NOW, 'en')).toBe('now');
  expect(agoText('2026-11-28T11:15:00Z', NOW, 'en')).toBe('45 minutes ago');
  expect(agoText('2026-11-25T12:00:00Z', NOW, 'ko')).toBe('3일 전');
  expect(agoText('2025-01-02T12:00:00Z', NOW, 'en')).toBe('Jan 2, 2025');
});
