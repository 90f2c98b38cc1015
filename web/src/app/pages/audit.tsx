import { AuditPage } from '@/features/operations/AuditPage';
import { createLazyRoute } from '@tanstack/react-router';
import { AdminOnly } from './AdminOnly';

export const auditPage = createLazyRoute('/audit')({
  component: function AdminRoute() {
    return (
      <AdminOnly>
        <AuditPage />
      </AdminOnly>
    );
  },
});
