import { Panel } from '@/components/layout';
import { mayEdit, mayOwn, type Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { EditForm } from '../EditForm';
import { RemoveDialog } from '../RemoveDialog';
import classes from './page.module.css';

/** What may be changed of a dataset itself. */
export const SettingsTab = ({ dataset, onRemoved }: { dataset: Dataset; onRemoved: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  const [removing, removingIs] = useDisclosure(false);
  if (!mayEdit(dataset, user)) return <Text>{t('dataset.settings.onlyEditors')}</Text>;
  return (
    <div className={classes.stack} style={{ maxWidth: 760 }}>
      <Panel title={t('dataset.settings.details')}>
        <EditForm key={dataset.updated_at} dataset={dataset} onSaved={() => undefined} />
      </Panel>
      {mayOwn(dataset, user) && (
        <Panel title={t('dataset.settings.danger')}>
          <div className={classes.danger}>
            <Text size="sm" maw={480}>
              {t('datasets.remove.toTrashHint')}
            </Text>
            <Button color="red" variant="light" onClick={removingIs.open}>
              {t('datasets.remove.title')}
            </Button>
          </div>
          <RemoveDialog
            dataset={dataset}
            opened={removing}
            onClose={removingIs.close}
            onRemoved={onRemoved}
          />
        </Panel>
      )}
    </div>
  );
};
