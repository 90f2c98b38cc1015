import type { ReactNode } from 'react';
import classes from './upload.module.css';

/** Paths in a box of their own that scrolls; `few` lines are seen at once where there is little room. */
export const PathList = ({ label, few, children }: { label: string; few: boolean; children: ReactNode }) => (
  // A list that scrolls must be reachable by keyboard.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <ul className={classes.files} aria-label={label} tabIndex={0} data-few={few || undefined}>
    {children}
  </ul>
);
