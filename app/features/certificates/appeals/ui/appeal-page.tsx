import type { ReactNode } from 'react';

import { dayInWords, timeInWords, untilInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Card, PageHeader, Section, Summary } from '#app/ui/page.tsx';

import { againstNames, stayable, type Against, type Outcome, type Stay } from '../model.ts';
import { ProposalCards, openOf, type Proposed } from '../proposal/ui/proposals.tsx';
import { OutcomeTag } from './appeal-table.tsx';
import { againInWords } from './own-appeals.tsx';
import { refusalText } from './refusals.ts';

export type Shown = {
  id: string;
  recruiter: string;
  number: string;
  against: Against;
  againstAt: Date | string;
  lodgedAt: Date | string;
  acknowledgeBy: string;
  acknowledged: boolean;
  dueOn: string;
  stayAsked: boolean;
  stay: Stay | null;
  outcome: Outcome | null;
  /** The matter that an appeal against a refusal brought back, and until when it is decided. */
  againState: string | null;
  againBy: string | null;
  /** Left out for whoever had a part in it, or has not declared. */
  texts?:
    { grounds: string; decided: string; stayReasons: string | null; reasons: string | null } | undefined;
  refusal?: string | undefined;
  /** What was proposed and what became of it, the latest first; left out with the texts. */
  proposals: readonly Proposed[];
};
type Props = { appeal: Shown; today: string; officer: boolean };

const back = { to: '/scheme/appeals', label: 'Appeals' };

/** An appeal: what was decided and why, what the holder says, and what may be done next. */
export function CertificateAppealPage({ appeal, today, officer }: Props) {
  const { recruiter, number, dueOn, outcome, texts, refusal } = appeal;
  return (
    <>
      <AppealHeader appeal={appeal} today={today} />
      <Section title="What it is about">
        <Facts appeal={appeal} />
      </Section>
      {refusal ? (
        <Card title={refusal === 'declare_first' ? 'Declare first' : 'A colleague decides'}>
          <p>{refusalText(refusal)}</p>
        </Card>
      ) : null}
      {outcome === null ? <Steps appeal={appeal} officer={officer} /> : null}
      <ProposalCards proposals={appeal.proposals} />
      {outcome !== null && texts ? (
        <Card title={outcome === 'upheld' ? 'Upheld' : 'Dismissed'}>
          <p>{texts.reasons}</p>
        </Card>
      ) : null}
      <p className="text-sm text-ink-2">
        {outcome === null
          ? `Until ${dayInWords(dueOn)} two people who had no part in the decision decide: one proposes, another confirms. What was decided stands unless it is stayed.`
          : (againInWords(appeal) ?? `Certificate ${number} of ${recruiter} shows what followed.`)}
      </p>
    </>
  );
}

export const AppealHeader = ({ appeal, today, title, lead }: Omit<Props, 'officer'> & Titled) => (
  <PageHeader
    title={title ?? `Appeal of ${appeal.recruiter}`}
    eyebrow={appeal.number}
    back={title ? { to: `/scheme/certificate-appeals/${appeal.id}`, label: appeal.recruiter } : back}
    tag={<OutcomeTag outcome={appeal.outcome} />}
    clock={
      appeal.outcome
        ? undefined
        : `Decide by ${dayInWords(appeal.dueOn)}, ${untilInWords(appeal.dueOn, today)}`
    }
    lead={lead}
  />
);
type Titled = { title?: string; lead?: ReactNode };

const stays: Record<Stay, string> = { granted: 'Granted', refused: 'Refused' };

function Facts({ appeal }: { appeal: Shown }) {
  const { against, againstAt, lodgedAt, texts, stay, stayAsked, acknowledged, acknowledgeBy } = appeal;
  return (
    <Summary
      items={[
        { term: 'Decision', value: `${againstNames[against]}, ${timeInWords(againstAt)}` },
        { term: 'Lodged', value: timeInWords(lodgedAt) },
        { term: 'Acknowledged', value: acknowledged ? 'Yes' : `Not yet; by ${dayInWords(acknowledgeBy)}` },
        { term: 'Stay', value: stay ? stays[stay] : stayAsked ? 'Asked for' : 'Not asked for' },
        ...(texts
          ? [
              { term: 'Reasons given for the decision', value: texts.decided },
              { term: 'The holder says', value: texts.grounds },
              ...(texts.stayReasons ? [{ term: 'Reasons on the stay', value: texts.stayReasons }] : []),
            ]
          : []),
      ]}
    />
  );
}

function Steps({ appeal, officer }: { appeal: Shown; officer: boolean }) {
  const { id, refusal, acknowledged, against, stay, texts } = appeal;
  const open = openOf(appeal.proposals);
  const to = (step: string) => `/scheme/certificate-appeals/${id}/${step}`;
  return (
    <Actions>
      {texts && !open ? <ButtonLink to={to('decide')}>Propose a decision</ButtonLink> : null}
      {open && !open.own ? (
        <>
          <ButtonLink to={to('confirm')}>Confirm the decision</ButtonLink>
          <ButtonLink to={to('send-back')} kind="secondary">
            Send it back
          </ButtonLink>
        </>
      ) : null}
      {texts && stay === null && stayable.includes(against) ? (
        <ButtonLink to={to('stay')} kind="secondary">
          Grant or refuse a stay
        </ButtonLink>
      ) : null}
      {refusal === 'declare_first' ? (
        <ButtonLink to={to('declare')}>Declare conflicts of interest</ButtonLink>
      ) : null}
      {officer && !acknowledged ? (
        <ButtonLink to={to('acknowledge')} kind="secondary">
          Acknowledge it
        </ButtonLink>
      ) : null}
    </Actions>
  );
}
