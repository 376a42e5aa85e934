import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Card, Section } from '#app/ui/page.tsx';

import type { LookAnswer } from '../model.ts';

type Looked = { answer: LookAnswer; note: string; raisedId: string | null };
type Observed = {
  id: string;
  name: string;
  indicatorCode: string;
  requirement: string;
  statement: string;
  disputed: boolean;
  looked: Looked | null;
};
type Props = { auditId: string; observations: readonly Observed[]; looks: boolean };

const answers: Record<LookAnswer, string> = {
  gone: 'It is gone, and closed.',
  still: 'It is still so, and stays.',
  raised: 'It became a finding of this audit.',
};

const goneDisputed = 'It is gone, and is closed once the dispute is answered.';

/** What earlier audits observed, each with what this audit's team says of it. */
export const Observations = ({ auditId, observations, looks }: Props) =>
  observations.length === 0 ? null : (
    <Section title="Observations of earlier audits">
      {observations.map((observed) => (
        <Card key={observed.id} title={`Observation ${observed.name}, indicator ${observed.indicatorCode}`}>
          <p>{observed.requirement}</p>
          <p className="whitespace-pre-line">{observed.statement}</p>
          <TextLink to={`/findings/${observed.id}`}>{`Open observation ${observed.name}`}</TextLink>
          {observed.disputed ? <p>Its recruiter disputes it, and nobody has answered yet.</p> : null}
          {observed.looked ? (
            <Said looked={observed.looked} disputed={observed.disputed} />
          ) : looks ? (
            <p>
              <ButtonLink to={`/audits/${auditId}/observations/${observed.id}`} kind="secondary">
                {`Say what became of ${observed.name}`}
              </ButtonLink>
            </p>
          ) : (
            <p>Not looked at yet.</p>
          )}
        </Card>
      ))}
    </Section>
  );

const Said = ({ looked, disputed }: { looked: Looked; disputed: boolean }) => (
  <p>
    <strong>{disputed && looked.answer === 'gone' ? goneDisputed : answers[looked.answer]}</strong>
    <span className="block whitespace-pre-line">{looked.note}</span>
    {looked.raisedId ? <TextLink to={`/findings/${looked.raisedId}`}>Open what it became</TextLink> : null}
  </p>
);
