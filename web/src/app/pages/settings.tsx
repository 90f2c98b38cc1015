import { StorePage } from '@/features/operations/StorePage';
import { createLazyRoute } from '@tanstack/react-router';
import { AdminOnly } from './AdminOnly';

export const settingsPage = createLazyRoute('/settings')({
  component: function AdminRoute() {
    return (
      <AdminOnly>
        <StorePage />
      </AdminOnly>
    );
  },
});
