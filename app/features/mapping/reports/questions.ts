import { z } from 'zod';

import questions from '#db/reference/due-diligence-questions.json' with { type: 'json' };

import { partNames, type LawIndex } from './model.ts';

const shape = z.object({
  note: z.string(),
  laws: z.array(
    z.object({
      name: z.string(),
      questions: z.array(z.object({ asks: z.string(), parts: z.array(z.enum(partNames)).min(1) })).min(1),
    }),
  ),
});

const read = shape.parse(questions);

export const lawIndex: LawIndex = read.laws;
export const indexNote = read.note;
