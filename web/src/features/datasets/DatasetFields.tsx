import { SplitBar } from '@/components/charts';
import { CopyLine } from '@/components/copy';
import { Field, Fields, Figure, Figures } from '@/components/layout';
import type { Dataset } from '@/entities/dataset/dataset';
import { FormatLabel, RoleLabel, Tag, TaskBadge, VisibilityLabel } from '@/entities/dataset/labels';
import { useFormat } from '@/lib/format';
import { Divider, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './datasets.module.css';

const MOST_CLASSES = 60;

const Owner = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  if (dataset.owner === null) return <>{t('datasets.drawer.noOwner')}</>;
  return <>{dataset.owner.email ?? t('datasets.drawer.ownerHidden')}</>;
};

const Findings = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const { errors, warnings } = dataset.findings;
  if (errors + warnings === 0) return <>{t('dataset.overview.noFindings')}</>;
  return (
    <>
      {[
        ...(errors > 0 ? [t('dataset.overview.errors', { count: errors })] : []),
        ...(warnings > 0 ? [t('dataset.overview.warnings', { count: warnings })] : []),
      ].join(' · ')}
    </>
  );
};

const ClassNames = ({ names }: { names: readonly string[] }) => {
  const { t } = useTranslation();
  if (names.length === 0) return <>{t('datasets.drawer.noClasses')}</>;
  return (
    <ul className={classes.classes}>
      {names.slice(0, MOST_CLASSES).map((name) => (
        <li key={name}>
          <Tag tag={name} />
        </li>
      ))}
      {names.length > MOST_CLASSES && (
        <li>{t('datasets.drawer.moreClasses', { count: names.length - MOST_CLASSES })}</li>
      )}
    </ul>
  );
};

const Tags = ({ tags }: { tags: readonly string[] }) => {
  const { t } = useTranslation();
  if (tags.length === 0) return <>{t('datasets.drawer.noTags')}</>;
  return (
    <ul className={classes.classes}>
      {tags.map((tag) => (
        <li key={tag}>
          <Tag tag={tag} />
        </li>
      ))}
    </ul>
  );
};

/** The counts, and every field of the record with its name. */
export const DatasetFields = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const { number, megabytes } = useFormat();
  const splits = Object.entries(dataset.splits).map(([name, count]) => ({ name, count }));
  return (
    <Stack gap="lg">
      <Figures>
        <Figure label={t('dataset.overview.images')}>{number(dataset.num_images)}</Figure>
        <Figure label={t('dataset.overview.classes')}>{number(dataset.num_classes)}</Figure>
        <Figure label={t('dataset.overview.size')}>{megabytes(dataset.statistics.total_size_mb)}</Figure>
        <Figure label={t('datasets.list.version')}>v{dataset.version}</Figure>
      </Figures>
      {splits.length > 0 && <SplitBar shares={splits} label={t('dataset.overview.splits')} />}
      <Divider />
      <RecordFields dataset={dataset} />
    </Stack>
  );
};

const Moment = ({ at }: { at: string | null }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return <>{at === null ? t('datasets.drawer.never') : moment(at)}</>;
};

/** Names and values alone, without the figures that a dataset's own page shows elsewhere. */
export const RecordFields = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  return (
    <Fields>
      <Field wide label={t('datasets.drawer.description')}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} span>
          {dataset.description === null || dataset.description === ''
            ? t('datasets.drawer.noDescription')
            : dataset.description}
        </Text>
      </Field>
      <Field wide label={t('datasets.drawer.id')}>
        <CopyLine value={dataset.id} label={t('action.copy')} />
      </Field>
      <Field label={t('datasets.list.task')}>
        <TaskBadge task={dataset.task_type} />
      </Field>
      <Field label={t('datasets.list.format')}>
        <FormatLabel format={dataset.format} />
      </Field>
      <Field label={t('datasets.list.visibility')}>
        <VisibilityLabel visibility={dataset.visibility} />
      </Field>
      <Field label={t('datasets.drawer.owner')}>
        <Owner dataset={dataset} />
      </Field>
      {dataset.organization !== null && (
        <Field label={t('datasets.drawer.organization')}>{dataset.organization.name}</Field>
      )}
      <Field label={t('datasets.list.role')}>
        <RoleLabel role={dataset.role} />
      </Field>
      <Field label={t('datasets.drawer.trainingReady')}>
        {t(dataset.training_ready ? 'datasets.drawer.ready' : 'datasets.drawer.notReady')}
      </Field>
      <Field label={t('datasets.drawer.findings')}>
        <Findings dataset={dataset} />
      </Field>
      <Field wide label={t('datasets.drawer.tags')}>
        <Tags tags={dataset.tags} />
      </Field>
      <Field wide label={t('datasets.drawer.classNames')}>
        <ClassNames names={dataset.class_names} />
      </Field>
      <Field wide label={t('datasets.drawer.contentHash')}>
        <CopyLine value={dataset.content_hash} label={t('action.copy')} />
      </Field>
      <Field wide label={`${t('datasets.drawer.storagePath')} (${dataset.storage_type})`}>
        <CopyLine value={dataset.storage_path} label={t('action.copy')} />
      </Field>
      <Field label={t('datasets.drawer.created')}>
        <Moment at={dataset.created_at} />
      </Field>
      <Field label={t('datasets.drawer.updated')}>
        <Moment at={dataset.updated_at} />
      </Field>
      <Field label={t('datasets.drawer.modified')}>
        <Moment at={dataset.last_modified_at} />
      </Field>
      <Field label={t('datasets.drawer.verified')}>
        <Moment at={dataset.last_verified_at} />
      </Field>
    </Fields>
  );
};
