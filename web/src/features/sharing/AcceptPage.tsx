import { EmptyState, ProblemNote } from '@/components/states';
import type { User } from '@/entities/session/session';
import { asProblem } from '@/lib/problem';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccept } from './requests/invitations';
import { secretIn } from './secret';

/** A link that can't be used, whatever the reason, and what to do about it. */
const Useless = ({ title, hint, home }: { title: string; hint: string; home: ReactNode }) => (
  <EmptyState whole icon="alert" title={title} hint={hint}>
    {home}
  </EmptyState>
);

/**
 * Where the link of an invitation leads. Nothing is used up before the person has said yes, and has seen as whom.
 *
 * @param fragment what follows `#` in the address: no browser sends it to a server
 * @param door     the ways in for who is not signed in; they keep the fragment
 */
export const AcceptPage = ({
  fragment,
  user,
  door,
  home,
  onAccepted,
}: {
  fragment: string;
  user: User | null;
  door: ReactNode;
  home: ReactNode;
  onAccepted: (dataset: string, role: 'owner' | 'editor' | 'viewer') => void;
}) => {
  const { t } = useTranslation();
  const secret = secretIn(fragment);
  const accept = useAccept(({ dataset_id, role }) => onAccepted(dataset_id, role));
  if (secret === null) {
    return <Useless title={t('invitation.incomplete')} hint={t('invitation.incompleteHint')} home={home} />;
  }
  if (accept.isError && asProblem(accept.error).status === 404) {
    return <Useless title={t('invitation.over')} hint={t('invitation.overHint')} home={home} />;
  }
  return (
    <EmptyState
      whole
      icon="share"
      title={t('invitation.title')}
      hint={user === null ? t('invitation.signIn') : t('invitation.as', { email: user.email })}
    >
      {user === null ? (
        door
      ) : (
        <Button data-autofocus loading={accept.isPending} onClick={() => accept.mutate(secret)}>
          {t('invitation.accept')}
        </Button>
      )}
      {accept.isError && <ProblemNote error={accept.error} />}
    </EmptyState>
  );
};
