import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './layout.module.css';

/** A screen: its name, what can be done here, and the rest. */
export const Screen = ({
  title,
  hint,
  actions,
  children,
}: {
  title: ReactNode;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <section className={classes.screen}>
    <header className={classes.head}>
      <div className={classes.title}>
        {typeof title === 'string' ? (
          <Title order={1} size="h3">
            {title}
          </Title>
        ) : (
          title
        )}
        {hint !== undefined && (
          <Text c="dimmed" size="sm" mt={2}>
            {hint}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </header>
    {children}
  </section>
);

/** A part of a screen with a heading of its own. */
export const Panel = ({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <section className={classes.panel}>
    <header className={classes.panelHead}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {aside}
    </header>
    {children}
  </section>
);

/** A figure and what it counts. */
export const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={classes.figure}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

export const Figures = ({ children }: { children: ReactNode }) => (
  <dl className={classes.figures}>{children}</dl>
);

/** Names and values under one another, as in a drawer. */
export const Fields = ({ children }: { children: ReactNode }) => (
  <dl className={classes.fields}>{children}</dl>
);

export const Field = ({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) => (
  <div className={wide ? classes.wide : undefined}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
