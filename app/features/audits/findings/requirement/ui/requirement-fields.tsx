import { CheckboxField, RadioGroup, SelectField, TextField } from '#app/ui/fields.tsx';

import { requirementKinds, requirementNames } from '../../model.ts';

type Field = Parameters<typeof TextField>[0]['field'];
type Props = {
  fields: Record<'requirementKind' | 'lawInstrument' | 'lawPlace' | 'declaration' | 'workersPaid', Field>;
  declarations: readonly { value: string; section: string; question: string; answer: string }[];
};

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** What a finding is measured by: everything in sight, so that it works without scripts. */
export const RequirementFields = ({ fields, declarations }: Props) => (
  <>
    <RadioGroup
      field={fields.requirementKind}
      label="What it is measured by"
      options={requirementKinds.map((value) => ({ value, ...requirementNames[value] }))}
    />
    <TextField
      field={fields.lawInstrument}
      label="Law, rule or permit"
      hint="Only where it is a law"
      optional
    />
    <TextField
      field={fields.lawPlace}
      label="Article, section or condition"
      hint="Only where it is a law"
      optional
    />
    {declarations.length > 0 ? (
      <SelectField
        field={fields.declaration}
        label="What the recruiter declared"
        hint="Only where it is the recruiter’s own declaration: the answer in its application"
        options={declarations.map(({ value, section, question, answer }) => ({
          value,
          label: `${section}: ${short(question)} ${short(answer)}`,
        }))}
        empty="None"
        optional
      />
    ) : null}
    <CheckboxField
      field={fields.workersPaid}
      label="Workers paid a fee or a cost"
      hint="Its correction is then confirmed by workers, never by documents or a visit alone"
    />
  </>
);
