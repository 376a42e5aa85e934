import type { Grade } from '#app/features/scheme/model.ts';

import { gradeNames } from '../../../findings/model.ts';
import { gradeUp } from '../../../findings/rules.ts';

type Props = { before: { name: string; grade: Grade } | null; kept: { by: string } | null };

/** What whoever raises a finding has to know of it: where its words come from, and that it was found before. */
export const BeforeRaising = ({ before, kept }: Props) => (
  <>
    {kept ? (
      <p>{`Begun with what ${kept.by} wrote on a device, which was not taken: read it again, and change what is not so.`}</p>
    ) : null}
    {before ? (
      <p>
        {`An earlier audit raised ${before.name} on this indicator, graded ${gradeNames[before.grade].toLowerCase()}. The same finding again, before anybody saw that its correction lasted, is graded up: whatever you choose, this one is ${gradeNames[gradeUp(before.grade)].toLowerCase()} or graver.`}
      </p>
    ) : null}
  </>
);
