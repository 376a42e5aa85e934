import { z } from 'zod';

/**
 * What a device says of the audit it took along. `opens`: its page was opened with a network, so it has the audit along
 * from now on; `waits`: something is there alone.
 */
export const alongForm = z.object({ device: z.uuid(), opens: z.boolean(), waits: z.boolean() });
export type AlongForm = z.output<typeof alongForm>;
