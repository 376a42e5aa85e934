import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { Card, Summary } from '#app/ui/page.tsx';

import { gradeNames } from '../../findings/model.ts';
import { conformityNames, type Conformity } from '../../model.ts';
import { harmNames } from '../../remedy/model.ts';
import { KeptInterview, type Opened } from '../../interviews/away/kept-interview.tsx';
import { declaredInWords } from '../offline/declared.ts';
import type { Raised } from '../raised/begun.ts';
import { answerWords, interviewWords, raisingWords } from './sync-words.ts';

/** What it is measured by, as it was read. */
type Declared = { section: string; question: string; answer: string };
type Answer = {
  id: string;
  kind: 'assess' | 'raise' | 'interview';
  code: string | null;
  pseudonym: string | null;
  sealed: boolean;
  conformity: Conformity | null;
  raising: Raised | null;
  declared: Declared | null;
  note: string;
  evidence: string;
  refusal: string;
  by: string;
  madeAt: Date;
  appliedAt: Date;
};

type Props = {
  auditId: string;
  answers: readonly Answer[];
  opened: Opened | null;
  /** Findings can still be raised. */
  raises: boolean;
};

/** `opened`: the one interview that its reader asked to open. */
export function KeptAnswers({ auditId, answers, opened, raises }: Props) {
  if (answers.length === 0)
    return (
      <EmptyState title="Nothing was kept apart">
        Every answer, finding and interview that came from a device was taken. One that comes too late stands
        here.
      </EmptyState>
    );
  return answers.map((answer) => (
    <Card key={answer.id} title={titleOf(answer)}>
      <Summary
        items={[
          ...itemsOf(answer),
          { term: 'Written', value: `${timeInWords(answer.madeAt)}, by the clock of the device` },
          { term: 'Arrived', value: timeInWords(answer.appliedAt) },
        ]}
      />
      {answer.kind === 'interview' ? (
        <KeptInterview id={answer.id} sealed={answer.sealed} opened={opened} />
      ) : null}
      {raises && answer.code ? (
        <p>
          <TextLink to={`/audits/${auditId}/indicators/${answer.code}/finding?kept=${answer.id}`}>
            {`Raise a finding on ${answer.code}`}
          </TextLink>{' '}
          in these words, where this shows one: the answers stand, and findings can be raised until the report
          is sent.
        </p>
      ) : null}
    </Card>
  ));
}

function titleOf({ kind, code, pseudonym, by }: Answer) {
  if (kind === 'interview') return `Interview ${pseudonym ?? ''}, by ${by}`;
  return `${kind === 'raise' ? 'Finding on indicator' : 'Indicator'} ${code ?? ''}, by ${by}`;
}

function itemsOf(answer: Answer) {
  if (answer.kind === 'interview') return [{ term: 'Why', value: interviewWords(answer.refusal) }];
  return answer.raising ? raisedItems(answer, answer.raising) : answeredItems(answer);
}

const lines = (text: string) => <span className="whitespace-pre-line">{text || 'None'}</span>;

const answeredItems = ({ refusal, conformity, note, evidence }: Answer) => [
  { term: 'Why', value: answerWords(refusal) },
  { term: 'Found', value: conformity && conformityNames[conformity] },
  { term: 'Note', value: lines(note) },
  { term: 'Evidence', value: lines(evidence) },
];

type Measure = Pick<Raised, 'lawInstrument' | 'lawPlace' | 'requirementKind'>;
const measureOf = ({ lawInstrument, lawPlace, requirementKind }: Measure, declared: Declared | null) =>
  requirementKind === 'declaration'
    ? `What the recruiter declared${declared ? `: ${declaredInWords(declared)}` : '; its application has no such answer'}`
    : [lawInstrument, lawPlace].filter(Boolean).join(', ') || 'The standard';

const raisedItems = (
  { refusal, note, evidence, declared }: Answer,
  { grade, harm, gradingReasons, ...measure }: Raised,
) => [
  { term: 'Why', value: raisingWords(refusal) },
  { term: 'Grade', value: gradeNames[grade] },
  ...(gradingReasons ? [{ term: 'Why this grade', value: lines(gradingReasons) }] : []),
  { term: 'Measured by', value: measureOf(measure, declared) },
  { term: 'Harm', value: harm ? harmNames[harm] : 'None' },
  { term: 'What does not conform', value: lines(note) },
  { term: 'What shows it', value: lines(evidence) },
];
