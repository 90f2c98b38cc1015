import { useUser } from '@/entities/session/session';
import { TrashPage } from '@/features/datasets/TrashPage';
import { createLazyRoute } from '@tanstack/react-router';
import { SignInFirst } from './SignInFirst';

export const trashPage = createLazyRoute('/trash')({
  component: function TrashRoute() {
    return useUser() === null ? <SignInFirst /> : <TrashPage />;
  },
});
