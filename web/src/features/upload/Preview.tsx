import { SplitBar } from '@/components/charts';
import { ProblemNote } from '@/components/states';
import { FormatLabel } from '@/entities/dataset/labels';
import { useFormat } from '@/lib/format';
import { Alert, Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picked } from './engine/collect';
import { PathList } from './PathList';
import { guessOf } from './engine/guess';
import type { Selection } from './engine/selection';
import classes from './upload.module.css';

const SHOWN = 50;

const Counts = ({ selection }: { selection: Selection }) => {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const others = selection.files.length - selection.images;
  return (
    <div className={classes.counts}>
      {selection.archive !== null ? (
        <strong>{selection.archive.path}</strong>
      ) : (
        <strong>{t('upload.summary.files', { count: selection.files.length })}</strong>
      )}
      <span>{bytes(selection.bytes)}</span>
      {selection.archive !== null && <span>{t('upload.summary.archive')}</span>}
      {selection.images > 0 && <span>{t('upload.summary.images', { count: selection.images })}</span>}
      {selection.archive === null && others > 0 && (
        <span>{t('upload.summary.others', { count: others })}</span>
      )}
    </div>
  );
};

/** What the names say of format and splits; the server reads the files themselves. */
const Looks = ({ files }: { files: readonly Picked[] }) => {
  const { t } = useTranslation();
  const guess = useMemo(() => guessOf(files.map(({ path }) => path)), [files]);
  if (guess.format === 'unknown' && guess.splits.length === 0) return null;
  return (
    <div className={classes.looks}>
      {guess.format !== 'unknown' && (
        <Text size="sm">
          {t('upload.summary.looks')}{' '}
          <strong>
            <FormatLabel format={guess.format} />
          </strong>
          <span className={classes.dim}> {t('upload.summary.looksHint')}</span>
        </Text>
      )}
      {guess.splits.length > 0 && <SplitBar shares={guess.splits} label={t('upload.summary.splits')} />}
    </div>
  );
};

/** What would be sent, before anything is. */
export const Preview = ({
  selection,
  files,
  foreseen,
  onAgain,
}: {
  selection: Selection;
  files: readonly Picked[];
  /** The server says below what the files look like, and knows better. */
  foreseen: boolean;
  onAgain: () => void;
}) => {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  return (
    <div className={classes.preview}>
      <div className={classes.summary}>
        <Counts selection={selection} />
        <Button size="compact-sm" variant="subtle" onClick={onAgain}>
          {t('upload.again')}
        </Button>
      </div>
      {selection.junk > 0 && (
        <Text size="sm" c="dimmed">
          {t('upload.summary.junk', { count: selection.junk })}
        </Text>
      )}
      {selection.archive === null && !foreseen && <Looks files={files} />}
      {selection.mixed && <Alert color="red">{t('upload.mixed')}</Alert>}
      {selection.files.length === 0 && <ProblemNote error={new Error(t('upload.nothing'))} />}
      {selection.archive === null && files.length > 0 && (
        <PathList label={t('upload.summary.list')} few={foreseen}>
          {files.slice(0, SHOWN).map(({ path, file }) => (
            <li key={path}>
              <code>{path}</code>
              <span>{bytes(file.size)}</span>
            </li>
          ))}
          {files.length > SHOWN && <li>{t('upload.summary.more', { count: files.length - SHOWN })}</li>}
        </PathList>
      )}
    </div>
  );
};
