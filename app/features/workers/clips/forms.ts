import { z } from 'zod';

/** The text that was read is that of the page the recording is sent from. */
export const clipForm = z.object({
  text: z.string({ message: 'Open the page again' }).regex(/^[0-9a-f]{32}$/, 'Open the page again'),
});
