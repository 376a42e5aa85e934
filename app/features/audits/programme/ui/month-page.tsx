import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';

import { StateTag } from '../../ui/tags.tsx';
import { noticeNames, typeNames, type AuditState, type AuditType, type NoticeType } from '../../model.ts';
import { onDays } from '../month.ts';

type Planned = {
  id: string;
  type: AuditType;
  state: AuditState;
  noticeType: NoticeType;
  startsOn: string;
  endsOn: string;
  recruiter: string;
};
type Due = { id: string; type: AuditType; noticeType: NoticeType; dueOn: string; recruiter: string };
type Props = { month: string; weeks: string[][]; audits: readonly Planned[]; due: readonly Due[] };

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A month: seven columns where there is room, else the days that hold something, one below the other. */
export function MonthGrid({ month, weeks, audits, due }: Props) {
  if (audits.length + due.length === 0)
    return <EmptyState title="Nothing in this month">Look at the months before and after.</EmptyState>;
  return (
    <div>
      <div aria-hidden="true" className="hidden grid-cols-7 gap-px text-sm font-semibold text-ink-2 lg:grid">
        {weekdays.map((name) => (
          <span key={name} className="px-2 pb-1">
            {name}
          </span>
        ))}
      </div>
      <ol className="flex flex-col gap-4 lg:grid lg:grid-cols-7 lg:gap-0 lg:border-s lg:border-t lg:border-line">
        {onDays(weeks.flat(), { audits, due }).map((day) => (
          <li
            key={day.day}
            className={`min-w-0 lg:min-h-24 lg:border-e lg:border-b lg:border-line lg:p-2 ${
              day.audits.length + day.due.length === 0 ? 'hidden lg:block' : ''
            } ${day.day.startsWith(month) ? '' : 'lg:bg-sunken lg:text-ink-2'}`}
          >
            <p className="mb-1 text-sm font-semibold">
              <span className="lg:sr-only">{dayInWords(day.day)}</span>
              <span aria-hidden="true" className="hidden lg:inline">
                {Number(day.day.slice(8))}
              </span>
            </p>
            <ul className="flex flex-col gap-3">
              {day.audits.map((audit) => (
                <li key={audit.id} className="text-sm">
                  <StateTag state={audit.state} />
                  <span className="block">
                    <TextLink to={`/audits/${audit.id}`}>{audit.recruiter}</TextLink>
                  </span>
                  <span className="block text-ink-2">{`${typeNames[audit.type]}, ${noticeNames[audit.noticeType].toLowerCase()}`}</span>
                </li>
              ))}
              {day.due.map((entry) => (
                <li key={entry.id} className="text-sm">
                  <StatusTag tone="watch">Last day</StatusTag>
                  <span className="block">{entry.recruiter}</span>
                  <span className="block text-ink-2">{`${typeNames[entry.type]}, not scheduled yet`}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
