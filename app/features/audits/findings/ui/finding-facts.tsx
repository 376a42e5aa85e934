import { gradingInWords, type Grade } from '#app/features/scheme/model.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { harmNames, type Harm } from '../../remedy/model.ts';
import { gradeHints, gradeNames, methodNames, verificationMethods } from '../model.ts';

type Record = {
  finding: { indicatorCode: string; grade: Grade; harm: Harm | null };
  defaultGrade: Grade;
  gradedBecause: string | null;
  requirement: string;
  statement: string;
  evidence: string;
  containment: string | null;
  containments?: readonly object[];
  withdrawalReason: string | null;
  method: string | null;
  verifier: string | null;
  /** Said in words of its own further down. */
  verification?: object | undefined;
  lawInstrument: string | null;
  lawPlace: string | null;
  declarationQuestion: string | null;
  declarationAnswer: string | null;
  repeatsId: string | null;
  extensionReason: string | null;
  extendedFrom: string | null;
  containDueOn: string | null;
  planDueOn: string | null;
  closeDueOn: string | null;
};

const text = (words: string) => <span className="whitespace-pre-line">{words}</span>;
const line = (term: string, words: string | null) => (words ? [{ term, value: text(words) }] : []);
const due = (term: string, day: string | null) => line(term, day && dayInWords(day));

/** What the standard asks, what was found instead, and by when it has to be put right. */
export function FindingFacts({ record }: { record: Record }) {
  const method = verificationMethods.find((known) => known === record.method);
  const verified = method && [methodNames[method], record.verifier].filter(Boolean).join(', by ');
  return (
    <>
      <Section title="What was found">
        <Summary
          items={[
            { term: `Indicator ${record.finding.indicatorCode}`, value: record.requirement },
            ...line(record.lawInstrument ?? '', record.lawPlace),
            ...line(`Declared: ${record.declarationQuestion ?? ''}`, record.declarationAnswer),
            {
              term: `Graded ${gradeNames[record.finding.grade].toLowerCase()}`,
              value: gradeHints[record.finding.grade],
            },
            ...line('Why this grade', gradingInWords({ ...record, grade: record.finding.grade })),
            { term: 'Not conforming', value: text(record.statement) },
            { term: 'What shows it', value: text(record.evidence) },
            ...line(
              'Harm to workers',
              record.finding.harm &&
                `${harmNames[record.finding.harm]}. It is closed once they are made whole and say so.`,
            ),
            ...(record.repeatsId
              ? [
                  {
                    term: 'Found before',
                    value: <TextLink to={`/findings/${record.repeatsId}`}>In an earlier audit</TextLink>,
                  },
                ]
              : []),
            ...line('Withdrawn because', record.withdrawalReason),
            // Said with its document further down, but for what was said before documents were asked.
            ...line('How the harm was stopped', record.containments?.length ? null : record.containment),
            ...line('Verified', record.verification ? null : (verified ?? null)),
          ]}
        />
      </Section>
      {record.closeDueOn ? (
        <Section title="By when">
          <Summary
            items={[
              ...due('Harm stopped', record.containDueOn),
              ...due('Plan', record.planDueOn),
              ...due('Closed', record.closeDueOn),
              ...due('More time given, before that', record.extendedFrom),
              ...line('Reason for more time', record.extensionReason),
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
