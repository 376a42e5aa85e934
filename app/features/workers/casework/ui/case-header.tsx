import type { ReactNode } from 'react';

import { languageName } from '#app/platform/names/languages.ts';
import { PageHeader } from '#app/ui/page.tsx';

import type { ComplaintState } from '../../complaints/model.ts';
import { Clock, FlagTags, StateTag } from './tags.tsx';

export type ShownCase = {
  number: string;
  language: string;
  state: ComplaintState;
  danger: boolean;
  child: boolean;
  reprisal: boolean;
  severe: boolean;
  dueAt: Date | null;
  holder: string | null;
  recruiter: string | null;
  registrationNumber: string | null;
};
type Props = { record: ShownCase; now: Date; action?: ReactNode };

export const CaseHeader = ({ record, now, action }: Props) => (
  <PageHeader
    title={`Case ${record.number}`}
    back={{ to: '/casework', label: 'Complaints' }}
    eyebrow={`${languageName(record.language)}, ${record.holder ? `with ${record.holder}` : 'nobody’s yet'}`}
    tag={
      <>
        <StateTag state={record.state} />
        <FlagTags {...record} />
      </>
    }
    clock={record.dueAt === null ? null : <Clock due={record.dueAt} now={now} />}
    action={action}
  />
);
