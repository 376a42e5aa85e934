import { queryField, SelectField } from '#app/ui/fields.tsx';
import { Filters } from '#app/ui/table.tsx';

import { noticeNames, noticeTypes, typeNames } from '../../model.ts';
import type { Narrowing } from '../narrowing/rules.ts';
import { NarrowingFields, type Choices } from '../narrowing/ui/narrowing-fields.tsx';
import { entryTypes } from '../rules.ts';

const types = entryTypes.map((value) => ({ value, label: typeNames[value] }));
const notices = noticeTypes.map((value) => ({ value, label: noticeNames[value] }));

type Filter = { type: string; notice: string; narrowing: Narrowing };
type Props = { kind: string; filter: Filter; choices: Choices };

/** What is to be scheduled has a kind and a notice; whose it is narrows the whole calendar. */
export const CalendarFilters = ({ kind, filter, choices }: Props) => (
  <Filters clear="/audits/calendar">
    <NarrowingFields kind={kind} narrowing={filter.narrowing} choices={choices} />
    <SelectField
      field={queryField('type', filter.type)}
      label="To be scheduled"
      options={types}
      empty="Any"
    />
    <SelectField field={queryField('notice', filter.notice)} label="Notice" options={notices} empty="Any" />
  </Filters>
);
