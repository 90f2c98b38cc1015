import { useCallback, useEffect, useRef, useState } from 'react';
import { rowAt, type Row } from './justified';

/* Rows above and below the window that are drawn ahead. */
const OVERSCAN = 3;
/* Before anything has been measured. */
const FIRST_ROWS = { from: 0, to: 6 };

/**
 * Which rows of a scrolled list are in sight. Their places are known, so nothing is measured but the window itself.
 *
 * @returns the rows, a ref for what scrolls, `look` for when it has scrolled, and `show`, which brings a row into sight
 */
export const useSight = (rows: readonly Row[]) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState(FIRST_ROWS);
  const look = useCallback(() => {
    const window = scroller.current;
    if (window === null || rows.length === 0) return;
    const from = Math.max(0, rowAt(rows, window.scrollTop) - OVERSCAN);
    const to = Math.min(rows.length - 1, rowAt(rows, window.scrollTop + window.clientHeight) + OVERSCAN);
    setSight((now) => (now.from === from && now.to === to ? now : { from, to }));
  }, [rows]);
  useEffect(() => {
    const window = scroller.current;
    if (window === null) return;
    const resized = new ResizeObserver(look); // which also looks once when it begins
    resized.observe(window);
    return () => resized.disconnect();
  }, [look]);
  const show = useCallback(
    (index: number) => {
      const window = scroller.current;
      const row = rows[index];
      if (window === null || row === undefined) return;
      const below = row.top + row.height - window.clientHeight;
      if (row.top < window.scrollTop) window.scrollTop = row.top;
      else if (below > window.scrollTop) window.scrollTop = below;
      look();
    },
    [rows, look],
  );
  return { scroller, sight, look, show };
};
