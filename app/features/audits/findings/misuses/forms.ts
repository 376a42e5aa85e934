import { z } from 'zod';

import { grades } from '#app/features/scheme/model.ts';

import { text } from '../../forms.ts';
import { gradingField } from '../grading/forms.ts';

export const raiseMisuseForm = z.object({
  grade: z.enum(grades, { message: 'Choose a grade' }),
  statement: text('State what does not conform, 10 characters at least', 10),
  evidence: text('Say what you saw or heard, 10 characters at least', 10),
  ...gradingField,
});
export type RaiseMisuseForm = z.output<typeof raiseMisuseForm>;
