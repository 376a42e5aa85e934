import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react';

import type { loader } from '#app/root.tsx';
import { DeskFrame } from '#app/ui/frame.tsx';

export default function Desk() {
  const viewer = useRouteLoaderData<typeof loader>('root')?.viewer;
  const { pathname } = useLocation();
  // The page's own loader has turned visitors away; this is for the moment between signing out and leaving.
  if (!viewer) return <Outlet />;
  return (
    <DeskFrame viewer={viewer} current={pathname}>
      <Outlet />
    </DeskFrame>
  );
}
