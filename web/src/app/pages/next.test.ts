import { describe, expect, it } from 'vitest';
import { onwards } from './next';

describe('the way on from the door', () => {
  it('leads to where one wanted to go', () => {
    expect(onwards('/datasets/cells?open=1', '')).toBe('/datasets/cells?open=1');
    expect(onwards(undefined, '')).toBe('/datasets');
  });

  it('keeps the secret of an invitation behind #', () => {
    expect(onwards('/invitation', 'gtg_secret')).toBe('/invitation#gtg_secret');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'evil'])(
    'never leads to %s',
    (next) => {
      expect(onwards(next, '')).toBe('/datasets');
    },
  );
});
