import { useEffect, useRef } from 'react';

const inText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Single keys, as `/` or `?`, while nobody is typing and no dialog is open. */
export const useShortcuts = (keys: Readonly<Record<string, () => void>>) => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || inText(event.target))
        return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const act = latest.current[event.key];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    };
    globalThis.addEventListener('keydown', pressed);
    return () => globalThis.removeEventListener('keydown', pressed);
  }, []);
};
