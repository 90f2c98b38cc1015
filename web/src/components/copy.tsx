import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './copy.module.css';
import { Icon } from './icons';

export const CopyButton = ({ value, label }: { value: string; label?: string }) => {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1500 });
  const words = clipboard.copied ? t('action.copied') : (label ?? t('action.copy'));
  return (
    <Tooltip label={words} withArrow>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={words}
        onClick={() => clipboard.copy(value)}
        {...(clipboard.copied ? { c: 'teal' } : {})}
      >
        <Icon name={clipboard.copied ? 'check' : 'copy'} size={16} />
      </ActionIcon>
    </Tooltip>
  );
};

/** A long value on one line, with a button that copies all of it. */
export const CopyLine = ({ value, label }: { value: string; label: string }) => (
  <div className={classes.line}>
    <code className={classes.value} title={value}>
      {value}
    </code>
    <CopyButton value={value} label={label} />
  </div>
);

/** Commands to paste elsewhere. */
export const Snippet = ({ text, label }: { text: string; label: string }) => (
  <div className={classes.snippet}>
    {/* A long command scrolls, so the keyboard must be able to get there. */}
    {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <pre tabIndex={0} aria-label={label}>
      {text}
    </pre>
    <CopyButton value={text} />
  </div>
);
