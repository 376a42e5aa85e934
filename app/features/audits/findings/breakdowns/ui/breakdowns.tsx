import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Suggestion } from '../rules.ts';

type Reason = {
  id: string;
  criterion: string;
  reason: string | null;
  majorId: string | null;
  answerer: string;
};
type Props = {
  auditId: string;
  suggestions: readonly Suggestion[];
  reasons: readonly Reason[];
  answers: boolean;
};

/** Criteria on which several minors suggest a major, each with what the team says of it or is to say. */
export const Breakdowns = ({ auditId, suggestions, reasons, answers }: Props) => (
  <>
    {suggestions.map(({ criterion, minors, answered }) => (
      <Card
        key={criterion}
        tone={answered ? 'plain' : 'stopped'}
        title={`${minors.length} minor findings on criterion ${criterion}${answered ? '' : ' suggest a major one'}`}
      >
        <p>
          So many slips on one criterion can mean that the system behind it is missing:{' '}
          {minors.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? '' : ', '}
              <TextLink to={`/findings/${id}`}>{name}</TextLink>
            </span>
          ))}
          .
        </p>
        {answered || !answers ? null : <ToAnswer place={`/audits/${auditId}/breakdowns/${criterion}`} />}
      </Card>
    ))}
    <SaidOfMinors said={reasons} />
  </>
);

/** `regraded`: one of them was graded up, which answers it as well. */
export const SaidOfMinors = ({ said, regraded = false }: { said: readonly Reason[]; regraded?: boolean }) => (
  <>
    {said.map(({ id, criterion, reason, majorId, answerer }) => (
      <Card key={id} title={`Criterion ${criterion}: what the team said of its minor findings`}>
        <p className="text-sm text-ink-2">{answerer}</p>
        {majorId ? (
          <TextLink to={`/findings/${majorId}`}>A major finding was raised that names them</TextLink>
        ) : (
          <p className="whitespace-pre-line">{reason}</p>
        )}
      </Card>
    ))}
    {regraded ? <p>One of the minor findings was graded up, approved by a second person.</p> : null}
  </>
);

const ToAnswer = ({ place }: { place: string }) => (
  <>
    <p>
      Raise a major finding that names them, propose another grade on the page of one of them, or say why they
      stay minor. The report is sent once this is answered.
    </p>
    <Actions>
      <ButtonLink to={`${place}/major`}>Raise a major finding</ButtonLink>
      <ButtonLink to={`${place}/keep`} kind="secondary">
        Say why they stay minor
      </ButtonLink>
    </Actions>
  </>
);
