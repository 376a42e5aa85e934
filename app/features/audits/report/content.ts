import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';

import { auditTypes, noticeTypes, teamRoles } from '../model.ts';
import { commentOutcomes, reportParts } from './model.ts';

const words = z.object({
  ...{ summary: z.string(), scope: z.string(), method: z.string(), sample: z.string() },
  ...{ strengths: z.string(), notSeen: z.string(), publicSummary: z.string() },
});

export const contentShape = z.object({
  reference: z.string(),
  type: z.enum(auditTypes),
  recruiter: z.string(),
  auditBody: z.string(),
  reviewer: z.string(),
  noticeType: z.enum(noticeTypes),
  startsOn: z.string(),
  endsOn: z.string(),
  team: z.array(z.object({ name: z.string(), role: z.enum(teamRoles) })),
  words,
  findings: z.array(
    z.object({
      ...{ number: z.number(), indicatorCode: z.string(), requirement: z.string(), grade: z.enum(grades) },
      ...{ statement: z.string(), evidence: z.string() },
      // Why it is graded below what its indicator names; older reports do not say.
      grading: z.string().nullish(),
      // How far workers were made whole when the report became final; older reports do not say.
      progress: z
        .object({
          people: z.object({ affected: z.number(), madeWhole: z.number() }),
          money: z.array(z.object({ currency: z.string(), owed: z.number(), paid: z.number() })),
        })
        .nullish(),
    }),
  ),
  // Findings that were withdrawn; older reports do not say.
  withdrawn: z
    .array(
      z.object({
        ...{ number: z.number(), indicatorCode: z.string(), grade: z.enum(grades) },
        ...{ reason: z.string(), by: z.string().nullable() },
      }),
    )
    .nullish(),
  // How many workers were heard of those planned; audits without a sample and older reports do not say.
  interviews: z
    .object({
      ...{ target: z.number(), heard: z.number(), aloneTarget: z.number(), alone: z.number() },
      ...{ refused: z.number(), unreachable: z.number(), reasons: z.string().nullable() },
      short: z.array(z.object({ corridor: z.string(), planned: z.number(), heard: z.number() })),
    })
    .nullish(),
  // Why a surveillance left a principle out; older reports do not say.
  coverage: z.string().nullish(),
  comments: z.array(
    z.object({
      ...{ part: z.enum(reportParts).nullable(), findingNumber: z.number().nullable(), comment: z.string() },
      ...{ outcome: z.enum(commentOutcomes).nullable(), answer: z.string().nullable() },
    }),
  ),
});
/** A final report with everything that was known of it: later changes of names and findings do not reach it. */
export type ReportContent = z.output<typeof contentShape>;
