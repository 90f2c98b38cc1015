import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './images.module.css';
import { justified, type Row } from './justified';
import { Overlay } from './Overlay';
import { Picture } from './Picture';
import { fileAddress } from '@/entities/dataset/addresses';
import { thumbnailAddress, type Image } from './requests/images';

const GAP = 4;
const NEAR_END_ROWS = 6;

interface Look {
  dataset: string;
  names: readonly string[];
  boxes: boolean;
  only: string | undefined;
}

interface Props extends Look {
  images: readonly Image[];
  tile: number;
  onOpen: (path: string) => void;
  /** The last rows are in sight: time for the next page. */
  onEnd: () => void;
}

/* Plain elements, memoised: scrolling touches nothing but what comes into sight. */
const Tile = memo(function Tile({
  image,
  index,
  width,
  look,
}: {
  image: Image;
  index: number;
  width: number;
  look: Look;
}) {
  // A folder of classes has nothing to count on its images, but a name for each.
  const shown =
    image.shapes.length === 0 && image.classes.length > 0 ? image.classes.join(', ') : image.objects;
  const badge = image.split === null ? shown : `${image.split} · ${shown}`;
  return (
    <a
      href={`?image=${encodeURIComponent(image.path)}`}
      className={classes.tile}
      style={{ width }}
      data-image={image.path}
      data-index={index}
    >
      <Picture
        sources={[
          thumbnailAddress(look.dataset, image, width * globalThis.devicePixelRatio),
          fileAddress(look.dataset, image.path),
        ]}
        alt={image.path}
      />
      {look.boxes && image.shapes.length > 0 && <Overlay image={image} names={look.names} only={look.only} />}
      <span className={classes.badge}>{badge}</span>
      {image.problems.length > 0 && <span className={classes.flag} aria-hidden />}
    </a>
  );
});

const Tiles = memo(function Tiles({
  row,
  start,
  images,
  look,
}: {
  row: Row;
  start: number;
  images: readonly Image[];
  look: Look;
}) {
  return (
    <div className={classes.row} style={{ transform: `translateY(${start}px)`, height: row.height }}>
      {row.widths.map((width, offset) => {
        const image = images[row.first + offset];
        return image === undefined ? null : (
          <Tile key={image.path} image={image} index={row.first + offset} width={width} look={look} />
        );
      })}
    </div>
  );
});

const STEP: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Pictures in rows that fill the width, of any number: only the rows in sight exist. */
export const Gallery = ({ dataset, names, boxes, only, images, tile, onOpen, onEnd }: Props) => {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const look = useMemo(() => ({ dataset, names, boxes, only }), [dataset, names, boxes, only]);
  const rows = useMemo(() => (width === 0 ? [] : justified(images, width, tile, GAP)), [images, width, tile]);
  // eslint-disable-next-line react-hooks/incompatible-library -- this component is small for that very reason
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.height ?? tile) + GAP,
    overscan: 2,
  });
  useEffect(() => virtual.measure(), [virtual, rows]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - NEAR_END_ROWS) onEnd();
  }, [last, rows.length, onEnd]);

  const rowOf = (index: number) => rows.findLastIndex((row) => row.first <= index);
  const focus = (index: number) => {
    virtual.scrollToIndex(rowOf(index));
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
    );
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
      down === 0
        ? at + step
        : below === undefined
          ? at
          : below.first + Math.min(across, below.widths.length - 1);
    focus(Math.max(0, Math.min(images.length - 1, next)));
  };
  const open = (event: MouseEvent) => {
    const path = (event.target as HTMLElement).closest<HTMLElement>('[data-image]')?.dataset['image'];
    if (path === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(path);
  };
  return (
    <div ref={scroller} className={classes.scroller} role="region" aria-label={t('images.gallery')}>
      {/* Clicks and keys belong to the links inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={ref}
        className={classes.rows}
        style={{ height: virtual.getTotalSize() }}
        onClick={open}
        onKeyDown={move}
      >
        {items.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <Tiles key={item.key} row={row} start={item.start} images={images} look={look} />
          );
        })}
      </div>
    </div>
  );
};
