import { EmailAndRole } from '@/components/EmailAndRole';
import { notify } from '@/components/notify';
import type { Dataset } from '@/entities/dataset/dataset';
import { useTranslation } from 'react-i18next';
import { useGrant } from './requests/permissions';
import { useGrantedRoles } from './roles';

/** Gives somebody a role by e-mail. */
export const GrantForm = ({ dataset }: { dataset: Dataset }) => {
  const { t } = useTranslation();
  const roles = useGrantedRoles();
  const grant = useGrant(dataset.id, (made) =>
    notify(t('share.granted', { email: made.email, role: t(`role.${made.role}`) })),
  );
  return (
    <EmailAndRole
      label={t('share.email')}
      roles={roles}
      submit={t('share.grant')}
      busy={grant.isPending}
      error={grant.error}
      onSubmit={(email, role, taken) => grant.mutate({ email, role }, { onSuccess: taken })}
    />
  );
};
