import { Outlet } from '@remix-run/react';

/** Read by the page around it: no script, no web font. */
export const handle = { worker: true };

export default function Worker() {
  return <Outlet />;
}
