import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Remedy } from '../model.ts';
import { isPaid, moneyOf, peopleOf } from '../rules.ts';
import { RemedyProgress } from './progress.tsx';

type Shown = Omit<Remedy, 'id'>;
type Props = {
  findingId: string;
  remedy: Shown | null;
  today: string;
};

/** The remedy on the page of its finding. */
export const RemedyCard = ({ findingId, remedy, today }: Props) => (
  <Card title="Remedy to workers">
    {remedy ? (
      <>
        <p>
          {remedy.completed ? 'Complete: workers confirm it.' : <RemedyDue remedy={remedy} today={today} />}
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

/** Late in words and in colour; whose turn it is once all is paid. */
export const RemedyDue = ({ remedy, today }: { remedy: Shown; today: string }) =>
  isPaid(remedy) ? (
    <span>All that is owed is entered as paid. The audit team asks the workers.</span>
  ) : (
    <span className={remedy.dueOn < today ? 'font-semibold text-stopped' : undefined}>
      {`To be made good by ${dayInWords(remedy.dueOn)}, ${untilInWords(remedy.dueOn, today)}`}
    </span>
  );
