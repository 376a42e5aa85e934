import { z } from 'zod';

import { anyText, text } from '../forms.ts';

export const reportForm = z.object({
  summary: text('Sum up the audit for the reviewer and the decision panel, 20 characters at least', 20),
});
export type ReportForm = z.output<typeof reportForm>;

export const approveForm = z.object({ note: anyText });
export type ApproveForm = z.output<typeof approveForm>;
