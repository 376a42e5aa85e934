import { z } from 'zod';

export const statementForm = z.object({
  statement: z
    .instanceof(File, { message: 'Choose the file with the bank statement' })
    .refine((file) => file.size > 0, 'This file is empty'),
});
export type StatementFields = { statement: string };
