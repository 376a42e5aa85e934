import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Entry } from '../model.ts';
import { moneyOf, peopleOf } from '../rules.ts';
import { RemedyProgress } from './progress.tsx';

type Props = {
  findingId: string;
  remedy: { dueOn: string; completed: boolean; entries: readonly Entry[] } | null;
  today: string;
};

/** The remedy on the page of its finding. */
export const RemedyCard = ({ findingId, remedy, today }: Props) => (
  <Card title="Remedy to workers">
    {remedy ? (
      <>
        <p>
          {remedy.completed ? (
            'Complete: workers confirm it.'
          ) : (
            <RemedyDue dueOn={remedy.dueOn} today={today} />
          )}
        </p>
        <RemedyProgress people={peopleOf(remedy.entries)} money={moneyOf(remedy.entries)} />
      </>
    ) : (
      <p>
        Workers were harmed. The audit team opens the remedy; the finding stays open until they are made
        whole.
      </p>
    )}
    <TextLink to={`/findings/${findingId}/remedy`}>Open the remedy ledger</TextLink>
  </Card>
);

/** Late in words and in colour. */
export const RemedyDue = ({ dueOn, today }: { dueOn: string; today: string }) => (
  <span className={dueOn < today ? 'font-semibold text-stopped' : undefined}>
    {`To be made good by ${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`}
  </span>
);
