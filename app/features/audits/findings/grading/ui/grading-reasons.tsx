import { TextArea } from '#app/ui/fields.tsx';

import type { Grade } from '#app/features/scheme/model.ts';

type Props = { field: Parameters<typeof TextArea>[0]['field']; defaultGrade: Grade };

/** Beside the grade, in sight of everybody who chooses one: it works without scripts. */
export const GradingReasons = ({ field, defaultGrade }: Props) => (
  <TextArea
    field={field}
    label="Why the grade is lower"
    hint={`The indicator names ${defaultGrade}. Give your reasons where you choose a lesser grade, or where workers were harmed and you choose minor. Recruiter, reviewer and panel read them. No names of workers.`}
    optional
  />
);
