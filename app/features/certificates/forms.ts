import { z } from 'zod';

import { suspensionReasons, watchReasons, withdrawalReasons } from './model.ts';

export const words = (message: string) =>
  z.string({ message }).trim().min(20, `${message}, in at least 20 characters`).max(5000, 'This is too long');

const note = words('Explain the decision');

export const watchForm = z.object({
  reasonClass: z.enum(watchReasons, { message: 'Choose a reason' }),
  note,
});
export const suspendForm = z.object({
  reasonClass: z.enum(suspensionReasons, { message: 'Choose a reason' }),
  note,
});
export const withdrawForm = z.object({
  reasonClass: z.enum(withdrawalReasons, { message: 'Choose a reason' }),
  note,
});
const chosen = z.array(z.string()).default([]);
/** What stays in the scope. */
export const reduceForm = z.object({ corridors: chosen, sectors: chosen, offices: chosen, note });

/** What was ticked to be looked at before it is published; undefined before anything was. */
export const chosenOf = (sent: URLSearchParams) =>
  sent.has('seen')
    ? {
        corridors: sent.getAll('corridors'),
        sectors: sent.getAll('sectors'),
        offices: sent.getAll('offices'),
      }
    : undefined;

/** Ending a watch or a suspension has no class: the certificate is simply in force again. */
export const noteForm = z.object({ note });

export type WatchForm = z.output<typeof watchForm>;
export type SuspendForm = z.output<typeof suspendForm>;
export type WithdrawForm = z.output<typeof withdrawForm>;
export type ReduceForm = z.output<typeof reduceForm>;
export type NoteForm = z.output<typeof noteForm>;
