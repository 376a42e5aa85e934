import { z } from 'zod';

import { givenId } from '#app/platform/once.ts';

const wrong = 'Enter an address that begins with https://';

export const endpointForm = z.object({
  ...givenId,
  url: z
    .string({ message: wrong })
    .trim()
    .max(2000, 'This address is too long')
    .pipe(z.url({ protocol: /^https?$/, message: wrong })),
});
export type EndpointForm = z.output<typeof endpointForm>;
