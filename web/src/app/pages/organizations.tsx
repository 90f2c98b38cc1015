import { useUser } from '@/entities/session/session';
import { CreateOrganization } from '@/features/organizations/CreateOrganization';
import { OrganizationPage } from '@/features/organizations/OrganizationPage';
import { OrganizationsPage } from '@/features/organizations/OrganizationsPage';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { SignInFirst } from './SignInFirst';

export const organizationsPage = createLazyRoute('/organizations')({
  component: function OrganizationsRoute() {
    const user = useUser();
    const { create } = organizationsPage.useSearch();
    const navigate = useNavigate({ from: '/organizations' });
    const go = useNavigate();
    if (user === null) return <SignInFirst />;
    return (
      <>
        <OrganizationsPage onCreate={() => void navigate({ search: { create: true } })} />
        {create === true && (
          <CreateOrganization
            onClose={() => void navigate({ search: {} })}
            onMade={({ id }) =>
              void go({
                to: '/organizations/$organization',
                params: { organization: String(id) },
                replace: true,
              })
            }
          />
        )}
      </>
    );
  },
});

export const organizationPage = createLazyRoute('/organizations/$organization')({
  component: function OrganizationRoute() {
    const user = useUser();
    const { organization } = organizationPage.useParams();
    const navigate = useNavigate();
    if (user === null) return <SignInFirst />;
    return (
      <OrganizationPage
        key={organization}
        organization={Number.parseInt(organization, 10) || 0}
        user={user}
        onLeft={() => void navigate({ to: '/organizations' })}
      />
    );
  },
});
