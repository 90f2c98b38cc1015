import { Panel } from '@/components/layout';
import { EmptyState } from '@/components/states';
import type { Dataset } from '@/entities/dataset/dataset';
import { useTranslation } from 'react-i18next';
import { Distributions } from './Distributions';
import { Findings } from './Findings';
import classes from './health.module.css';
import type { ChangeHealth, HealthSearch } from './search';

/** Whether a dataset is sound: what analysis found, and how it is made up. */
export const HealthTab = ({
  dataset,
  search,
  onChange,
  onImage,
}: {
  dataset: Dataset;
  search: HealthSearch;
  onChange: ChangeHealth;
  onImage: (path: string) => void;
}) => {
  const { t } = useTranslation();
  if (dataset.generation === 0) {
    return (
      <EmptyState
        icon="activity"
        title={t('dataset.overview.empty')}
        hint={t('dataset.overview.emptyHint')}
      />
    );
  }
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <Panel title={t('health.summary')}>
          <div className={classes.stack}>
            <Findings dataset={dataset} search={search} onChange={onChange} onImage={onImage} />
          </div>
        </Panel>
      </div>
      <div className={classes.stack}>
        <Distributions dataset={dataset} />
      </div>
    </div>
  );
};
