import { z } from 'zod';

/** A day of the calendar, and a fact with nothing to add to its name. */
export const day = z.iso.date();
export const nothing = z.object({});
