import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './images.module.css';
import { justified } from './justified';
import { Tile, type Look } from './Tile';
import type { Images } from './useImages';
import { useSight } from './useSight';

const GAP = 4;

interface Props extends Look {
  images: Images;
  tile: number;
  onOpen: (path: string) => void;
}

const STEP: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Pictures in rows that fill the width, of any number: only the rows in sight exist. */
export const Gallery = ({ dataset, names, boxes, only, images, tile, onOpen }: Props) => {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const { ratios, at: imageAt, see } = images;
  const look = useMemo(() => ({ dataset, names, boxes, only }), [dataset, names, boxes, only]);
  const rows = useMemo(() => (width === 0 ? [] : justified(ratios, width, tile, GAP)), [ratios, width, tile]);
  const { scroller, sight, look: lookAround, show } = useSight(rows);
  const end = rows.at(-1);
  const drawn = rows.slice(sight.from, sight.to + 1);
  const from = drawn[0]?.first ?? 0;
  const lowest = drawn.at(-1);
  const to = lowest === undefined ? from : lowest.first + lowest.count - 1;
  useEffect(() => see({ from, to }), [see, from, to]);

  const rowOf = (index: number) => rows.findLastIndex((row) => row.first <= index);
  const focus = (index: number) => {
    flushSync(() => show(rowOf(index)));
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset['index'] ?? NaN);
    if (Number.isNaN(at)) return;
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const step = STEP[event.key] ?? 0;
    if (down === 0 && step === 0) return;
    event.preventDefault();
    const row = rows[rowOf(at)];
    const across = row === undefined ? 0 : at - row.first;
    const below = rows[rowOf(at) + down];
    const next =
      down === 0 ? at + step : below === undefined ? at : below.first + Math.min(across, below.count - 1);
    focus(Math.max(0, Math.min(ratios.length - 1, next)));
  };
  const open = (event: MouseEvent) => {
    const path = (event.target as HTMLElement).closest<HTMLElement>('[data-image]')?.dataset['image'];
    if (path === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(path);
  };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="region"
      aria-label={t('images.gallery')}
      onScroll={lookAround}
    >
      {/* Clicks and keys belong to the links inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={ref}
        className={classes.rows}
        style={{ height: end === undefined ? 0 : end.top + end.height }}
        onClick={open}
        onKeyDown={move}
      >
        {drawn.map(({ first, count, top, height }) => (
          <div key={first} className={classes.row} style={{ transform: `translateY(${top}px)`, height }}>
            {ratios.slice(first, first + count).map((ratio, offset) => (
              <Tile
                key={first + offset}
                image={imageAt(first + offset)}
                index={first + offset}
                width={ratio * height}
                look={look}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
};
