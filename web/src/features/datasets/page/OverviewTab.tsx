import { SplitBar } from '@/components/charts';
import { CopyLine } from '@/components/copy';
import { Icon } from '@/components/icons';
import { Figure, Figures, Panel } from '@/components/layout';
import { EmptyState } from '@/components/states';
import { mayEdit, type Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { useFormat } from '@/lib/format';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RecordFields } from '../DatasetFields';
import classes from './page.module.css';
import { UseThis } from './UseThis';

const Findings = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const { errors, warnings } = dataset.findings;
  return (
    <div className={classes.findings}>
      {errors + warnings === 0 && (
        <span className={`${classes.count ?? ''} ${classes.good ?? ''}`}>
          <Icon name="check" />
          {t('dataset.overview.noFindings')}
        </span>
      )}
      {errors > 0 && (
        <span className={`${classes.count ?? ''} ${classes.bad ?? ''}`}>
          <Icon name="alert" />
          {t('dataset.overview.errors', { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className={`${classes.count ?? ''} ${classes.warn ?? ''}`}>
          <Icon name="alert" />
          {t('dataset.overview.warnings', { count: warnings })}
        </span>
      )}
      <Text size="sm" c="dimmed">
        {t(dataset.training_ready ? 'datasets.drawer.ready' : 'datasets.drawer.notReady')}
      </Text>
    </div>
  );
};

const Counts = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const { number, megabytes } = useFormat();
  const { statistics } = dataset;
  return (
    <Figures>
      <Figure label={t('dataset.overview.images')}>{number(dataset.num_images)}</Figure>
      <Figure label={t('dataset.overview.labelled')}>{number(statistics.labelled_images)}</Figure>
      <Figure label={t('dataset.overview.objects')}>{number(statistics.objects)}</Figure>
      <Figure label={t('dataset.overview.classes')}>{number(dataset.num_classes)}</Figure>
      <Figure label={t('dataset.overview.files')}>{number(statistics.num_files)}</Figure>
      <Figure label={t('dataset.overview.size')}>{megabytes(statistics.total_size_mb)}</Figure>
      <Figure label={t('dataset.overview.averageSize')}>
        {statistics.avg_width === 0
          ? '–'
          : `${number(Math.round(statistics.avg_width))} × ${number(Math.round(statistics.avg_height))}`}
      </Figure>
    </Figures>
  );
};

/** What a dataset is, at a glance. */
export const OverviewTab = ({ dataset, onAddFiles }: { dataset: Dataset; onAddFiles: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  const splits = Object.entries(dataset.splits).map(([name, count]) => ({ name, count }));
  if (dataset.statistics.num_files === 0) {
    return (
      <EmptyState icon="image" title={t('dataset.overview.empty')} hint={t('dataset.overview.emptyHint')}>
        {mayEdit(dataset, user) && (
          <Button leftSection={<Icon name="upload" />} onClick={onAddFiles}>
            {t('dataset.head.addFiles')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <Panel title={t('dataset.tabs.overview')}>
        <Counts dataset={dataset} />
      </Panel>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title={t('dataset.overview.splits')}>
            {splits.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('dataset.overview.noSplits')}
              </Text>
            ) : (
              <SplitBar shares={splits} label={t('dataset.overview.splits')} />
            )}
          </Panel>
          <Panel title={t('dataset.overview.findings')}>
            <Findings dataset={dataset} />
          </Panel>
          <UseThis dataset={dataset} />
        </div>
        <div className={classes.stack}>
          <Panel title={t('dataset.overview.contentHash')}>
            <CopyLine value={dataset.content_hash} label={t('action.copy')} />
            <Text size="xs" c="dimmed" mt={8}>
              {t('dataset.overview.contentHashHint')}
            </Text>
          </Panel>
          <Panel title={t('dataset.overview.details')}>
            <RecordFields dataset={dataset} />
          </Panel>
        </div>
      </div>
    </>
  );
};
