import { Section, Summary } from '#app/ui/page.tsx';

import { withdrawnInWords } from './withdrawn-words.ts';
import type { WithdrawnFinding } from '../model.ts';

/** Findings that were raised and are told no more: which, why and by whom; never what they said. */
export const WithdrawnFindings = ({ withdrawn }: { withdrawn: readonly WithdrawnFinding[] }) =>
  withdrawn.length === 0 ? null : (
    <Section title="Withdrawn findings">
      <Summary items={withdrawn.map((finding) => withdrawnInWords(finding))} />
    </Section>
  );
