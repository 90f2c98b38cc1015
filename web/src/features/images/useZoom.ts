import { useCallback, useRef, useState, type PointerEvent, type WheelEvent } from 'react';

export interface View {
  scale: number;
  x: number;
  y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };
const MOST = 20;

/** Scales around a point that stays where it is; the whole picture never shrinks. */
export const zoomed = (view: View, by: number, at: { x: number; y: number }): View => {
  const scale = Math.min(MOST, Math.max(1, view.scale * by));
  if (scale === 1) return WHOLE;
  const factor = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor };
};

/** Zoom by wheel and keys, moved by hand. Positions count from the middle of the stage. */
export const useZoom = () => {
  const [view, setView] = useState(WHOLE);
  const grip = useRef<{ x: number; y: number } | null>(null);
  const zoom = useCallback((by: number) => setView((now) => zoomed(now, by, { x: 0, y: 0 })), []);
  const reset = useCallback(() => setView(WHOLE), []);
  const hand = {
    onWheel: (event: WheelEvent<HTMLElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const at = {
        x: event.clientX - box.left - box.width / 2,
        y: event.clientY - box.top - box.height / 2,
      };
      const by = Math.exp(-event.deltaY / 400);
      setView((now) => zoomed(now, by, at));
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = grip.current;
      if (from === null) return;
      grip.current = { x: event.clientX, y: event.clientY };
      const by = { x: event.clientX - from.x, y: event.clientY - from.y };
      setView((now) => (now.scale === 1 ? now : { ...now, x: now.x + by.x, y: now.y + by.y }));
    },
    onPointerUp: () => (grip.current = null),
  };
  return { view, zoom, reset, hand };
};
