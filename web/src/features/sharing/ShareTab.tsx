import { Panel } from '@/components/layout';
import { mayOwn, type Dataset } from '@/entities/dataset/dataset';
import { useUser } from '@/entities/session/session';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Invitations } from './Invitations';
import { MyRole } from './MyRole';
import { PeopleAndRoles } from './PeopleAndRoles';
import classes from './sharing.module.css';
import { VisibilityChoice } from './VisibilityChoice';

const ROLES = ['owner', 'editor', 'viewer'] as const;

const RoleMeanings = () => {
  const { t } = useTranslation();
  return (
    <Panel title={t('share.roles')}>
      <dl className={classes.meanings}>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`roleMeans.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};

/** Who sees a dataset and what they may do; an owner decides it here, all others see where they stand. */
export const ShareTab = ({ dataset, onLeft }: { dataset: Dataset; onLeft: () => void }) => {
  const { t } = useTranslation();
  const user = useUser();
  const owns = mayOwn(dataset, user);
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        {owns ? (
          <>
            <PeopleAndRoles dataset={dataset} />
            <Invitations dataset={dataset} />
          </>
        ) : (
          <>
            <MyRole dataset={dataset} onLeft={onLeft} />
            <Text size="sm" c="dimmed">
              {t('share.ownerOnly')}
            </Text>
          </>
        )}
      </div>
      <div className={classes.stack}>
        <Panel title={t('share.visibility')}>
          {owns ? (
            <VisibilityChoice dataset={dataset} />
          ) : (
            <>
              <Text size="sm" fw={600}>
                {t('share.visibilityNow', { visibility: t(`visibility.${dataset.visibility}`) })}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`visibilityMeans.${dataset.visibility}`)}
              </Text>
            </>
          )}
        </Panel>
        <RoleMeanings />
      </div>
    </div>
  );
};
