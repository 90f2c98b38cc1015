import { describe, expect, it } from 'vitest';
import { secretIn } from './secret';

describe('the secret of an invitation', () => {
  it('is what follows # in its address', () => {
    expect(secretIn('gtg_q2Vt-0_xA9bNfLmPz7Rk4WcYs8Hd1Gj6')).toBe('gtg_q2Vt-0_xA9bNfLmPz7Rk4WcYs8Hd1Gj6');
  });

  it.each(['', 'content', 'gtg_', 'gtg_short', 'gtg_q2Vt-0_xA9bNfLmPz7Rk4WcYs8Hd1Gj6%20'])(
    'is not in "%s"',
    (fragment) => {
      expect(secretIn(fragment)).toBeNull();
    },
  );
});
