import { SplitBar } from '@/components/charts';
import { ProblemNote } from '@/components/states';
import { FormatLabel, TaskBadge } from '@/entities/dataset/labels';
import { useFormat } from '@/lib/format';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PreviewEvent, UploadPreview } from './engine/engine';
import { PathList } from './PathList';
import classes from './upload.module.css';

const CHANGES = ['new', 'replaced', 'same', 'removed'] as const;

const Changes = ({ preview }: { preview: UploadPreview }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <dl className={classes.changes}>
      {CHANGES.map((change) => (
        <div key={change} data-change={preview[change] > 0 ? change : undefined}>
          <dt>{t(`upload.foreseen.${change}`)}</dt>
          <dd>{number(preview[change])}</dd>
        </div>
      ))}
    </dl>
  );
};

const Labels = ({ labels }: { labels: UploadPreview['labels'] }) => {
  const { t } = useTranslation();
  const { matched, orphan, orphans } = labels;
  if (matched + orphan === 0) return null;
  return (
    <div>
      <div className={classes.counts}>
        <span>{t('upload.foreseen.matched', { count: matched })}</span>
        {orphan > 0 && (
          <strong className={classes.warn}>{t('upload.foreseen.orphan', { count: orphan })}</strong>
        )}
      </div>
      {orphans.length > 0 && (
        <PathList label={t('upload.foreseen.orphans')} few>
          {orphans.map((path) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
          {orphan > orphans.length && <li>{t('upload.summary.more', { count: orphan - orphans.length })}</li>}
        </PathList>
      )}
    </div>
  );
};

/** What the dataset will be: not the upload alone, but both together. */
const Afterwards = ({ preview }: { preview: UploadPreview }) => {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { format, confidence, task_type, num_images, splits, exact } = preview;
  return (
    <div className={classes.looks}>
      <div className={classes.counts}>
        <strong>{t('upload.foreseen.images', { count: num_images })}</strong>
        <span>
          <FormatLabel format={format} />
          {format !== 'unknown' && (
            <span className={classes.dim}>
              {' '}
              {t('upload.foreseen.confidence', { share: percent(confidence) })}
            </span>
          )}
        </span>
        {task_type !== 'unknown' && <TaskBadge task={task_type} />}
      </div>
      {splits.length > 0 && (
        <SplitBar
          shares={splits.map(({ name, images }) => ({ name, count: images }))}
          label={t('upload.summary.splits')}
        />
      )}
      {!exact && <span className={classes.dim}>{t('upload.foreseen.names')}</span>}
    </div>
  );
};

/** What the server says an upload would make of the dataset, while nothing has been sent. */
export const Foreseen = ({ event }: { event: PreviewEvent }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <section className={classes.foreseen} aria-label={t('upload.foreseen.title')} data-state={event.kind}>
      <strong>{t('upload.foreseen.title')}</strong>
      {event.kind === 'comparing' && (
        <>
          <Progress
            value={event.all === 0 ? 0 : (100 * event.done) / event.all}
            aria-label={t('upload.foreseen.comparing')}
            animated
          />
          <span className={classes.dim}>
            {t('upload.foreseen.comparing')}{' '}
            {t('upload.tray.files', { done: number(event.done), all: number(event.all) })}
          </span>
        </>
      )}
      {event.kind === 'failed' && <ProblemNote error={event.problem} />}
      {event.kind === 'previewed' && (
        <>
          <Changes preview={event.preview} />
          <Labels labels={event.preview.labels} />
          <Afterwards preview={event.preview} />
        </>
      )}
    </section>
  );
};
