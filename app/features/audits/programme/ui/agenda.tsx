import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { noticeNames, triggerNames, typeNames, type AuditTrigger, type NoticeType } from '../../model.ts';
import type { entryTypes } from '../rules.ts';

type Entry = {
  id: string;
  type: (typeof entryTypes)[number];
  noticeType: NoticeType;
  windowFrom: string;
  dueOn: string;
  trigger: AuditTrigger | null;
  recruiter: string;
  number: string;
};
type Props = { entries: readonly Entry[]; today: string; count: number; schedules: boolean };

/** Audits to come in the order they are due; late ones say so in words. */
export const Agenda = ({ entries, today, count, schedules }: Props) => (
  <DataTable
    caption={count === 1 ? '1 audit to be scheduled' : `${count} audits to be scheduled`}
    columns={[
      { key: 'recruiter', header: 'Recruiter', main: true, cell: (row) => `${row.recruiter}, ${row.number}` },
      { key: 'type', header: 'Audit', cell: (row) => kindOf(row) },
      { key: 'notice', header: 'Notice', cell: (row) => noticeNames[row.noticeType] },
      { key: 'from', header: 'Not before', cell: (row) => dayInWords(row.windowFrom) },
      {
        key: 'due',
        header: 'Not later than',
        cell: (row) => `${dayInWords(row.dueOn)}, ${untilInWords(row.dueOn, today)}`,
      },
      ...(schedules ? [{ key: 'next', header: 'Next', cell: scheduleButton }] : []),
    ]}
    rows={entries}
    empty={{
      title: 'No audit to be scheduled',
      text: 'The audits of a certificate appear here once it is issued, until somebody schedules them.',
    }}
  />
);

const kindOf = ({ type, trigger }: Entry) =>
  trigger ? `${typeNames[type]}: ${triggerNames[trigger].toLowerCase()}` : typeNames[type];

const scheduleButton = ({ id, recruiter }: Entry) => (
  <ButtonLink to={`/audits/programme/${id}`} size="small" kind="secondary">
    Schedule<span className="sr-only">{` the audit of ${recruiter}`}</span>
  </ButtonLink>
);
