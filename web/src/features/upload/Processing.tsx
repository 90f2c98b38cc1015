import { datasetQuery } from '@/entities/dataset/show-dataset';
import { useFormat } from '@/lib/format';
import { useServerProgress } from '@/live/live';
import type { ServerProgress } from '@/live/progress';
import { Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './upload.module.css';

const STEPS = ['receiving', 'checking', 'storing'] as const;

const shareOf = ({ done, total, bytesDone, bytesTotal }: ServerProgress) => {
  if (total > 0) return done / total;
  return bytesTotal > bytesDone ? bytesDone / bytesTotal : null; // once all is there it says nothing any more
};

/** A bar that tells how far the server is, or only that it works where it does not say. */
export const Bar = ({ progress, label }: { progress: ServerProgress | undefined; label: string }) => {
  const share = progress === undefined ? null : shareOf(progress);
  const known = share !== null;
  return <Progress value={known ? 100 * share : 100} animated striped={!known} aria-label={label} />;
};

/** How many files or bytes the server has counted, and what it does with them. */
export const Counted = ({ progress }: { progress: ServerProgress }) => {
  const { t } = useTranslation();
  const { bytes, number } = useFormat();
  const { done, total, checked, message, bytesDone, bytesTotal } = progress;
  const checking = message === 'checking' && checked > 0;
  return (
    <>
      {!checking && total > 0 && (
        <strong>{t('upload.tray.files', { done: number(done), all: number(total) })}</strong>
      )}
      {checking && <strong>{t('upload.summary.files', { count: checked })}</strong>}
      {bytesTotal > bytesDone && (
        <span>{t('upload.tray.bytes', { sent: bytes(bytesDone), total: bytes(bytesTotal) })}</span>
      )}
    </>
  );
};

export const useStep = (progress: ServerProgress | undefined) => {
  const { t } = useTranslation();
  const step = STEPS.find((known) => known === progress?.message);
  return step === undefined ? t('upload.tray.processing') : t(`upload.step.${step}`);
};

/** Everything was sent, and the server makes of it what it shall be; it says how far it is. */
export const Processing = ({ name, id }: { name: string; id: string }) => {
  const { t } = useTranslation();
  const progress = useServerProgress().find((entry) => entry.kind === 'upload' && entry.id === id);
  const step = useStep(progress);
  return (
    <>
      <Bar progress={progress} label={t('upload.tray.progress', { name })} />
      <div className={classes.counts}>
        {progress !== undefined && <Counted progress={progress} />}
        <span>{step}</span>
      </div>
    </>
  );
};

const Task = ({ task }: { task: ServerProgress }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const queries = useQueryClient();
  const dataset = task.dataset;
  const name =
    dataset === null ? null : (queries.getQueryData(datasetQuery(dataset).queryKey)?.name ?? dataset);
  const label = name === null ? t('upload.tray.task') : t('upload.tray.taskOf', { name });
  return (
    <li className={classes.item} data-state="task">
      <strong>{label}</strong>
      <Bar progress={task} label={label} />
      {task.total > 0 && (
        <span className={classes.dim}>
          {number(task.done)} / {number(task.total)}
        </span>
      )}
    </li>
  );
};

/** Long work on the server that this person may know of. */
export const Tasks = ({ tasks }: { tasks: readonly ServerProgress[] }) => (
  <>
    {tasks.map((task) => (
      <Task key={task.id} task={task} />
    ))}
  </>
);
