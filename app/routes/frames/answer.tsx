import { Outlet } from '@remix-run/react';

import { PlainFrame } from '#app/ui/frame.tsx';

/** Read by the page around it: the language of the address. */
export const handle = { spoken: true };

export default function Answer() {
  return (
    <PlainFrame>
      <Outlet />
    </PlainFrame>
  );
}
