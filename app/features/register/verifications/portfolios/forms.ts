import { z } from 'zod';

import { visible } from '../checking/rules.ts';

export const portfolioForm = z.object({
  name: z
    .string({ message: 'Enter a name' })
    .transform(visible)
    .pipe(z.string().min(1, 'Enter a name').max(100, 'This name is too long: use 100 characters at most')),
});
export type PortfolioForm = z.output<typeof portfolioForm>;
