import { addDays, dayInWords, dayOf, timeInWords, untilInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Card, Section, Summary } from '#app/ui/page.tsx';

import { daysOf } from '../../ui/audit-facts.tsx';
import { itemsTold } from '../itinerary/model.ts';
import { ItineraryDays, type ShownItem } from '../itinerary/ui/itinerary.tsx';
import { hasEndedWith } from '../../model.ts';
import { abortNames, cancelNames, type ShownNotice } from '../model.ts';

type Window = { windowFrom: string | null; windowUntil: string | null };
type Told = {
  noticeType: string | null;
  startsOn: string | null;
  endsOn: string | null;
  plan: string | null;
};
type ToldProps = { audit: Told; items: readonly ShownItem[] } & Window;

const windowInWords = ({ windowFrom, windowUntil }: Window) =>
  windowFrom && windowUntil ? `between ${dayInWords(windowFrom)} and ${dayInWords(windowUntil)}` : undefined;

/** What the recruiter will read, before it is sent. */
export function NoticeTold({ audit, items: lines, windowFrom, windowUntil }: ToldProps) {
  const told = itemsTold(audit.noticeType, lines);
  const window = windowInWords({ windowFrom, windowUntil });
  const items = window
    ? [{ term: 'Window', value: `The audit takes place ${window}. Its days are not told.` }]
    : [
        { term: 'Days', value: daysOf(audit) ?? 'Not planned yet' },
        { term: 'Plan', value: <span className="whitespace-pre-line">{audit.plan}</span> },
        { term: 'Itinerary', value: told.length > 0 ? 'As it stands below' : 'None: nobody has written one' },
      ];
  return (
    <Section title="What the recruiter reads">
      <Summary items={items} />
      <ItineraryDays items={told} />
    </Section>
  );
}

type NoticeProps = { auditId: string; notice: ShownNotice; may: 'ask' | 'answer' | undefined; today: string };

/** What was told, asked and refused around this audit; nothing before anybody was told. */
export function NoticeFacts({ auditId, notice, may, today }: NoticeProps) {
  const items = factsOf(notice, today);
  const { asked } = notice;
  if (items.length === 0) return null;
  return (
    <Section title="Notice">
      {asked && !asked.outcome ? (
        <Card title="The recruiter asks to postpone">
          <p className="whitespace-pre-line">{asked.reason}</p>
          {may === 'answer' ? (
            <Actions>
              <ButtonLink to={`/audits/${auditId}/postponement/accept`}>Accept to postpone</ButtonLink>
              <ButtonLink to={`/audits/${auditId}/postponement/decline`} kind="secondary">
                Decline to postpone
              </ButtonLink>
            </Actions>
          ) : null}
        </Card>
      ) : null}
      <Summary items={items} />
      {may === 'ask' ? (
        <Actions>
          <ButtonLink to={`/audits/${auditId}/postpone`} kind="secondary">
            Ask to postpone
          </ButtonLink>
        </Actions>
      ) : null}
    </Section>
  );
}

function factsOf(notice: ShownNotice, today: string) {
  const { notifiedAt, noticeReason, asked, postponedUntil, abortReason, followUpNote } = notice;
  const { cancelCause, cancelNote } = notice;
  const window = windowInWords(notice);
  const after = notice.abandonedAt
    ? addDays(dayOf(new Date(notice.abandonedAt)), notice.consequenceDays)
    : '';
  return [
    ...(notifiedAt ? [{ term: 'Recruiter told', value: timeInWords(notifiedAt) }] : []),
    ...(window ? [{ term: 'Window', value: `The audit takes place ${window}.` }] : []),
    ...(notice.lateReasons ? [{ term: 'Why behind the programme', value: notice.lateReasons }] : []),
    ...(noticeReason ? [{ term: 'Why so late', value: noticeReason }] : []),
    ...(asked?.outcome
      ? [
          {
            term: 'Wish to postpone',
            value: asked.outcome === 'accepted' ? 'Accepted' : `Declined: ${asked.note}`,
          },
        ]
      : []),
    ...(postponedUntil ? [{ term: 'Begins by', value: dayInWords(postponedUntil) }] : []),
    ...(cancelCause ? [{ term: 'Why it was cancelled', value: cancelNote ?? cancelNames[cancelCause] }] : []),
    ...endOf(notice),
    ...(after && !followUpNote && !hasEndedWith(abortReason)
      ? [{ term: 'The scheme decides', value: `by ${dayInWords(after)}, ${untilInWords(after, today)}` }]
      : []),
    ...(followUpNote ? [{ term: 'What followed', value: followUpNote }] : []),
  ];
}

type Ended = Pick<ShownNotice, 'abortReason' | 'refusalNote' | 'abortNote'>;

/** Why an audit did not come to its end, as it was recorded. */
const endOf = ({ abortReason, refusalNote, abortNote }: Ended) => [
  ...(abortReason ? [{ term: 'Ended early', value: abortNames[abortReason] }] : []),
  ...[refusalNote, abortNote].flatMap((note) =>
    note ? [{ term: 'What happened', value: <span className="whitespace-pre-line">{note}</span> }] : [],
  ),
];

export const WhatHappened = ({ notice }: { notice: Ended }) => <Summary items={endOf(notice)} />;
