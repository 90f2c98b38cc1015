import { PeoplePage } from '@/features/account/PeoplePage';
import { createLazyRoute } from '@tanstack/react-router';
import { AdminOnly } from './AdminOnly';

export const peoplePage = createLazyRoute('/people')({
  component: function AdminRoute() {
    return (
      <AdminOnly>
        <PeoplePage />
      </AdminOnly>
    );
  },
});
