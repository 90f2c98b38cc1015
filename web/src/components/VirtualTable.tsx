import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons';
import classes from './VirtualTable.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  /** The header is for screen readers alone. */
  unseen?: true;
  /** A track of a CSS grid. */
  width: string;
  align?: 'end';
  cell: (row: Row) => ReactNode;
  sort?: { now: 'ascending' | 'descending' | 'none'; turn: () => void };
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHeight: number;
  minWidth: number;
  chosen?: string | undefined;
  onOpen?: (key: string) => void;
  /** The last rows are in sight: time for the next page. */
  onEnd?: () => void;
}

const Header = <Row,>({ column }: { column: Column<Row> }) => {
  const { t } = useTranslation();
  const { sort } = column;
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={column.align}
      {...(sort === undefined ? {} : { 'aria-sort': sort.now })}
    >
      {column.unseen === true ? (
        <VisuallyHidden>{column.header}</VisuallyHidden>
      ) : sort === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          onClick={sort.turn}
          title={t('datasets.list.sortBy', { column: column.header })}
        >
          {column.header}
          <Icon
            name={sort.now === 'none' ? 'selector' : sort.now === 'ascending' ? 'up' : 'down'}
            size={14}
            style={{ opacity: sort.now === 'none' ? 0.55 : 1 }}
          />
        </button>
      )}
    </div>
  );
};

interface RowProps<Row> {
  row: Row;
  rowKey: string;
  index: number;
  start: number;
  height: number;
  columns: readonly Column<Row>[];
  chosen: boolean;
  tracks: string;
}

/* Plain elements, memoised: scrolling touches nothing but what comes into sight. */
const PlainRow = <Row,>({ row, rowKey, index, start, height, columns, chosen, tracks }: RowProps<Row>) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    data-row={rowKey}
    data-index={index}
    data-chosen={chosen || undefined}
    className={classes.row}
    style={{ transform: `translateY(${start}px)`, height, gridTemplateColumns: tracks }}
  >
    {columns.map((column) => (
      <div key={column.key} role="cell" className={classes.cell} data-align={column.align}>
        {column.cell(row)}
      </div>
    ))}
  </div>
);
const MemoRow = memo(PlainRow) as typeof PlainRow;

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const NEAR_END = 20;

/** A table of any length: only the rows in sight exist. Arrow keys move along them, Enter follows the row's link. */
export const VirtualTable = <Row,>(props: Props<Row>) => {
  const { rows, columns, rowKey, rowHeight, minWidth, chosen, onOpen, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- this component is small for that very reason
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - NEAR_END) onEnd?.();
  }, [last, rows.length, onEnd]);

  const tracks = columns.map((column) => column.width).join(' ');
  const open = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (onOpen === undefined || row === undefined || !plain || target.closest('input,button,label') !== null)
      return;
    event.preventDefault();
    onOpen(row);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEP[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (step === undefined || row === null) return;
    event.preventDefault();
    const next = Number(row.dataset['index']) + step;
    virtual.scrollToIndex(Math.max(0, Math.min(rows.length - 1, next)));
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-index="${next}"] a, [data-index="${next}"] button`)
        ?.focus(),
    );
  };
  return (
    // Clicks on a row repeat what its link does, for people with a mouse.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} className={classes.scroller} onClick={open} onKeyDown={move}>
      <div role="table" aria-label={props.label} aria-rowcount={rows.length + 1} style={{ minWidth }}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
            {columns.map((column) => (
              <Header key={column.key} column={column} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <MemoRow
                key={key}
                row={row}
                rowKey={key}
                index={item.index}
                start={item.start}
                height={rowHeight}
                columns={columns}
                chosen={key === chosen}
                tracks={tracks}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
