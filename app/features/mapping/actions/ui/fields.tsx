import { documentTypes } from '#app/platform/files/documents.ts';
import { DateField, FileField, NumberField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

type OwnerProps = {
  fields: { owner: Field; ownerName: Field; dueOn: Field };
  colleagues: readonly { id: string; name: string }[];
};

/** Who does it, by when. */
export const OwnerFields = ({ fields, colleagues }: OwnerProps) => (
  <>
    <SelectField
      field={fields.owner}
      label="Colleague who does it"
      options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      empty="Somebody without an account"
      optional
    />
    <TextField
      field={fields.ownerName}
      label="Or who does it, where they have no account"
      hint="A name or a role, such as the site manager"
      optional
    />
    <DateField field={fields.dueOn} label="Done by" />
  </>
);

type RiskProps = { fields: { risk: Field; riskWhy: Field }; score: number | undefined; when: string };

/** The residual risk: the last score where there is one, else somebody's judgement. */
export const RiskFields = ({ fields, score, when }: RiskProps) => (
  <>
    <NumberField
      field={fields.risk}
      label={`Residual risk ${when}, of 100`}
      hint={
        score === undefined
          ? 'It was never scored: say how high you judge it'
          : `The last score says ${score}. Leave this empty to take it`
      }
      optional
    />
    <TextArea
      field={fields.riskWhy}
      label="How you judged it"
      hint="Where you say another number than the score"
      rows={3}
      optional
    />
  </>
);

export const EvidenceFile = ({ field }: { field: Field }) => (
  <FileField
    field={field}
    label="A file that shows it"
    hint="Without names of workers: PDF, JPEG, PNG or WebP, up to 25 MB. Only your company sees it; it is checked for viruses."
    accept={documentTypes.join(',')}
    optional
  />
);
