import type { RouteConfigEntry } from '@remix-run/route-config';

import routes from '#app/routes.ts';

/** Every address of the route table, as the table writes it. */
export const addresses = (entries: readonly RouteConfigEntry[] = routes, above = ''): string[] =>
  entries.flatMap(({ path, index, children }) => {
    const address = path === undefined ? above : `${above}/${path}`;
    if (children) return addresses(children, address);
    return path !== undefined || index ? [address || '/'] : [];
  });
