import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { againstNames, type Against, type Outcome, type Stay } from '../model.ts';
import { OutcomeTag } from './appeal-table.tsx';

type Decision = { ref: string; against: Against; at: Date | string; until: string };
type Lodged = {
  id: string;
  against: Against;
  lodgedAt: Date | string;
  acknowledged: boolean;
  acknowledgeBy: string;
  dueOn: string;
  grounds: string;
  stayAsked: boolean;
  stay: Stay | null;
  stayReasons: string | null;
  outcome: Outcome | null;
  reasons: string | null;
  againState: string | null;
  againBy: string | null;
};
type Props = { decisions: readonly Decision[]; appeals: readonly Lodged[]; owner: boolean };

/** What the holder may still appeal against, and what became of what it did. */
export const OwnAppeals = ({ decisions, appeals, owner }: Props) => (
  <>
    {decisions.length > 0 ? (
      <Section title="What you may appeal against">
        <Summary
          items={decisions.map(({ ref, against, at, until }) => ({
            term: `${againstNames[against]}, ${timeInWords(at)}`,
            value: owner ? (
              <TextLink to={`/certificate/appeals/${ref}`}>{`Appeal until ${dayInWords(until)}`}</TextLink>
            ) : (
              `Until ${dayInWords(until)}, by an owner of your agency`
            ),
          }))}
        />
      </Section>
    ) : null}
    {appeals.map((appeal) => (
      <Section
        key={appeal.id}
        title={againstNames[appeal.against]}
        aside={<OutcomeTag outcome={appeal.outcome} />}
      >
        <Summary items={factsOf(appeal)} />
      </Section>
    ))}
  </>
);

/** What an appeal against a refusal of the panel led to; undefined where it brought nothing back. */
export const againInWords = ({ againState, againBy }: Pick<Lodged, 'againState' | 'againBy'>) =>
  againState === null || againBy === null
    ? undefined
    : againState === 'open'
      ? `The panel decides again by ${dayInWords(againBy)}, by members who did not vote on the refusal.`
      : 'The panel decided again.';

function factsOf(appeal: Lodged) {
  const again = againInWords(appeal);
  const { lodgedAt, grounds, stay, stayAsked, stayReasons, outcome, reasons, dueOn } = appeal;
  const stayed = stay
    ? `${stay === 'granted' ? 'Granted' : 'Refused'}. ${stayReasons ?? ''}`
    : 'Asked for; not decided yet';
  return [
    { term: 'Lodged', value: timeInWords(lodgedAt) },
    { term: 'What you said', value: grounds },
    ...(stay || stayAsked ? [{ term: 'Stay', value: stayed }] : []),
    ...(appeal.acknowledged || outcome
      ? []
      : [{ term: 'You hear that it is complete by', value: dayInWords(appeal.acknowledgeBy) }]),
    outcome
      ? { term: 'Our answer', value: reasons }
      : { term: 'You hear from us by', value: dayInWords(dueOn) },
    ...(again ? [{ term: 'What follows', value: again }] : []),
  ];
}
