import { Section } from '#app/ui/page.tsx';

import { Pictures } from '../../pictures/ui/pictures.tsx';
import { Breakdowns } from '../breakdowns/ui/breakdowns.tsx';
import type { AuditFindings as Found } from '../of-audit.server.ts';
import { FindingTable } from './finding-table.tsx';

type Props = { found: Found; today: string };

/** The findings of one audit: what several of them mean, the list, and both pictures. */
export const AuditFindings = ({ found: { findings, pictures, breakdowns, answers }, today }: Props) => (
  <>
    <Section title="Findings">
      {breakdowns ? <Breakdowns {...breakdowns} answers={answers} /> : null}
      <FindingTable
        findings={findings}
        caption={findings.length === 1 ? '1 finding' : `${findings.length} findings`}
        today={today}
        empty={{ title: 'No findings', text: 'What does not meet the standard appears here.' }}
      />
    </Section>
    {pictures ? <Pictures pictures={pictures} /> : null}
  </>
);
