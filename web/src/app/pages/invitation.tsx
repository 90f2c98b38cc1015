import { notify } from '@/components/notify';
import { useUser } from '@/entities/session/session';
import { AcceptPage } from '@/features/sharing/AcceptPage';
import { Button } from '@mantine/core';
import { createLazyRoute, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const NEXT = { next: '/invitation' } as const;

export const invitationPage = createLazyRoute('/invitation')({
  component: function InvitationRoute() {
    const { t } = useTranslation();
    const user = useUser();
    const navigate = useNavigate();
    const { hash } = useLocation();
    const [fragment] = useState(hash); // "skip to content" writes another one
    return (
      <AcceptPage
        fragment={fragment}
        user={user}
        door={
          <>
            <Button renderRoot={(props) => <Link {...props} to="/sign-in" search={NEXT} hash={fragment} />}>
              {t('action.signIn')}
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/register" search={NEXT} hash={fragment} />}
            >
              {t('register.title')}
            </Button>
          </>
        }
        home={<Button renderRoot={(props) => <Link {...props} to="/datasets" />}>{t('state.home')}</Button>}
        onAccepted={(dataset, role) => {
          notify(t('invitation.accepted', { role: t(`role.${role}`) }));
          // The used link leaves the history, too.
          void navigate({ to: '/datasets/$id', params: { id: dataset }, replace: true });
        }}
      />
    );
  },
});
