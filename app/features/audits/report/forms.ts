import { z } from 'zod';

import { givenId, type Given } from '#app/platform/once.ts';

import { anyText, text } from '../forms.ts';
import { commentOutcomes, reportParts } from './model.ts';

/** The one the person saw; 0 where nothing was written yet. */
const revision = z.coerce.number().int().min(0).default(0);

/** Saved however far it has come: what is missing is asked for when it is sent. */
export const reportForm = z.object({
  ...{ summary: anyText, scope: anyText, method: anyText, sample: anyText },
  ...{ strengths: anyText, notSeen: anyText, publicSummary: anyText, revision },
});
export type ReportForm = z.output<typeof reportForm>;

/** `about`: a part of the text by its name, or a finding by its id. */
export const commentForm = z.object({
  ...givenId,
  about: z.union([z.enum(reportParts), z.uuid()], { message: 'Choose what your comment is about' }),
  comment: text('Say what is wrong and what is right, 10 characters at least', 10),
});
export type CommentForm = Given<z.output<typeof commentForm>>;

export const answerForm = z
  .object({
    outcome: z.enum(commentOutcomes, { message: 'Choose what becomes of the comment' }),
    answer: text('Give your answer, 10 characters at least', 10),
    corrected: anyText,
    revision,
  })
  .refine(({ outcome, corrected }) => outcome === 'kept' || corrected !== '', {
    path: ['corrected'],
    message: 'Write the words as they shall stand',
  });
export type AnswerForm = z.output<typeof answerForm>;

export const approveForm = z.object({ note: anyText, revision });
export type ApproveForm = z.output<typeof approveForm>;
