import { Confirm } from '@/components/confirm';
import { Icon } from '@/components/icons';
import { Panel } from '@/components/layout';
import { notify } from '@/components/notify';
import type { Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useRevoke } from './requests/permissions';

/** Where somebody stands who does not own the dataset, and the way out. */
export const MyRole = ({ dataset, onLeft }: { dataset: Dataset; onLeft: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  const [leaving, leavingIs] = useDisclosure(false);
  const leave = useRevoke(dataset.id, () => {
    leavingIs.close();
    notify(t('share.left'));
    onLeft();
  });
  if (user === null || dataset.role === null) {
    return (
      <Panel title={t('datasets.list.role')}>
        <Text size="sm">{t('share.noRole')}</Text>
      </Panel>
    );
  }
  return (
    <Panel
      title={t('share.myRole', { role: t(`role.${dataset.role}`) })}
      aside={
        <Button variant="default" leftSection={<Icon name="leave" size={16} />} onClick={leavingIs.open}>
          {t('share.leave')}
        </Button>
      }
    >
      <Text size="sm">{t(`roleMeans.${dataset.role}`)}</Text>
      <Confirm
        opened={leaving}
        title={t('share.leaveTitle')}
        text={t('share.leaveText')}
        submit={t('share.leaveSubmit')}
        busy={leave.isPending}
        error={leave.error}
        onSubmit={() => leave.mutate(user.id)}
        onClose={leavingIs.close}
      />
    </Panel>
  );
};
