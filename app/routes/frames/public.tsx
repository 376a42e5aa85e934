import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';

import type { loader } from '#app/root.tsx';
import { PublicFrame } from '#app/ui/frame.tsx';

export default function Public() {
  const viewer = useRouteLoaderData<typeof loader>('root')?.viewer;
  return (
    <PublicFrame current={useLocation().pathname} signedIn={viewer !== undefined}>
      <Outlet />
    </PublicFrame>
  );
}
