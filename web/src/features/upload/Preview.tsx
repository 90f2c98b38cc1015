import { ProblemNote } from '@/components/states';
import { useFormat } from '@/lib/format';
import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Picked } from './engine/collect';
import { PathList } from './PathList';
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

/** What would be sent, before anything is. */
export const Preview = ({
  selection,
  files,
  onAgain,
}: {
  selection: Selection;
  files: readonly Picked[];
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
      {selection.mixed && <Alert color="red">{t('upload.mixed')}</Alert>}
      {selection.files.length === 0 && <ProblemNote error={new Error(t('upload.nothing'))} />}
      {selection.archive === null && files.length > 0 && (
        <PathList label={t('upload.summary.list')} few>
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
