import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';

import type { Narrowing } from '../rules.ts';

type Choice = { value: string; label: string };
export type Choices = { bodies: readonly Choice[]; auditors: readonly Choice[] };
type Props = { kind: string; narrowing: Narrowing; choices: Choices };

/** What a calendar is narrowed to, as fields of a form whose answers stand in the address. */
export function NarrowingFields({ kind, narrowing, choices }: Props) {
  if (kind === 'recruiter') return null;
  return (
    <>
      {kind === 'officer' ? (
        <SelectField
          field={queryField('body', narrowing.body)}
          label="Audit body"
          options={among(choices.bodies, narrowing.body)}
          empty="Any"
        />
      ) : null}
      <SelectField
        field={queryField('auditor', narrowing.auditor)}
        label="Auditor"
        options={among(choices.auditors, narrowing.auditor)}
        empty="Any"
      />
      <TextField field={queryField('recruiter', narrowing.recruiter)} label="Recruiter: name or number" />
    </>
  );
}

/** What was chosen stands in the list, also when it is no longer on offer: the page then says that it is narrowed. */
const among = (choices: readonly Choice[], chosen: string) =>
  chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [{ value: chosen, label: 'Not in this list' }, ...choices];
